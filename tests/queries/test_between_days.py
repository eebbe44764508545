"""What differs between two days: what is unsure, in prospect, lowered or over stands apart."""

import datetime as dt

from hedgerow.queries.brief.between import Moved, between
from hedgerow.queries.reading.edges import Selection, edges_of
from tests.queries.making import Article, store_of, vietnam


def moved(articles: list[Article], first: str, last: str) -> tuple[Moved, ...]:
    edges = edges_of(store_of(articles), Selection("VNM"))
    return between(edges, dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def level(date: str, slug: str, **more: str) -> Article:
    article = Article(
        f"{date}-28" if len(date) == 7 else "2024-01-05", url=f"https://a.example/{date}"
    )
    return article.says(
        f"Vietnam and Japan set a {slug} partnership in {date}.",
        *("partnership_upgrade", "JPN VNM", "agreed"),
        date=date,
        level=slug,
        **more,
    )


def test_nothing_differs_from_itself() -> None:
    assert moved(vietnam(), "2024-01-01", "2024-01-01") == ()


def test_a_tie_that_may_have_begun_is_possible_only() -> None:
    found = moved([level("2023", "strategic")], "2022-12-31", "2023-06-30")
    assert {one.kind for one in found} == {"possible"}


def test_a_level_in_the_place_of_another_is_told_once() -> None:
    articles = [
        level("2014-03", "strategic"),
        level("2023-11", "comprehensive_strategic", phase="changes", from_level="strategic"),
    ]
    (step,) = moved(articles, "2023-01-01", "2023-12-31")
    assert (step.kind, step.told) == (
        "raised",
        "strategic partnership → comprehensive strategic partnership",
    )
    assert step.instead is not None


def test_what_is_planned_or_contested_is_never_new() -> None:
    kinds = {one.after.edge.item: one.kind for one in moved(vietnam(), "2024-01-01", "2025-12-31")}
    assert kinds["C-130"] == "ahead"
    assert kinds["Su-35"] == "contested"


def test_a_plan_that_came_about_is_a_change() -> None:
    visit = ("visit", "VNM USA")
    articles = [
        Article("2024-02-01", url="https://a.example/1").says(
            "The president is to visit Washington on 10 March 2024.",
            *visit,
            "planned",
            date="2024-03-10",
        ),
        Article("2024-03-11", url="https://a.example/2").says(
            "The president visited Washington on Sunday.", *visit, "occurred", date="2024-03-10"
        ),
    ]
    (one,) = moved(articles, "2024-02-15", "2024-03-31")
    assert (one.kind, one.told) == ("changed", "planned → occurred")
