"""Withdrawals: what falls with a document and why, told before it is done and after."""

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Judgement
from hedgerow.graph.rehearsal import without
from hedgerow.graph.store import Store
from hedgerow.queries.review.withdrawal_rows import rows
from hedgerow.queries.review.withdrawing import Withdrawing, held_before, withdrawing
from tests.graph.rows import batch, row, table
from tests.queries.making import Article, store_of

VISIT = ("visit", "USA VNM", "occurred")
WIRE = Article("2024-05-02", "Wire", "One", "https://wire.example/1").says(
    "She came to Hanoi on Wednesday.", *VISIT, date="2024-05-01"
)
PAPER = Article("2024-05-03", "Paper", "Two", "https://paper.example/2").says(
    "The secretary has been to Hanoi this week.", *VISIT, date="2024-05-01"
)
ALONE = Article("2024-06-01", "Wire", "Three", "https://wire.example/3").says(
    "They will hold an exercise in July.", "joint_exercise", "IND VNM", "planned", date="2024-07"
)


def rehearsed(store: Store, article: Article) -> Withdrawing:
    """What would change; afterwards it is done, and the same must have changed."""
    document = article.item()[0].id
    held, before = held_before(store, document), store.canonical_hash()
    would = withdrawing(store, held, without(store, document))
    assert store.canonical_hash() == before
    done = withdrawing(store, held, store.withdraw(document, reason="wrong", by="desk"))
    assert list(rows(done)) == list(rows(would))
    return done


def test_an_edge_that_rested_on_the_document_alone_is_gone_and_its_date_with_it() -> None:
    with store_of([WIRE, ALONE]) as store:
        told = rehearsed(store, ALONE)
        assert [one.how for one in told.edges] == ["gone"]
        assert told.edges[0].why == "nothing else told it (1 document)"
        assert [(one.kind, one.date) for one in told.ahead] == [("plan", "2024-07")]
        assert [each.type for each in store.events()] == ["visit"]


@pytest.mark.parametrize("article", [WIRE, PAPER])
def test_an_edge_that_others_tell_too_is_weakened_not_gone(article: Article) -> None:
    with store_of([WIRE, PAPER]) as store:
        (one,) = rehearsed(store, article).edges
        assert one.how == "weakened"
        assert one.before and one.after
        assert (one.before.sources, one.after.sources) == (2, 1)
        assert one.why == "says the same; 2 documents before, 1 document now"


def test_a_copy_taken_out_leaves_as_many_independent_sources() -> None:
    story = "She came to Hanoi on Wednesday. " + " ".join(f"Word{n} follows." for n in range(60))
    first = Article("2024-05-02", "Wire", "One", "https://wire.example/1").says(story, *VISIT)
    again = Article("2024-05-03", "Paper", "Two", "https://paper.example/2")
    again.says(story + " More at six.", *VISIT)
    with store_of([first, again]) as store:
        (one,) = rehearsed(store, again).edges
        assert one.how == "fewer documents"
        assert one.why == (
            "says the same; 2 documents, 1 independent source (1 copy) before, 1 document now"
        )


def test_a_status_that_moved_back_is_told_from_and_to() -> None:
    talks = Article("2024-01-10", "Wire", "Talks").says(
        "They are in talks on radars.", "arms_deal", "ISR VNM", "talks", item="radars"
    )
    signed = Article("2024-02-10", "Paper", "Signed").says(
        "They signed for radars.",
        *("arms_deal", "ISR VNM", "signed"),
        date="2024-02-09",
        item="radars",
        attributes={"valid_until": "2030-12-31"},
    )
    with store_of([talks, signed]) as store:
        told = rehearsed(store, signed)
        event = next(one for one in told.edges if one.edge.id.startswith("event/"))
        assert event.how == "changed"
        moved = {one.field: (one.before, one.after) for one in event.moved}
        assert moved["status"] == ("signed", "in talks")
        assert "status: signed -> in talks" in event.why
        assert [(one.kind, one.date) for one in told.ahead] == [("end of a term", "2030-12-31")]


def test_an_end_that_another_document_states_too_stays_in_the_calendar() -> None:
    def lease(outlet: str, quote: str) -> Article:
        article = Article("2024-02-10", outlet, outlet, f"https://{outlet.lower()}.example/")
        attributes = {"valid_until": "2030-12-31"}
        return article.says(
            quote, "arms_deal", "ISR VNM", "signed", date="2024-02-09", attributes=attributes
        )

    first, second = lease("Wire", "They signed until 2030."), lease("Paper", "A deal until 2030.")
    with store_of([first, second]) as store:
        assert rehearsed(store, first).ahead == ()


def test_judgements_on_its_claims_are_told_and_stay_on_record() -> None:
    with store_of([WIRE, PAPER]) as store:
        wire, paper = (article.item()[1][0].id for article in (WIRE, PAPER))
        alone = Judgement("accept", (wire,), "A. Analyst", "2024-06-01T00:00:00Z", "Seen.")
        both = Judgement("same", (wire, paper), "A. Analyst", "2024-06-02T00:00:00Z")
        store.judge(alone, both)
        told = rehearsed(store, WIRE)
        assert [(one.id, one.left) for one in told.held.judgements] == [(alone.id, 0), (both.id, 1)]
        assert "orphaned" in str(list(rows(told))[1]["why"])
        assert {each.id for each in store.judgements()} == {alone.id, both.id}


def test_an_older_edition_counts_again_and_is_named() -> None:
    first = Article("2024-05-02", "Wire", "One", "https://wire.example/1").says(
        "She came on Wednesday.", *VISIT, date="2024-05-01"
    )
    corrected = Article("2024-05-04", "Wire", "One", "https://wire.example/1").says(
        "She came on Thursday (corrected).", *VISIT, date="2024-05-02"
    )
    with store_of([first, corrected]) as store:
        told = rehearsed(store, corrected)
        assert told.held.again == (first.item()[0].id,)
        assert [event.date for event in store.events()] == ["2024-05-01"]


def test_a_table_is_told_only_once_it_is_withdrawn() -> None:
    with store_of([WIRE]) as store:
        store.add_tables([(table(), iter([batch(row("visit", "USA VNM"))]))])
        document = table().document.id
        with pytest.raises(UsageError, match="leave out --dry-run"):
            without(store, document)
