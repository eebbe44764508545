"""Measures asked as questions: strengths, paired moves, structure, suppliers' money, engagement."""

from collections.abc import Iterable

from hedgerow.graph.store import Store
from hedgerow.ontology.actors import actors
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def deals(seller_and_value: Iterable[tuple[str, str | None]]) -> Store:
    article = Article("2024-12-31")
    for number, (seller, value) in enumerate(seller_and_value):
        told = {"value": value, "currency": "USD"} if value else {}
        article.says(
            f"{seller} sold item {number}.",
            *("arms_deal", f"{seller} VNM", "signed"),
            date=f"2024-{number + 1:02}-02",
            item=f"Item {number}",
            attributes=told,
        )
    return store_of([article])


def exercises(state: str, power: str, number: int, year: int = 2024) -> list[Article]:
    """So many drills, half a year apart so that each is an event of its own, the last first."""
    days = [f"{year - n // 2}-{'07' if n % 2 == 0 else '01'}-08" for n in range(number)]
    return [
        Article(day, f"Outlet {day}").says(
            f"{state} and {power} drilled on {day}.",
            *("joint_exercise", f"{state} {power}", "occurred"),
            date=day,
        )
        for day in days
    ]


def test_strengths_are_told_by_partner_with_conflict_apart(store: Store) -> None:
    clash = Article("2025-11-01").says(
        "A ship was rammed.", "dispute_incident", "CHN PHL", "occurred", date="2025-10-30"
    )
    with store_of([*exercises("PHL", "USA", 2, 2025), clash]) as made:
        answer = ask(made, "strengths", {"a": "PHL"})
    assert [row["partner"] for row in answer.rows] == ["USA", "CHN"]
    us, china = answer.rows
    assert us["conflict"] == china["cooperation"] == 0
    assert us["thin"] == "thin"
    assert str(us["drivers"]).startswith("joint exercise (2025-07-08)")
    assert answer.in_words.endswith("more conflict than cooperation with China.")
    only = ask(store, "strengths", {"a": "VNM", "b": "IND"})
    assert only.rows == ()
    assert "no tie that counts; none found in 0 documents on this pair" in only.in_words


def test_plans_give_a_strength_of_their_own(store: Store) -> None:
    rows = {row["partner"]: row for row in ask(store, "strengths", {"a": "VNM"}).rows}
    assert rows["USA"]["pipeline"]
    assert rows["RUS"]["pipeline"] is None


def test_paired_moves_are_held_against_chance_in_both_directions() -> None:
    told = [*exercises("VNM", "USA", 3), *exercises("VNM", "CHN", 3, 2021)]
    with store_of(told) as made:
        answer = ask(made, "paired", {"a": "VNM"})
        years = ask(made, "paired", {"a": "VNM", "months": "48"})
        alone = ask(made, "paired", {"a": "VNM", "between": "USA,IND"})
    assert [(row["towards"], row["matched_by"]) for row in answer.rows] == [
        ("USA", "CHN"),
        ("CHN", "USA"),
    ]
    assert [row["matched"] for row in answer.rows] == [0, 0]
    assert [row["matched"] for row in years.rows] == [3, 3]
    assert {row["finding"] for row in years.rows} == {"no more than by chance"}
    assert (
        "0 of 3 costly moves towards United States matched by one towards China" in answer.in_words
    )
    assert {row["finding"] for row in alone.rows} == {None}
    assert "nothing to compare: 3 costly moves towards United States, 0 towards India" in (
        alone.in_words
    )


def test_structure_is_exploratory_and_can_be_asked_of_a_body() -> None:
    told = Article("2024-12-31")
    for pair in ("THA VNM", "VNM PHL", "THA PHL", "USA PHL"):
        told.says(f"{pair} drilled.", "joint_exercise", pair, "occurred", date="2024-12-01")
    with store_of([told]) as made:
        everyone = ask(made, "structure")
        members = ask(made, "structure", {"among": "ASEAN"})
        nobody = ask(made, "structure", {"among": "GCC"})
    assert "exploratory; missing ties are unknown" in everyone.in_words
    assert "1 of 1 closed triad balanced; 0 of 4 ties frustrated" in everyone.in_words
    assert everyone.in_words.endswith("most often between others: Philippines.")
    assert "0 of 3 ties frustrated" in members.in_words
    assert nobody.rows == ()


def test_a_graph_too_large_for_frustration_says_so() -> None:
    told = Article("2024-12-31")
    for state in sorted(actors().members("G20")) + sorted(actors().members("EU")):
        if state not in ("USA", "EU", "AU"):
            told.says(
                f"{state} drilled.", "joint_exercise", f"{state} USA", "occurred", date="2024"
            )
    with store_of([told]) as made:
        row = next(r for r in ask(made, "structure").rows if r["measure"] == "frustration")
    assert row["value"] is None
    assert "not worked out (exact for up to 40 actors" in str(row["told"])


def test_suppliers_are_also_told_by_stated_money() -> None:
    with deals([("RUS", "300"), ("RUS", "100"), ("ISR", "100"), ("IND", None)]) as made:
        answer = ask(made, "suppliers", {"a": "VNM", "years": "5"})
    (row,) = answer.rows
    assert (row["currency"], row["money"]) == ("USD", "Russia 400, Israel 100")
    assert (row["money_hhi"], row["unvalued"]) == (0.68, 1)
    assert answer.in_words.endswith(
        "; stated values in USD: Russia 400, Israel 100, none stated of 1 deal."
    )


def test_no_money_is_told_where_none_is_stated() -> None:
    with deals([("RUS", None)]) as made:
        answer = ask(made, "suppliers", {"a": "VNM", "years": "5"})
    assert answer.rows[0]["money"] is None
    assert "stated values" not in answer.in_words


def test_a_thin_or_one_sided_record_is_not_ranked_for_dual_engagement() -> None:
    told = [
        *exercises("VNM", "USA", 8),
        *exercises("VNM", "CHN", 4),
        *exercises("THA", "USA", 12),
        *exercises("TLS", "USA", 1),
        *exercises("TLS", "CHN", 1),
    ]
    with store_of(told) as made:
        answer = ask(made, "engagement", {"among": "ASEAN", "at": "2025-12"})
    states = [(row["state"], row["thin"]) for row in answer.rows if row["engagement"] is not None]
    assert states == [("VNM", None), ("TLS", "thin"), ("THA", "thin")]
    assert ": Vietnam (0.80); too thin to rank: Timor-Leste (" in answer.in_words
    assert "Thailand (0.00, 12 edges); no data: Brunei" in answer.in_words
    assert "1 of 1 ranked states reach it" in answer.notes[0]
