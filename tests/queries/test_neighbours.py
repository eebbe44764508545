"""Who stands between two others: by ties and events, or as a go-between of the last months."""

from typing import Any

from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of


def of(answer: Answer, actor: str) -> Any:
    (row,) = [row for row in answer.rows if row["actor"] == actor]
    return row


def test_vietnam_is_tied_to_both_powers(store: Store) -> None:
    row = of(ask(store, "neighbours", {"a": "USA", "b": "CHN"}), "VNM")
    assert row["ties_a"] == row["ties_b"] == "partnership 1"
    assert (row["events_a"], row["events_b"]) == (3, 1)
    assert row["types_a"] == "partnership_upgrade 2, visit 1"


def test_looks_at_the_day(store: Store) -> None:
    early = ask(store, "neighbours", {"a": "USA", "b": "CHN", "at": "2010"})
    assert early.rows == ()
    assert early.in_words == (
        "United States and China on 2010-12-31: nobody tied to both; "
        "none found in 5 documents on United States and 1 on China."
    )


def test_plans_reports_and_contested_matters_tie_nobody(store: Store) -> None:
    row = of(ask(store, "neighbours", {"a": "RUS", "b": "USA"}), "VNM")
    assert row["types_a"] == "arms_deal 1"
    assert row["ties_a"] is None


def test_tells_ties_held_from_those_only_possibly_held_and_from_events_alone() -> None:
    article = Article("2024-06-30")
    for state, since in [("VNM", "2023-09-10"), ("IND", "2024")]:
        for power in ("USA", "CHN"):
            article.says(
                f"{state} and {power} set a partnership.",
                *("partnership_upgrade", f"{state} {power}", "agreed"),
                date=since,
                level="strategic",
            )
    for power in ("USA", "CHN"):
        article.says(f"He met {power}.", "meeting", f"PER {power}", "occurred", date="2024-01-02")
    with store_of([article]) as made:
        answer = ask(made, "neighbours", {"a": "USA", "b": "CHN", "at": "2024-06-30"})
    assert [(row["actor"], row["tied"]) for row in answer.rows] == [
        ("VNM", "held"),
        ("IND", "possibly"),
        ("PER", "no"),
    ]
    assert "1 actor tied to both by ties held (Vietnam); 1 actor tied to both" in answer.in_words
    assert "only possibly held (India)" in answer.in_words
    assert answer.in_words.endswith("by events alone (Peru).")


def test_malaysia_mediated_between_thailand_and_cambodia(milestones: Store) -> None:
    given = {"a": "THA", "b": "KHM", "at": "2025-12-31"}
    answer = ask(milestones, "go_betweens", given)
    row = of(answer, "MYS")
    assert (row["between"], row["possibly"]) == (1, None)
    assert "2025-07-28" in str(row["matter"])
    assert "Malaysia mediated between them" in answer.in_words
    assert ask(milestones, "go_betweens", given | {"at": "2024-12-31"}).in_words.startswith(
        "Thailand and Cambodia, 12 months to 2024-12-31: nobody who dealt with both; none found in"
    )


def test_tells_how_a_state_dealt_with_both_and_at_what_rank() -> None:
    rank = {"attributes": {"rank": "minister"}}
    article = Article("2025-06-01").says(
        "A minister was in Tehran.", "visit", "OMN IRN", "occurred", date="2025-04-02", **rank
    )
    article.says("They spoke by telephone.", "call", "OMN USA", "occurred", date="2025-04-09")
    article.says("Talks are planned.", "meeting", "OMN USA", "planned", date="2025-07")
    article.says("He met an envoy in 2023.", "meeting", "IRN OMN", "occurred", date="2023-01")
    with store_of([article]) as made:
        answer = ask(made, "go_betweens", {"a": "USA", "b": "IRN"})
    (row,) = answer.rows
    assert (row["actor"], row["between"], row["matter"]) == ("OMN", 0, None)
    assert (row["contacts_a"], row["last_a"], row["ranks_a"]) == ("call 1", "2025-04-09", None)
    assert (row["contacts_b"], row["ranks_b"]) == ("visit 1", "minister 1")
    assert (row["pipeline"], row["possibly"]) == (1, None)
    assert answer.in_words == (
        "United States and Iran, 12 months to 2025-06-01: 1 actor dealt with both; "
        "no mediation between them found in this archive."
    )


def test_says_possibly_where_all_contacts_with_one_side_are() -> None:
    article = Article("2025-06-01").says("He was in Tehran.", "visit", "OMN IRN", "occurred")
    article.says("They spoke by telephone.", "call", "OMN USA", "occurred", date="2025-04-09")
    with store_of([article]) as made:
        answer = ask(made, "go_betweens", {"a": "USA", "b": "IRN"})
    row = of(answer, "OMN")
    assert (row["last_b"], row["possibly"]) == ("by 2025-06-01", "possibly")
    assert "1 actor dealt with both, 1 of them only possibly in these months" in answer.in_words


def test_a_broker_between_one_of_the_two_and_another_is_none_between_them() -> None:
    article = Article("2025-06-01").says(
        "Oman hosted the talks.", "mediation", "OMN IRN YEM", "occurred", date="2025-04-02"
    )
    article.says("They spoke by telephone.", "call", "OMN USA", "occurred", date="2025-04-09")
    with store_of([article]) as made:
        row = of(ask(made, "go_betweens", {"a": "USA", "b": "IRN"}), "OMN")
    assert (row["between"], row["contacts_b"]) == (0, "mediation 1")
