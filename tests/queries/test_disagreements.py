"""Facts on which documents differ."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def howitzers() -> list[Article]:
    return [
        Article(f"2025-08-{day}", outlet, url=f"https://{outlet.lower()}.example/k9").says(
            f"The howitzers cost {value} million dollars.",
            *("arms_deal", "KOR VNM", "reported"),
            stage="signed",
            date="2025-07",
            item="K9",
            attributes={"value": f"{value}000000", "currency": "USD", "quantity": count},
        )
        for day, outlet, value, count in [
            (14, "Wire", 245, "20"),
            (15, "Paper", 250, "twenty"),
            (16, "Daily", 300, "about twenty"),
        ]
    ]


def test_gives_each_value_with_its_source() -> None:
    with store_of(howitzers()) as made:
        answer = ask(made, "disagreements", {"a": "VNM", "b": "KOR"})
    (row,) = answer.rows
    assert (row["fact"], row["versions"], row["standing"]) == ("value", 3, "prospective")
    assert row["told"] == (
        "245,000,000 USD (Wire, 2025-08-14); 250,000,000 USD (Paper, 2025-08-15); "
        "300,000,000 USD (Daily, 2025-08-16)"
    )
    assert str(row["sources"]).split()[0] == "https://wire.example/k9"
    assert answer.in_words == (
        "Vietnam - South Korea as of 2025-08-16: documents differ on 1 fact of 1 event (value 1)."
    )


def test_is_asked_as_of_a_day() -> None:
    given = {"a": "VNM", "b": "KOR"}
    done = Article("2025-12-02", "Wire").says(
        "They signed for the howitzers.",
        *("arms_deal", "KOR VNM", "signed"),
        date="2025-12-01",
        item="K9",
    )
    with store_of([*howitzers(), done]) as made:
        assert ask(made, "disagreements", given | {"at": "2025-06"}).rows == ()
        then = ask(made, "disagreements", given | {"at": "2025-09"}).rows
    assert {row["standing"] for row in then} == {"prospective"}
    assert "value" in {row["fact"] for row in then}


def test_numbers_in_words_and_digits_are_the_same() -> None:
    with store_of(howitzers()) as made:
        facts = [row["fact"] for row in ask(made, "disagreements").rows]
    assert "quantity" not in facts


def test_gives_dates_that_cannot_mean_one_day() -> None:
    told = [
        Article("2024-05-03", name).says(
            f"He came on {day} May.", "visit", "CHN PER", "occurred", date=f"2024-05-0{day}"
        )
        for name, day in [("Wire", 1), ("Paper", 2)]
    ]
    vague = Article("2024-06-03", "Daily").says(
        "He came in May.", "visit", "CHN PER", "occurred", date="2024-05"
    )
    with store_of([*told, vague]) as made:
        (row,) = ask(made, "disagreements", {"a": "PER"}).rows
    assert (row["fact"], row["versions"]) == ("date", 2)
    assert row["told"] == "2024-05-01 (Wire, 2024-05-03); 2024-05-02 (Paper, 2024-05-03)"


def test_a_plan_that_moves_is_no_disagreement() -> None:
    told = [
        Article(f"2024-0{month}-03", name).says(
            f"They are in talks, in month {month}.",
            *("defence_agreement", "CHN PER", "talks"),
            date=f"2024-0{month}",
        )
        for name, month in [("Wire", 4), ("Paper", 5)]
    ]
    with store_of(told) as made:
        assert ask(made, "disagreements", {"a": "PER"}).rows == ()


def test_gives_what_is_firm_for_one_and_not_for_a_later_one() -> None:
    done = Article("2024-05-03", "Wire").says(
        "They signed it.", "defence_agreement", "CHN PER", "signed", date="2024-05-02"
    )
    talks = Article("2024-05-03", "Paper").says(
        "They are in talks on it.", "defence_agreement", "CHN PER", "talks", date="2024-05-02"
    )
    earlier = Article("2024-05-01", "Daily").says(
        "They mean to sign it.", "defence_agreement", "CHN PER", "planned", date="2024-05-02"
    )
    with store_of([done, talks, earlier]) as made:
        (row,) = ask(made, "disagreements", {"a": "PER"}).rows
    assert row["fact"] == "status"
    assert row["told"] == "in talks (Paper, 2024-05-03); signed (Wire, 2024-05-03)"


def test_gives_what_is_denied_and_asserted(store: Store) -> None:
    rows = ask(store, "disagreements", {"a": "VNM", "b": "RUS"}).rows
    assert [(row["fact"], row["item"]) for row in rows] == [("denial", "Su-35")]


def test_one_document_does_not_differ_from_itself() -> None:
    told = Article("2024-05-03").says(
        "He came on 1 May.", "visit", "CHN PER", "occurred", date="2024-05-01"
    )
    told.says("He left on 2 May.", "visit", "CHN PER", "occurred", date="2024-05-02")
    with store_of([told]) as made:
        answer = ask(made, "disagreements", {"a": "PER"})
    assert answer.rows == ()
    assert answer.in_words.startswith(
        "Peru as of 2024-05-03: no disagreement between documents; none found in"
    )


def test_the_bundled_table_has_the_values_of_the_howitzers(milestones: Store) -> None:
    rows = ask(milestones, "disagreements", {"a": "VNM", "b": "KOR"}).rows
    values = next(str(row["told"]) for row in rows if row["fact"] == "value")
    assert "245,000,000 USD" in values
    assert "250,000,000 USD" in values
