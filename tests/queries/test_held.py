"""How a tie stands on a day, told alike by every answer: its beginning, its end and its terms."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.timeline import timeline
from tests.queries.making import Article, store_of

BOTH = Selection(a="RUS", b="VNM")


def base(published: str, status: str, **more: str) -> Article:
    """An article on the use of a base, in a sentence of its own."""
    quote = f"{published}: the use of the port of Cam Phuc ({status}, {more})."
    article = Article(published, source=f"{published}.txt")
    return article.says(quote, "base_access", "RUS VNM", status, place="Cam Phuc", **more)


@contextmanager
def of_tie(*articles: Article) -> Iterator[tuple[Store, Edge]]:
    with store_of(articles) as made:
        (tie,) = (edge for edge in edges_of(made, BOTH) if edge.is_tie)
        yield made, tie


def stood(tie: Edge, day: str) -> str | None:
    found = position(tie, dt.date.fromisoformat(day))
    return None if found is None else found.standing


def held(store: Snapshot, day: str) -> list[str]:
    return [str(row["access"]) for row in ask(store, "access", {"a": "VNM", "at": day}).rows]


def view(store: Store, day: str) -> Snapshot:
    return viewed(store, View(at=dt.date.fromisoformat(day))).snapshot


@pytest.fixture
def left() -> Iterator[tuple[Store, Edge]]:
    """A base that an article of 2020 says was left, on a day that it does not name."""
    begun = base("2002-05-03", "in_force", date="2002-05-01")
    seen = base("2010-06-01", "in_force", phase="holds")
    with of_tie(begun, seen, base("2020-03-02", "ended", phase="ends")) as found:
        yield found


def test_an_end_of_no_known_day_leaves_open_all_since_the_last_confirmation(
    left: tuple[Store, Edge],
) -> None:
    store, tie = left
    days = ("2002-04-30", "2002-05-01", "2010-06-01", "2010-06-02", "2020-03-01", "2020-03-02")
    assert [stood(tie, day) for day in days] == [
        *(None, "held", "held", "possibly", "possibly", "ended"),
    ]
    assert (tie.end, tie.end_basis, tie.end_text) == ("2020-03-02", "published", "by 2020-03-02")
    assert held(store, "2010-06-01") == ["held"]
    assert held(store, "2015-01-01") == ["possibly"]
    assert held(view(store, "2010-06-01"), "2010-06-01") == ["held"]
    assert held(view(store, "2020-03-02"), "2020-03-02") == ["ended"]


def test_such_an_end_is_told_as_by_its_publication(left: tuple[Store, Edge]) -> None:
    store, _ = left
    (ended,) = ask(store, "ended", {"a": "VNM", "from": "2020", "to": "2020"}).rows
    assert (ended["date"], ended["possibly"]) == ("by 2020-03-02", "possibly")
    assert ask(store, "access", {"a": "VNM"}).rows[0]["end"] == "by 2020-03-02"
    ties = [
        row for row in ask(store, "ties", {"a": "VNM", "b": "RUS"}).rows if row["edge"] == "tie"
    ]
    assert [(row["standing"], row["end"]) for row in ties] == [("ended", "by 2020-03-02")]


def test_such_an_end_surely_lies_in_no_months_that_began_after_it_can_have_been(
    left: tuple[Store, Edge],
) -> None:
    store, _ = left
    answer = ask(store, "before_after", {"a": "VNM", "day": "2020-01-15", "months": "12"})
    assert all(row["ended_before"] == row["ended_after"] == 0 for row in answer.rows)


def test_a_level_replaced_on_no_known_day_was_possibly_held_until_then() -> None:
    told = [
        Article("2013-07-26", source="a.txt").says(
            "The two set a comprehensive partnership.",
            *("partnership_upgrade", "LAO VNM", "agreed"),
            date="2013-07-25",
            level="comprehensive",
        ),
        Article("2024-02-01", source="b.txt").says(
            "The two have raised their ties to a strategic partnership.",
            *("partnership_upgrade", "LAO VNM", "agreed"),
            phase="changes",
            level="strategic",
        ),
    ]
    asked = {"a": "VNM", "b": "LAO"}
    with store_of(told) as made:
        levels = {
            day: {
                str(row["stated_level"]): row["held"]
                for row in ask(made, "levels", asked | {"at": day}).rows
            }
            for day in ("2013-07-25", "2018-01-01", "2024-02-01")
        }
        words = ask(made, "levels", asked | {"at": "2018-01-01"}).in_words
    assert levels == {
        "2013-07-25": {"comprehensive": "held", "strategic": "possibly"},
        "2018-01-01": {"comprehensive": "possibly", "strategic": "possibly"},
        "2024-02-01": {"strategic": "held"},
    }
    assert "since 2013-07-25, ended by 2024-02-01" in words


def test_levels_stand_on_a_day_as_their_ties_do(examples: Store) -> None:
    ties = {edge.id: edge for edge in edges_of(examples, Selection("VNM")) if edge.is_tie}
    for year in range(1950, 2030, 3):
        rows = ask(examples, "levels", {"a": "VNM", "at": f"{year}-06-30"}).rows
        told = {str(row["tie"]): row["held"] for row in rows}
        assert told == {each: stood(ties[each], f"{year}-06-30") for each in told}


def test_a_tie_only_known_to_hold_is_held_from_its_first_confirmation() -> None:
    told = [base(day, "in_force", phase="holds") for day in ("2014-05-01", "2024-05-01")]
    with of_tie(*told) as (store, tie):
        assert (tie.first_confirmed, tie.last_confirmed) == ("2014-05-01", "2024-05-01")
        days = ("2010-01-01", "2014-05-01", "2020-01-01")
        assert [stood(tie, day) for day in days] == ["possibly", "held", "held"]
        assert [held(store, day) for day in days] == [["possibly"], ["held"], ["held"]]
        assert [held(view(store, day), day) for day in days] == [[], ["held"], ["held"]]


@pytest.fixture
def told_whole() -> Iterator[tuple[Store, Edge]]:
    """A deployment from 2010 to 2015, of which one sentence of 2021 tells both ends."""
    article = Article("2021-02-03").says(
        "A Russian squadron was stationed at Cam Phuc from March 2010 to May 2015.",
        *("deployment", "RUS VNM", "occurred"),
        date="2010-03",
        date_end="2015-05",
        place="Cam Phuc",
    )
    with of_tie(article) as found:
        assert found[1].opened_by == found[1].closed_by
        yield found


def test_what_one_event_both_opened_and_ended_has_ended(told_whole: tuple[Store, Edge]) -> None:
    store, tie = told_whole
    answer = ask(store, "ended", {"a": "VNM", "from": "2015", "to": "2015"})
    (row,) = answer.rows
    assert (row["edge"], row["step"], row["date"], row["since"]) == (
        *("tie", "ended", "2015-05", "2010-03"),
    )
    assert "squadron" in str(row["quote"])
    assert "ended 2015-05" in answer.in_words
    around = ask(store, "before_after", {"a": "VNM", "day": "2015-01-15"}).rows
    assert [row["ended_after"] for row in around if row["edge"] == "tie"] == [1]
    assert stood(tie, "2016-01-01") == "ended"


def test_its_event_counts_as_part_of_the_tie(told_whole: tuple[Store, Edge]) -> None:
    store, _ = told_whole
    for day, left_out in (("2012-01-01", "part of a tie"), ("2018-01-01", "ended")):
        graph = read_graph(store, [BOTH], default_weights(), dt.date.fromisoformat(day))
        assert [one.edge.kind for one in graph.signals] in ([], ["tie"])
        assert graph.left_out[left_out] == 1


def test_past_its_stated_term_a_tie_is_only_possibly_held_in_every_answer() -> None:
    with of_tie(base("2010-01-02", "in_force", date="2010-01-01", date_end="2020")) as (store, _):
        late = Article("2024-01-02").says("They met.", "meeting", "RUS VNM", "occurred")
        store.add([late.item()])
        told = {}
        for day in ("2015-01-01", "2020-06-01", "2022-01-01"):
            asked = {"a": "VNM", "at": day}
            record = ask(store, "record", asked | {"b": "RUS"}).rows
            (partner,) = ask(store, "partners", asked).rows
            told[day] = (
                {str(row["standing"]) for row in record if row["edge"] == "tie"},
                (partner["ties"], partner["possibly"]),
            )
        (row,) = (
            one for one in ask(store, "ties", {"a": "VNM", "b": "RUS"}).rows if one["edge"] == "tie"
        )
        (entry,) = (one for one in timeline(store, "VNM", "RUS").entries if one.edge == "tie")
    assert told == {
        "2015-01-01": ({"held"}, ("base_access 1", None)),
        "2020-06-01": ({"possibly"}, (None, "base_access 1")),
        "2022-01-01": ({"possibly"}, (None, "base_access 1")),
    }
    assert (row["standing"], entry.standing, entry.is_plain) == ("possibly", "possibly", False)
    assert entry.words.startswith("possibly held: ")
