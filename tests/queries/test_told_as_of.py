"""What is told as of a day is told with the status and the sentence of that day."""

import datetime as dt

import pytest

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.hedging.hedging import hedging
from hedgerow.queries.hedging.words import basis, evidence_rows
from tests.queries.making import Article, store_of

day = dt.date.fromisoformat
TALKS = "They are in talks on the use of the base."
SIGNED = "They signed on the use of the base."


@pytest.fixture
def running() -> Store:
    """An order of the running month that is asserted and denied, and an instrument of it."""
    orders = Article("2025-03-04", "Radio", url="https://radio.example/1")
    orders.says("Vietnam ordered jets.", "arms_deal", "RUS VNM", "signed", date="2025-03")
    orders.says(
        "They signed a defence pact.", "defence_agreement", "JPN VNM", "signed", date="2025-03"
    )
    denial = Article("2025-03-05", "Agency", url="https://agency.example/1").says(
        "The ministry denied the order.",
        *("arms_deal", "RUS VNM", "denied"),
        stage="signed",
        date="2025-03",
        attributed_to="VNM",
    )
    return store_of([orders, denial])


@pytest.fixture
def base() -> Store:
    """A base in talks in May 2019, signed in June."""
    talks = Article("2019-05-02", "Wire", url="https://wire.example/1").says(
        TALKS, "base_access", "USA PHL", "talks", date="2019-05-01", place="Palawan"
    )
    signed = Article("2019-06-12", "Wire", url="https://wire.example/2").says(
        SIGNED, "base_access", "USA PHL", "signed", date="2019-06-11", place="Palawan"
    )
    return store_of([talks, signed])


@pytest.mark.parametrize("question", ["denials", "record", "disagreements"])
def test_what_is_of_the_running_month_is_told_where_no_day_is_asked_for(
    running: Store, question: str
) -> None:
    found = ask(running, question, {"a": "RUS", "b": "VNM"}).rows
    assert found
    assert {row["standing"] for row in found if "standing" in row} <= {"contested"}


def test_what_is_of_the_running_month_is_not_told_of_a_day_in_it(running: Store) -> None:
    asked = {"a": "RUS", "b": "VNM", "at": "2025-03-05"}
    assert not ask(running, "record", asked).rows


def test_a_signature_of_the_running_month_has_its_row(running: Store) -> None:
    (row,) = ask(running, "lags", {"a": "JPN"}).rows
    assert (row["stands"], row["signed"], row["days"]) == ("signed", "2025-03", 0)


def test_a_plan_that_came_about_this_month_is_no_plan() -> None:
    plan = Article("2025-02-01", "Wire", url="https://wire.example/1").says(
        "She is to visit in March.", "visit", "VNM JPN", "planned", date="2025-03"
    )
    done = Article("2025-03-05", "Wire", url="https://wire.example/2").says(
        "She visited this month.", "visit", "VNM JPN", "occurred", date="2025-03"
    )
    with store_of([plan, done]) as made:
        assert not ask(made, "pipeline", {"a": "VNM"}).rows
        assert ask(made, "pipeline", {"a": "VNM", "at": "2025-03-05"}).rows


def test_access_in_talks_is_told_in_the_words_of_the_talks(base: Store) -> None:
    (then,) = ask(base, "access", {"a": "USA", "at": "2019-05"}).rows
    assert (then["access"], then["status"], then["quote"]) == ("prospective", "talks", TALKS)
    (now,) = ask(base, "access", {"a": "USA"}).rows
    assert now["quote"] == SIGNED


@pytest.mark.parametrize(
    ("question", "type_", "more"),
    [
        ("sanctions", "sanction", {}),
        ("expiring", "base_access", {"by": "2030"}),
    ],
)
def test_a_plan_is_told_in_the_words_of_the_plan(
    question: str, type_: str, more: dict[str, str]
) -> None:
    plan = Article("2019-05-02", "Wire", url="https://wire.example/1").says(
        "It is planned until 2029.",
        *(type_, "USA PHL", "planned"),
        date="2019-06-11",
        date_end="2029",
    )
    done = Article("2019-06-12", "Wire", url="https://wire.example/2").says(
        "It was settled until 2029.",
        *(type_, "USA PHL", "signed"),
        date="2019-06-11",
        date_end="2029",
    )
    with store_of([plan, done]) as made:
        (row,) = ask(made, question, {"a": "USA", "at": "2019-05", **more}).rows
        assert (row["status"], row["quote"]) == ("planned", "It is planned until 2029.")


