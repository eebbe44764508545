"""Pipeline: what is only reported, in talks or planned."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of

PASSED = "date passed, outcome not in this archive"


def test_gives_what_is_in_prospect_and_nothing_else(store: Store) -> None:
    rows = ask(store, "pipeline", {"a": "VNM"}).rows
    assert {row["status"] for row in rows} <= {"reported", "talks", "planned"}
    assert {row["item"] for row in rows} == {"C-130", None}
    talks = next(row for row in rows if row["item"] == "C-130")
    assert (talks["since"], talks["last_told"]) == ("2024-07-10", "2024-07-10")
    assert talks["days_silent"] == 480


def test_what_is_denied_or_contested_is_no_prospect(store: Store) -> None:
    answer = ask(store, "pipeline", {"a": "VNM", "b": "RUS"})
    assert answer.rows == ()
    assert "none found in" in answer.in_words


def test_looks_at_an_earlier_day(store: Store) -> None:
    assert ask(store, "pipeline", {"a": "VNM", "b": "USA", "at": "2024-07-09"}).rows == ()
    then = ask(store, "pipeline", {"a": "VNM", "b": "RUS", "at": "2025-07-03"})
    assert [row["item"] for row in then.rows] == []
    month = ask(store, "pipeline", {"a": "VNM", "b": "RUS", "at": "2025-07-31"})
    assert month.rows == ()


def test_tells_that_a_planned_date_has_passed() -> None:
    ahead = Article("2025-01-02").says(
        "The president will visit in June.", "visit", "VNM PER", "planned", date="2025-06"
    )
    late = Article("2025-09-01").says(
        "Relations were opened in 1994.", "relations_established", "PER VNM", "occurred"
    )
    with store_of([ahead, late]) as made:
        (row,) = ask(made, "pipeline", {"a": "VNM"}).rows
        assert row["outcome"] == PASSED
        assert PASSED in ask(made, "pipeline", {"a": "VNM"}).in_words
        (then,) = ask(made, "pipeline", {"a": "VNM", "at": "2025-06-30"}).rows
        assert then["outcome"] is None


def test_the_date_of_a_plan_is_not_that_of_what_is_planned() -> None:
    told = Article("2025-01-02").says(
        "On 1 January the cabinet approved the order.",
        *("arms_deal", "CHN THA", "planned"),
        date="2025-01-01",
    )
    with store_of([told]) as made:
        (row,) = ask(made, "pipeline", {"a": "THA", "at": "2026"}).rows
        assert row["outcome"] is None


def test_what_came_about_leaves_it() -> None:
    plan = Article("2025-01-02").says(
        "The president will visit on 5 January.", "visit", "VNM PER", "planned", date="2025-01-05"
    )
    done = Article("2025-01-06").says(
        "The president visited on Sunday.", "visit", "VNM PER", "occurred", date="2025-01-05"
    )
    with store_of([plan, done]) as made:
        assert ask(made, "pipeline", {"a": "VNM"}).rows == ()
        assert len(ask(made, "pipeline", {"a": "VNM", "at": "2025-01-03"}).rows) == 1


def test_a_concluded_event_like_it_may_be_what_became_of_a_plan() -> None:
    plans = Article("2025-01-02")
    plans.says("A visit is due.", "visit", "VNM PER", "planned", date="2025-03")
    plans.says("A frigate is in talks.", "arms_deal", "KOR VNM", "talks", item="frigate")
    later = Article("2025-04-20")
    later.says("He came in April.", "visit", "VNM PER", "occurred", date="2025-04-18")
    later.says("Jets were bought.", "arms_deal", "KOR VNM", "signed", date="2025-04", item="jets")
    with store_of([plans, later]) as made:
        done = next(event.id for event in made.events() if event.date == "2025-04-18")
        answer = ask(made, "pipeline", {"a": "VNM"})
        assert {row["what"]: row["outcome"] for row in answer.rows} == {
            "visit": f"perhaps done: {done}",
            "arms_deal": None,
        }
        assert "not linked to a concluded event in this archive" in answer.in_words
        assert answer.in_words.endswith("; 1 of them: perhaps done.")
        (visit,) = ask(made, "pipeline", {"a": "VNM", "b": "PER", "at": "2025-03-15"}).rows
        assert visit["outcome"] is None


def test_gives_the_stage_that_was_last_reported() -> None:
    told = [
        Article(f"2025-0{month}-02").says(
            f"Papers say so in month {month}.",
            *("arms_deal", "KOR VNM", "reported"),
            stage=stage,
            date=f"2025-0{month}",
            item="K9",
        )
        for month, stage in [(1, "talks"), (2, "signed")]
    ]
    with store_of(told) as made:
        (row,) = ask(made, "pipeline", {"a": "VNM", "at": "2025-12"}).rows
        assert (row["status"], row["stage"], row["since"]) == ("reported", "signed", "2025-01-02")
        (then,) = ask(made, "pipeline", {"a": "VNM", "at": "2025-01-31"}).rows
        assert then["stage"] == "talks"


def test_the_bundled_table_has_the_deals_that_are_only_told(milestones: Store) -> None:
    def items(partner: str) -> str:
        rows = ask(milestones, "pipeline", {"a": "VNM", "b": partner}).rows
        return " ".join(str(row["item"]) for row in rows if row["what"] == "arms_deal")

    assert "Su-35" in items("RUS")
    assert "C-130" in items("USA")
    assert "BrahMos" in items("IND")
