"""Incidents, and the cooperation before and after."""

from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from tests.queries.making import Article, store_of


def around() -> list[Article]:
    return [
        Article("2024-01-11").says(
            "They signed on 10 January.",
            *("defence_agreement", "CHN VNM", "signed"),
            date="2024-01-10",
        ),
        Article("2024-03-02")
        .says(
            "A ship was rammed on 1 March.",
            *("dispute_incident", "CHN VNM", "occurred"),
            date="2024-03-01",
            attributed_to="VNM",
        )
        .says("Talks may follow in April.", "meeting", "CHN VNM", "planned", date="2024-04"),
        Article("2024-06-02")
        .says("He came on 1 June.", "visit", "CHN VNM", "occurred", date="2024-06-01")
        .says(
            "Both set a strategic partnership that day.",
            *("partnership_upgrade", "CHN VNM", "agreed"),
            date="2024-06-01",
            level="strategic",
        )
        .says("A ship called in 2024.", "port_call", "CHN VNM", "occurred", date="2024"),
    ]


def test_counts_cooperation_before_and_after() -> None:
    with store_of(around()) as made:
        (row,) = ask(made, "incidents", {"a": "VNM", "b": "CHN"}).rows
    assert (row["before"], row["after"], row["after_others"]) == (1, 2, "prospective 1")
    assert row["levels"] == "strategic partnership 2024-06-01"
    assert (row["documents_before"], row["documents_after"]) == (1, 2)
    assert str(row["told"]).startswith(
        "1 cooperative event in the 180 days before, 2 after; coverage: 1 and 2 documents"
    )


def test_within_narrows_the_days() -> None:
    with store_of(around()) as made:
        answer = ask(made, "incidents", {"a": "VNM", "b": "CHN", "within": "30"})
    assert (answer.rows[0]["before"], answer.rows[0]["after"]) == (0, 0)
    assert "in the 30 days before" in answer.in_words


def test_claims_no_cause() -> None:
    with store_of(around()) as made:
        answer = ask(made, "incidents", {"a": "VNM", "b": "CHN"})
    assert any("no cause" in note for note in answer.notes)


def test_an_incident_that_nothing_dates_is_not_compared() -> None:
    told = Article("2024-03-02").says(
        "Ships had clashed before.", "armed_clash", "CHN VNM", "occurred"
    )
    with store_of([told]) as made:
        answer = ask(made, "incidents", {"a": "VNM", "b": "CHN"})
    assert (answer.rows[0]["told"], answer.rows[0]["before"]) == (None, None)
    assert answer.in_words == "Vietnam - China: 1 incident (armed clash 1), 1 of them concluded."


def test_words_absence_as_the_archives(store: Store) -> None:
    words = ask(store, "incidents", {"a": "VNM", "b": "USA"}).in_words
    assert words.startswith("Vietnam - United States: no incident; none found in")


def test_the_bundled_table_has_the_fishermen(milestones: Store) -> None:
    rows = ask(milestones, "incidents", {"a": "VNM", "b": "CHN"}).rows
    assert {"2020-04-02", "2024-09-29"} <= {row["date"] for row in rows}
