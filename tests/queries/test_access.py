from collections.abc import Mapping

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from hedgerow.queries.reading.rows import Cell
from tests.queries.making import Article, store_of

FIRM = {"held", "possibly", "signed", "term over"}


def row_of(answer: Answer, item: str) -> Mapping[str, Cell]:
    return next(row for row in answer.rows if str(row["item"]).startswith(item))


def test_tells_held_and_only_signed_access_apart(examples: Store) -> None:
    answer = ask(examples, "access", {"a": "SGP"})
    held = row_of(answer, "Memorandum of Understanding on United States use")
    assert (held["access"], held["date"], held["direction"]) == ("held", "1990", "in")
    renewed = row_of(answer, "1990 Memorandum of Understanding, renewed")
    assert (renewed["access"], renewed["date"], renewed["term"]) == ("signed", "2019-09-23", "2035")


def test_an_agreement_gives_access_from_its_entry_into_force(examples: Store) -> None:
    now = row_of(ask(examples, "access", {"a": "PHL"}), "Reciprocal Access Agreement")
    assert (now["access"], now["date"], now["direction"]) == ("held", "2025-09-11", "mutual")
    before = row_of(ask(examples, "access", {"a": "PHL", "at": "2025-01"}), "Reciprocal Access")
    assert (before["access"], before["date"]) == ("signed", "2024-07-08")


def test_the_sites_of_2023_are_agreed_and_those_of_2014_held(examples: Store) -> None:
    answer = ask(examples, "access", {"a": "PHL"})
    assert row_of(answer, "Enhanced Defense Cooperation Agreement")["access"] == "held"
    sites = row_of(answer, "EDCA, 4 more sites")
    assert (sites["access"], sites["status"], sites["date"]) == ("signed", "agreed", "2023-02-02")


@pytest.mark.parametrize("actor", ["VNM", "RUS"])
@pytest.mark.parametrize("at", ["2016-10-14", "newest"])
def test_the_denied_return_to_cam_ranh_is_no_access(examples: Store, actor: str, at: str) -> None:
    answer = ask(examples, "access", {"a": actor, "at": at})
    assert not [row for row in answer.rows if row["status"] == "denied"]
    between = [row for row in answer.rows if set(row["actors"] or ()) == {"RUS", "VNM"}]  # type: ignore[arg-type]
    assert not FIRM & {str(row["access"]) for row in between}
    assert "Russia in Vietnam" not in answer.in_words.partition("Ended")[0]
    assert any("only denied" in note for note in answer.notes)


def test_ream_is_contested(examples: Store) -> None:
    answer = ask(examples, "access", {"a": "KHM"})
    bases = [row for row in answer.rows if row["what"] == "base_access"]
    assert bases
    assert {row["access"] for row in bases} == {"contested"}
    assert "contested" in answer.in_words


def test_a_term_that_has_passed_is_not_held(examples: Store) -> None:
    row = row_of(ask(examples, "access", {"a": "VNM"}), "Cam Ranh, free use")
    assert (row["access"], row["term"]) == ("term over", "2004")
    then = row_of(ask(examples, "access", {"a": "VNM", "at": "1990"}), "Cam Ranh, free use")
    assert then["access"] == "held"


def test_an_agreement_that_names_no_access_gives_none() -> None:
    told = [
        Article("2020-01-02", source=f"{n}.txt").says(
            f"The two signed {item} on Wednesday.",
            *("defence_agreement", "AUS JPN", "in_force"),
            date="2020-01-01",
            item=item,
        )
        for n, item in enumerate(["a pact on logistics support", "a pact on military music"])
    ]
    with store_of(told) as made:
        rows = ask(made, "access", {"a": "AUS"}).rows
    assert [row["item"] for row in rows] == ["a pact on logistics support"]


@pytest.mark.parametrize(("at", "expected"), [("2024", "held"), ("2026", "term over")])
def test_an_agreement_that_states_its_validity_gives_access_until_then(
    at: str, expected: str
) -> None:
    told = Article("2020-01-02").says(
        "The two brought a pact on logistics support into force on Wednesday.",
        *("defence_agreement", "AUS JPN", "in_force"),
        date="2020-01-01",
        item="a pact on logistics support",
        attributes={"valid_until": "2025-06-30"},
    )
    with store_of([told]) as made:
        (row,) = ask(made, "access", {"a": "AUS", "at": at}).rows
    assert (row["access"], row["term"]) == (expected, "2025-06-30")


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "access", {"a": "USA"}).in_words
    assert words.startswith("United States on 2025-11-02: no access to bases or stores; none found")
