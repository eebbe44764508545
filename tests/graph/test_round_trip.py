"""Records come back from RDF as they went in, and RDF speaks only the ontology's language."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.checks import normalise_claims, normalise_document
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Document, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import claim, document, documents, items, words

judgements = st.builds(
    Judgement,
    decision=st.sampled_from(("accept", "reject", "note")),
    claims=st.just(("claim/0",)),
    by=words,
    at=st.just("2025-01-31T12:00:00Z"),
    note=st.none() | words,
    corrections=st.dictionaries(st.sampled_from(("level", "item", "rank")), words),
)


@settings(max_examples=40)
@given(documents)
def test_a_document_comes_back_with_its_appearances_in_order(given_: Document) -> None:
    store = Store.open()
    store.add([(given_, [])])
    assert list(store.documents()) == [normalise_document(given_)]


@settings(max_examples=40)
@given(items())
def test_claims_come_back_as_they_were_told(item: Item) -> None:
    store = Store.open()
    store.add([item])
    told = normalise_claims(*item)
    assert list(store.claims(document=item[0].id)) == told
    assert list(store.claims(ids=[each.id for each in told])) == told


@settings(max_examples=40)
@given(st.lists(items(), max_size=4))
def test_events_and_ties_come_back_as_they_were_resolved(given_: list[Item]) -> None:
    store = Store.open()
    changes = store.add(given_).changes
    events = {change.after.id: change.after for change in changes.events if change.after}
    ties = {change.after.id: change.after for change in changes.ties if change.after}
    assert {event.id: event for event in store.events()} == events
    assert {tie.id: tie for tie in store.ties()} == ties


@settings(max_examples=40)
@given(judgements)
def test_judgements_come_back_as_they_were_made(judgement: Judgement) -> None:
    store = Store.open()
    store.adopt([judgement])
    assert store.judgements() == [judgement]


def test_a_quote_with_every_awkward_character_survives() -> None:
    text = 'He said "no" \\ <b>\n\tto \u2028 it; \U0001f600 \x7f <http://x> .'
    found = document(text)
    store = Store.open()
    store.add([(found, [claim(found, "statement", "CHN USA")])])
    assert next(store.claims()).quote == text
