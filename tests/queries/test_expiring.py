from typing import Any

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def lease(status: str, end: str | None, **more: Any) -> Article:
    if end is not None:
        more["date_end"] = end
    quote = f"The lease was {status}, until {end}."
    article = Article("2020-02-01", source=f"{status}-{end}.txt")
    return article.says(quote, "base_access", "USA SGP", status, date="2020-01-01", **more)


def test_finds_stated_terms_in_the_bundled_table(examples: Store) -> None:
    answer = ask(examples, "expiring", {"at": "2025", "by": "2045"})
    found = {(row["actors"], row["term"]) for row in answer.rows}
    assert {(("USA", "SGP"), "2035"), (("SGP", "AUS"), "2041")} <= found
    assert {(("IND", "VNM"), "2030"), (("IND", "USA"), "2035"), (("LAO", "VNM"), "2026")} <= found
    assert "between 2025-12-31 and 2045-12-31" in answer.in_words


def test_a_signature_without_a_term_does_not_expire() -> None:
    with store_of([lease("signed", None)]) as made:
        answer = ask(made, "expiring", {"a": "USA", "by": "2100"})
    assert answer.rows == ()
    assert "none found in 1 document on United States" in answer.in_words


def test_says_possibly_where_the_term_is_known_to_the_year() -> None:
    with store_of([lease("signed", "2035")]) as made:
        (row,) = ask(made, "expiring", {"a": "USA", "by": "2035-06"}).rows
        assert (row["term"], row["possibly"]) == ("2035", "possibly")
        (sure,) = ask(made, "expiring", {"a": "USA", "by": "2035"}).rows
        assert sure["possibly"] is None
        assert ask(made, "expiring", {"a": "USA", "by": "2034"}).rows == ()


def test_a_planned_lease_is_told_apart_and_a_denied_one_not_at_all() -> None:
    with store_of([lease("planned", "2035")]) as made:
        answer = ask(made, "expiring", {"a": "USA", "by": "2035"})
    assert [row["standing"] for row in answer.rows] == ["prospective"]
    assert "no stated term ends" in answer.in_words
    with store_of([lease("denied", "2035", stage="signed")]) as made:
        assert ask(made, "expiring", {"a": "USA", "by": "2035"}).rows == ()


def agreement(*terms: str, status: str = "signed") -> Article:
    article = Article("2020-02-01")
    for term in terms:
        quote = f"The two signed a framework for {term}."
        told = {"date": "2020-01-01", "attributes": {"valid_until": term}}
        article.says(quote, "defence_agreement", "IND VNM", status, **told)
    return article


def test_an_agreement_has_the_terms_that_are_stated_of_it() -> None:
    with store_of([agreement("2030")]) as made:
        (row,) = ask(made, "expiring", {"a": "India", "by": "2030"}).rows
        assert (row["term"], row["what"]) == ("2030", "defence_agreement")
        assert ask(made, "expiring", {"a": "India", "by": "2029"}).rows == ()


def test_a_planned_agreement_is_told_apart() -> None:
    with store_of([agreement("2030", status="planned")]) as made:
        answer = ask(made, "expiring", {"a": "India", "by": "2030"})
    assert [row["standing"] for row in answer.rows] == ["prospective"]
    assert "no stated term ends" in answer.in_words


def test_a_term_in_other_words_than_a_date_is_not_reckoned() -> None:
    with store_of([agreement("ten years")]) as made:
        assert ask(made, "expiring", {"a": "India", "by": "2100"}).rows == ()


def test_an_end_told_after_it_came_is_no_term() -> None:
    with store_of([lease("in_force", "2020-01-20")]) as made:
        answer = ask(made, "expiring", {"a": "USA", "at": "2020-01-02", "by": "2021"})
    assert answer.rows == ()


def test_refuses_a_range_that_runs_backwards(store: Store) -> None:
    with pytest.raises(UsageError, match="lies before"):
        ask(store, "expiring", {"by": "2000"})
