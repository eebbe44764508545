"""What edges rest on: one outlet, a party alone, and the record with citations."""

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.sources.speakers import actor_of
from tests.queries.making import Article, store_of


def pact(published: str, outlet: str, words: str, **more: str) -> Article:
    return Article(published, outlet).says(
        words, "defence_agreement", "CHN PER", "signed", date="2024-05-02", **more
    )


def test_several_documents_of_one_outlet_are_one_source() -> None:
    twice = [
        pact("2024-05-02", "Xinhua", "They signed it."),
        pact("2024-05-03", "xinhuanet.com", "The pact was signed."),
    ]
    with store_of(twice) as made:
        answer = ask(made, "single_source", {"a": "PER", "b": "CHN"})
        (row,) = [row for row in answer.rows if row["edge"] == "event"]
    assert (row["outlet"], row["ownership"]) == ("Xinhua", "government_owned, China")
    assert row["documents"] == 2


def test_two_outlets_are_no_single_source() -> None:
    with store_of(
        [pact("2024-05-02", "Xinhua", "They signed."), pact("2024-05-03", "Wire", "It is signed.")]
    ) as made:
        assert ask(made, "single_source", {"a": "PER"}).rows == ()
        assert ask(made, "party_only", {"a": "PER"}).rows == ()


@pytest.mark.parametrize("question", ["single_source", "party_only"])
def test_shows_how_it_stood_on_the_day(question: str) -> None:
    steps = [("2024-05-03", "agreed", "2024-05-02"), ("2024-05-11", "signed", "2024-05-10")]
    told = [
        Article(published, "Xinhua").says(
            f"It is {status}.", "cooperation_agreement", "CHN PER", status, date=date
        )
        for published, status, date in steps
    ]
    with store_of(told) as made:
        (then,) = ask(made, question, {"a": "PER", "at": "2024-05-05"}).rows
        (now,) = ask(made, question, {"a": "PER"}).rows
        early = ask(made, question, {"a": "PER", "at": "2024-04"})
    assert (then["id"], then["status"], then["quote"]) == (now["id"], "agreed", "It is agreed.")
    assert (now["status"], now["quote"]) == ("signed", "It is signed.")
    assert early.in_words.startswith("Peru on 2024-04-30: nothing concluded or held")


def test_a_tie_only_possibly_held_on_the_day_is_not_told_as_held() -> None:
    told = Article("2024-12-31", "Xinhua").says(
        "They set a partnership in the year.",
        *("partnership_upgrade", "CHN PER", "agreed"),
        date="2024",
        level="strategic",
    )
    with store_of([told]) as made:
        assert ask(made, "single_source", {"a": "PER", "at": "2024-06"}).rows == ()
        assert {row["edge"] for row in ask(made, "single_source", {"a": "PER"}).rows} == {
            "event",
            "tie",
        }


def test_what_nothing_dates_is_told_unless_a_day_is_given() -> None:
    with store_of([Article(None).says("They met once.", "meeting", "CHN PER", "occurred")]) as made:
        (row,) = ask(made, "single_source", {"a": "PER"}).rows
        assert row["date"] == "undated"
        assert ask(made, "single_source", {"a": "PER", "at": "2030"}).rows == ()


@pytest.mark.parametrize(("second", "rows"), [("planned", 1), ("occurred", 0)])
def test_an_outlet_that_only_told_of_a_plan_is_no_second_source(second: str, rows: int) -> None:
    ahead = Article("2024-05-01", "Wire").says(
        "They meet on 2 May.", "meeting", "CHN PER", "planned", date="2024-05-02"
    )
    done = Article("2024-05-03", "Blog").says(
        "They met on 2 May.", "meeting", "CHN PER", "occurred", date="2024-05-02"
    )
    other = Article("2024-05-04", "Agency").says(
        "A meeting was on 2 May.",
        *("meeting", "CHN PER", second),
        date="2024-05-02",
    )
    with store_of([ahead, done, other]) as made:
        found = ask(made, "single_source", {"a": "PER"}).rows
    assert [row["outlet"] for row in found] == ["Blog"] * rows


def test_what_a_party_alone_tells() -> None:
    with store_of([pact("2024-05-02", "Xinhua", "They signed.")]) as made:
        answer = ask(made, "party_only", {"a": "PER", "b": "CHN"})
    row = answer.rows[0]
    assert row["parties"] == ("CHN",)
    assert row["told_by"] == "Xinhua (government_owned, China)"
    assert "told by a party to them alone (China" in answer.in_words


def test_a_party_speaks_by_its_own_mouth_or_by_its_outlet() -> None:
    said = pact("2024-05-02", "Wire", "Peru's foreign ministry said so.", attributed_to="Peru")
    other = pact(
        "2024-05-02", "Xinhua", "Kenya says that they signed.", attributed_to="Kenya's president"
    )
    with store_of([said]) as made:
        assert ask(made, "party_only", {"a": "PER"}).rows[0]["parties"] == ("PER",)
    with store_of([other]) as made:
        assert ask(made, "party_only", {"a": "PER"}).rows[0]["parties"] == ("CHN",)


def test_only_what_is_firm_is_asked_for(store: Store) -> None:
    rows = [
        *ask(store, "single_source", {"a": "VNM"}).rows,
        *ask(store, "party_only", {"a": "VNM"}).rows,
    ]
    assert "denied" not in {row["status"] for row in rows}
    assert not {"Su-35", "C-130"} & {row["item"] for row in rows}
    assert ask(store, "single_source", {"a": "VNM", "b": "USA", "at": "2012"}).rows == ()


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("PER", "PER"),
        ("Kenya's president", "KEN"),
        ("Peru", "PER"),
        ("the White House", "USA"),
        ("A Cambodian government spokesman", "KHM"),
        ("American media", None),
        ("unnamed US officials", None),
        ("former Peruvian president", None),
        ("sources", None),
        ("the foreign ministry", None),
    ],
)
def test_who_speaks_for_whom(words: str, actor: str | None) -> None:
    assert actor_of(words, None) == actor


def test_the_record_cites_each_source(store: Store) -> None:
    answer = ask(store, "record", {"a": "VNM", "b": "USA"})
    level = [row for row in answer.rows if row["date"] == "2023-09-10" and row["edge"] == "tie"]
    assert [row["outlet"] for row in level] == ["Wire", "Paper"]
    assert level[0]["title"] == "Biden in Hanoi"
    assert level[0]["source"] == "https://wire.example/2023"
    assert all(row["quote"] and row["published"] for row in level)
    assert "in prospect" not in answer.in_words
    assert "2 prospective" in answer.in_words


def test_the_record_is_that_of_its_day(store: Store) -> None:
    answer = ask(store, "record", {"a": "VNM", "b": "USA", "at": "2020"})
    assert {row["level"] for row in answer.rows} == {"comprehensive"}
    assert answer.in_words.startswith("Vietnam - United States as of 2020-12-31: 1 event and 1 tie")
    empty = ask(store, "record", {"a": "VNM", "b": "USA", "at": "1990"})
    assert empty.rows == ()
