"""Laws of merging: nothing is lost, nothing is overwritten, twice is once."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.conftest import SCRIPTS

from refresh_merge import merge  # isort: skip
from refresh_query import Statement  # isort: skip
from refresh_settings import load_settings  # isort: skip
from refresh_terms import Term, read_terms  # isort: skip

SETTINGS = load_settings(SCRIPTS / "wikidata_offices.yaml")
TODAY = date(2026, 6, 1)
STATES, OFFICES = ["VNM", "USA", "JPN"], ["head_of_state", "foreign_minister"]
# Two of them have one name, as people who share a name do.
PEOPLE = {"Q1": "Le Van Mau", "Q2": "Jane Sample", "Q3": "Sample Jane", "Q4": "Ōta Rei"}
Row = dict[str, str]

# Few days, so that rows and terms often meet.
dates = st.builds(date, st.integers(2005, 2025), st.sampled_from([1, 7]), st.sampled_from([1, 20]))
precision = st.sampled_from([9, 10, 11])
partial = st.builds(lambda day, known: str(day)[: SETTINGS.precisions[known]], dates, precision)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Rows in blocks of states."""
    rows = []
    for state in draw(st.permutations(STATES)):
        for _ in range(draw(st.integers(0, 3))):
            start, end = sorted([draw(partial), draw(partial)])
            row = {"name": draw(st.sampled_from([*PEOPLE.values(), "Mau Le Van", "Unknown One"]))}
            row |= {"aliases": draw(st.sampled_from(["", "Mau", "Jane Q. Sample;Sample"]))}
            row |= {"state": state, "office": draw(st.sampled_from(OFFICES)), "title": "T"}
            row |= {"from": start, "to": draw(st.sampled_from(["", end]))}
            row |= {"source_url": draw(st.sampled_from(["", "https://example.org/"]))}
            rows.append(row | {"confidence": "memory"})
    return rows


@st.composite
def stated(draw: st.DrawFn) -> Statement:
    """A statement as the service gives it."""
    person = draw(st.sampled_from([*PEOPLE]))
    start, end = sorted([str(draw(dates)), str(draw(dates))])
    ended = draw(st.booleans())
    fields: dict[str, object] = {
        "name": PEOPLE[person],
        "state": draw(st.sampled_from(STATES)),
        "person": person,
    }
    fields |= {"office": draw(st.sampled_from(OFFICES)), "held": f"{person}-{start}"}
    fields |= {"start": start, "startPrecision": draw(precision), "over": draw(st.booleans())}
    if ended:
        fields |= {"end": end, "endPrecision": draw(precision), "over": True}
    return Statement.model_validate(fields)


terms = st.lists(stated(), max_size=12).map(lambda all_: read_terms(all_, SETTINGS, TODAY)[0])


@given(tables(), terms)
def test_every_row_stays_and_only_what_was_empty_is_filled(
    rows: list[Row], told: list[Term]
) -> None:
    merged, _ = merge(rows, told)
    left = iter(merged)
    for row in rows:
        assert any(_continues(row, other) for other in left)


def _continues(row: Row, other: Row) -> bool:
    filled = {name for name in row if row[name] != other[name]}
    return filled <= {"to", "source_url"} and not any(row[name] for name in filled)


@given(tables(), terms)
def test_merging_again_changes_nothing(rows: list[Row], told: list[Term]) -> None:
    once, _ = merge(rows, told)
    twice, _ = merge(once, told)
    assert twice == once


@given(tables(), terms)
def test_states_stay_in_blocks_in_their_order(rows: list[Row], told: list[Term]) -> None:
    merged, _ = merge(rows, told)
    before, after = _blocks(rows), _blocks(merged)
    assert after[: len(before)] == before
    assert len(after) == len(set(after))


def _blocks(rows: Sequence[Row]) -> list[str]:
    return [
        row["state"]
        for at, row in enumerate(rows)
        if not at or rows[at - 1]["state"] != row["state"]
    ]


@given(tables(), terms)
def test_the_report_tells_every_change_of_the_table(rows: list[Row], told: list[Term]) -> None:
    merged, changes = merge(rows, told)
    kinds = [change.kind for change in changes]
    assert kinds.count("new_holder") == len(merged) - len(rows)
    ended = sum(not row["to"] for row in rows) - sum(not row["to"] for row in merged)
    added_open = sum(c.kind == "new_holder" and c.term.end is None for c in changes)
    assert kinds.count("ended_term") == ended + added_open


@given(tables(), terms)
def test_nobody_is_written_to_have_left_before_they_came(rows: list[Row], told: list[Term]) -> None:
    merged, changes = merge(rows, told)
    for change in changes:
        if change.kind == "ended_term":
            assert change.term.end is not None
            assert change.row is not None
            assert change.row["from"][:4] <= str(change.term.end)[:4]
    assert all(not row["to"] or row["from"][:4] <= row["to"][:4] for row in merged)