def test_the_evidence_of_the_measures_is_that_of_the_day() -> None:
    orders = Article("2019-05-02", "Wire", url="https://wire.example/1").says(
        "They agreed on jets.", "arms_deal", "USA VNM", "agreed", date="2019-05-01", item="jets"
    )
    later = Article("2019-09-02", "Wire", url="https://wire.example/2").says(
        "They signed for the jets.", "arms_deal", "USA VNM", "signed", date="2019-09", item="jets"
    )
    with store_of([orders, later]) as made:
        (row,) = evidence_rows(hedging(made, "VNM", on=day("2019-06-01"), resampled=False))
        assert (row["status"], row["quote"]) == ("agreed", "They agreed on jets.")
        (row,) = evidence_rows(hedging(made, "VNM", on=day("2019-12-01"), resampled=False))
        assert (row["status"], row["quote"]) == ("signed", "They signed for the jets.")


def test_it_rests_on_the_documents_of_what_had_come_about() -> None:
    visits = [
        Article(f"{year}-05-02", "Wire", url=f"https://wire.example/{year}").says(
            f"She came in {year}.", "visit", "VNM USA", "occurred", date=f"{year}-05-01"
        )
        for year in (2019, 2021)
    ]
    with store_of(visits) as made:
        found = hedging(made, "VNM", on=day("2020-01-01"), resampled=False)
        assert found.coverage.documents == 1
        assert "Documents by ownership of their outlet: not in our table 1." in list(basis(found))


def treaty(pair: str, **more: str) -> Article:
    return Article("2019-05-02", "Wire", url=f"https://wire.example/{pair[:3]}").says(
        f"{pair}: they signed a treaty.",
        *("alliance_treaty", pair, "in_force"),
        attributes={"obligation": "defence"},
        **more,
    )


def test_a_treaty_that_is_perhaps_in_force_is_told_beside_one_that_is() -> None:
    left = Article("2020-05-02", "Wire", url="https://wire.example/left").says(
        "They ended the treaty.", "alliance_treaty", "CHN PHL", "ended", date="2020"
    )
    made = store_of(
        [treaty("PHL USA", date="2019-05-01"), treaty("CHN PHL", date="2019-05-01"), left]
    )
    lines = list(basis(hedging(made, "PHL", on=day("2020-06-01"), resampled=False)))
    assert any(line.startswith("Allied:") and "United States" in line for line in lines)
    assert any(line.startswith("Perhaps allied:") and "China" in line for line in lines)
    assert not any(line.startswith("No treaty") for line in lines)
    over = list(basis(hedging(made, "PHL", ("CHN", "JPN"), day("2021-01-01"), resampled=False)))
    none = "No treaty of defence in force with China or Japan was found in"
    assert any(line.startswith(none) for line in over)


def test_a_visit_planned_on_the_day_and_made_since_is_told_as_what_it_became() -> None:
    made = Article("2025-03-02", "Wire", url="https://wire.example/1")
    made.says("She was in Hanoi.", "visit", "THA VNM", "occurred", date="2025-03-01")
    made.says("She was in Manila.", "visit", "THA PHL", "occurred", date="2025-02-20")
    made.says("He is to visit Hanoi.", "visit", "THA VNM", "planned", date="2025-09-01")
    since = Article("2025-09-02", "Wire", url="https://wire.example/2").says(
        "He visited Hanoi.", "visit", "THA VNM", "occurred", date="2025-09-01"
    )
    with store_of([made, since]) as store:
        (row,) = ask(store, "go_betweens", {"a": "VNM", "b": "PHL", "at": "2025-04"}).rows
        assert (row["actor"], row["pipeline"]) == ("THA", 0)
        (row,) = ask(store, "go_betweens", {"a": "VNM", "b": "PHL"}).rows
        assert row["pipeline"] == 0
