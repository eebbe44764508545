"""What each side's documents say of one meeting."""

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of


def meeting() -> list[Article]:
    return [
        Article("2024-05-02", "Xinhua")
        .says("They met.", "meeting", "CHN PER", "occurred", date="2024-05-01", place="Lima")
        .says(
            "Both agreed on a joint statement.",
            *("joint_statement", "CHN PER", "agreed"),
            date="2024-05-01",
        ),
        Article("2024-05-02", "Wire")
        .says(
            "The ministers met, the government in Lima said.",
            *("meeting", "CHN PER", "occurred"),
            date="2024-05-01",
            attributed_to="Peruvian government",
        )
        .says(
            "Peru's government said that a patrol was planned.",
            *("joint_patrol", "CHN PER", "planned"),
            attributed_to="Peruvian government",
        )
        .says(
            "Relations were opened in 1971.",
            *("relations_established", "CHN PER", "occurred"),
            date="1971-11-02",
        ),
        Article("2025-07-02", "Daily").says(
            "They had met in May 2024.", "meeting", "CHN PER", "occurred", date="2024-05-01"
        ),
    ]


def asked(store: Store) -> Answer:
    event = next(event.id for event in store.events() if event.type == "meeting")
    return ask(store, "readouts", {"event": event})


def test_tells_what_only_one_side_says() -> None:
    with store_of(meeting()) as made:
        answer = asked(made)
    told = {(row["side"], row["what"]): row["also_told"] for row in answer.rows}
    assert told == {
        ("China", "meeting"): "yes",
        ("Peru", "meeting"): "yes",
        ("China", "joint_statement"): "no",
        ("Peru", "joint_patrol"): "no",
    }
    assert answer.in_words.endswith(
        "4 sentences, with readouts of China and Peru; told by one side alone: China 1, Peru 1."
    )


def test_tells_the_details_that_only_one_side_gives() -> None:
    with store_of(meeting()) as made:
        rows = asked(made).rows
    only = {row["side"]: row["only_here"] for row in rows if row["what"] == "meeting"}
    assert only == {"China": "Lima", "Peru": None}


def test_leaves_out_what_is_recalled_later_or_of_earlier_times() -> None:
    with store_of(meeting()) as made:
        rows = asked(made).rows
    assert "Daily" not in {row["outlet"] for row in rows}
    assert "relations_established" not in {row["what"] for row in rows}


def test_says_that_one_side_is_alone() -> None:
    with store_of(meeting()[:1]) as made:
        assert asked(made).in_words.endswith(
            "readouts among 1 document of these days: that of China alone."
        )


def test_a_claim_is_refused() -> None:
    with store_of(meeting()) as made:
        claim = next(iter(made.claims())).id
        with pytest.raises(UsageError, match="is a claim"):
            ask(made, "readouts", {"event": claim})
