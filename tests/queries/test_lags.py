from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def pact(status: str, date: str, quote: str, item: str = "Access Pact") -> Article:
    return Article("2021-12-31", source=f"{status}.txt").says(
        quote,
        *("defence_agreement", "AUS JPN", status),
        date=date,
        item=item,
        attributes={"instrument": "treaty"},
    )


def test_counts_the_days_from_signature_to_force(examples: Store) -> None:
    answer = ask(examples, "lags", {"a": "PHL", "b": "JPN"})
    row = answer.rows[0]
    assert (row["signed"], row["in_force"], row["days"], row["days_at_most"]) == (
        *("2024-07-08", "2025-09-11", 430, 430),
    )
    assert "signed 2024-07-08, in force 2025-09-11 (430 days)" in answer.in_words


def test_before_its_entry_into_force_it_is_signed(examples: Store) -> None:
    rows = ask(examples, "lags", {"a": "PHL", "b": "JPN", "at": "2024-07-18"}).rows
    (row,) = [row for row in rows if row["signed"] == "2024-07-08"]
    assert (row["stands"], row["in_force"], row["days"]) == ("signed", None, 10)


def test_joins_stages_that_lie_too_far_apart_for_one_event(examples: Store) -> None:
    rows = ask(examples, "lags", {"a": "AUS", "b": "IDN"}).rows
    (row,) = [row for row in rows if str(row["item"]).startswith("Lombok")]
    assert (row["signed"], row["in_force"], row["days"]) == ("2006-11-13", "2008-02-07", 451)


def test_tells_what_imprecise_dates_leave_open() -> None:
    told = [
        pact("signed", "2020-03-01", "They signed the pact on 1 March."),
        pact("in_force", "2020", "The pact came into force in 2020."),
    ]
    with store_of(told) as made:
        (row,) = ask(made, "lags", {"a": "AUS"}).rows
    assert (row["days"], row["days_at_most"]) == (0, 305)


def test_a_planned_pact_is_neither_signed_nor_in_force() -> None:
    with store_of([pact("planned", "2022-01-01", "They are to sign the pact in 2022.")]) as made:
        answer = ask(made, "lags", {"a": "AUS", "at": "2023"})
    assert answer.rows == ()
    assert "none found in 1 document on Australia" in answer.in_words


def test_counts_what_is_signed_only() -> None:
    with store_of([pact("signed", "2020-03-01", "They signed the pact on 1 March.")]) as made:
        answer = ask(made, "lags")
    assert answer.in_words == (
        "All actors: no lag known; 1 instrument signed and not known to be in force."
    )
    assert answer.notes


def test_several_instruments_of_one_kind_are_not_mixed_up() -> None:
    told = [
        pact("in_force", "2010-03-01", "The pact came into force."),
        pact("signed", "2020-05-01", "They signed a treaty on hills.", "Treaty on Hills"),
    ]
    with store_of(told) as made:
        rows = ask(made, "lags", {"a": "AUS"}).rows
    assert [(row["item"], row["stands"]) for row in rows] == [
        ("Access Pact", "in force"),
        ("Treaty on Hills", "signed"),
    ]
