"""Visits by rank, direction and counterpart, and who mediated between whom."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def visits() -> list[Article]:
    return [
        Article("2024-03-02")
        .says(
            "The premier was in Lima on Friday.",
            *("visit", "VNM PER", "occurred"),
            date="2024-03-01",
            attributes={"rank": "head_of_government", "format": "official"},
        )
        .says("An envoy came from Peru in 2024.", "visit", "PER VNM", "occurred", date="2024")
        .says(
            "The president came to Hanoi on 20 February.",
            *("visit", "CHL VNM", "occurred"),
            date="2024-02-20",
            attributes={"rank": "head_of_state"},
        ),
        Article("2024-04-02")
        .says("He will be in Quito in May.", "visit", "VNM ECU", "planned", date="2024-05")
        .says("The trip to Bogota is off.", "visit", "VNM COL", "cancelled", date="2024-05-03")
        .says("Hanoi denied a trip to Havana.", "visit", "VNM CUB", "denied", stage="planned"),
    ]


def test_keeps_what_did_not_take_place_apart() -> None:
    with store_of(visits()) as made:
        answer = ask(made, "visits", {"a": "VNM"})
    blocks = [row["block"] for row in answer.rows]
    assert blocks == ["took place"] * 3 + ["planned", "called off", "denied or contested"]
    assert answer.in_words == (
        "Vietnam: 3 visits took place, 1 from Vietnam and 2 to it "
        "(1 head of state, 1 head of government, 1 of unstated rank); Peru 2, Chile 1; "
        "1 planned; 1 called off; 1 denied or contested."
    )


def test_the_highest_rank_comes_first() -> None:
    with store_of(visits()) as made:
        rows = ask(made, "visits", {"a": "VNM"}).rows
    ranks = [row["rank"] for row in rows[:3]]
    assert ranks == ["head_of_state", "head_of_government", None]
    assert [row["direction"] for row in rows[:3]] == ["to", "from", "to"]
    assert [row["counterpart"] for row in rows[:3]] == [("CHL",), ("PER",), ("PER",)]


def test_marks_what_may_lie_outside_the_range() -> None:
    with store_of(visits()) as made:
        answer = ask(made, "visits", {"a": "VNM", "b": "PER", "to": "2024-06"})
    assert [row["possibly"] for row in answer.rows] == [None, "possibly"]
    assert "1 of them possibly outside these dates" in answer.in_words


def test_a_range_leaves_out_what_lies_outside() -> None:
    with store_of(visits()) as made:
        rows = ask(made, "visits", {"a": "VNM", "from": "2024-02", "to": "2024-02"}).rows
    assert [row["counterpart"] for row in rows] == [("CHL",), ("PER",)]


def test_only_planned_is_told_as_no_visit(store: Store) -> None:
    words = ask(store, "visits", {"a": "VNM", "from": "2026"}).in_words
    assert words == "Vietnam, from 2026: no visit took place; 1 planned."


def test_mediations_are_counted_by_mediator(milestones: Store) -> None:
    answer = ask(milestones, "mediations")
    told = [(row["mediator"], row["parties"], row["date"]) for row in answer.rows]
    assert ("MYS", ("KHM", "THA"), "2025-07-28") in told
    assert ("CHN", ("IRN", "SAU"), "2023-03-10") in told
    dates = [str(date) for *_, date in told]
    assert dates == sorted(dates)
    assert "China 1" in answer.in_words


def test_mediations_of_a_party_or_a_mediator(milestones: Store) -> None:
    for actor in ("China", "Iran"):
        rows = ask(milestones, "mediations", {"a": actor}).rows
        assert "2023-03-10" in [row["date"] for row in rows]
    assert ask(milestones, "mediations", {"a": "IRN", "at": "2022"}).rows == ()


def test_a_planned_mediation_did_not_take_place() -> None:
    offer = Article("2025-02-01").says(
        "Oslo offered to mediate.",
        "mediation",
        "NOR COL VEN",
        "talks",
        attributes={"matter": "gas"},
    )
    with store_of([offer]) as made:
        answer = ask(made, "mediations")
    assert answer.in_words == "All actors: none took place; 1 prospective."
    assert answer.rows[0]["matter"] == "gas"
