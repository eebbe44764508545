"""Laws of views: a view follows from what counts in it, as a store follows from what is in it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.intake import Item
from hedgerow.graph.records import Document, Judgement
from hedgerow.graph.resolution import status_as_of
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.ontology.partial_date import parse_partial_date
from tests.graph.articles import CODES, WORDS, archives

days = st.dates(dt.date(2019, 12, 1), dt.date(2022, 2, 1))
views = st.builds(View, at=st.none() | days, known=st.none() | days, recorded=st.none())


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Item], list[Judgement]]:
    """An archive and what analysts think of it."""
    items = draw(archives())
    claims = sorted({claim.id for _, told in items for claim in told})
    decisions = st.sampled_from(("accept", "reject", "correct", "same", "different"))
    corrections = st.sampled_from(({}, {"type": "visit"}, {"date": "2021-03"}, {"date": ""}))
    made = [
        Judgement(
            draw(decisions),
            tuple(draw(st.lists(st.sampled_from(claims), max_size=3, unique=True))),
            "analyst",
            f"2024-01-0{number}T00:00:00Z",
            corrections=draw(corrections),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
        if claims
    ]
    return items, made


def store_of(items: Iterable[Item], judgements: Iterable[Judgement] = ()) -> Store:
    store = Store.open()
    store.add(items)
    store.adopt(judgements)
    return store


def published_by(items: Iterable[Item], known: dt.date) -> list[Item]:
    """The items with only those places in which they had surely appeared by a day."""
    found = []
    for document, claims in items:
        places = tuple(
            place
            for place in document.appearances
            if place.published is not None and parse_partial_date(place.published).latest <= known
        )
        if places:
            found.append((Document(document.text, places), claims))
    return found


@settings(max_examples=40)
@given(judged(), days)
def test_a_view_as_known_is_the_store_of_what_was_published(
    given_: tuple[list[Item], list[Judgement]], known: dt.date
) -> None:
    items, judgements = given_
    seen = viewed(store_of(items, judgements), View(known=known))
    expected = store_of(published_by(items, known), judgements)
    assert seen.snapshot.canonical_hash() == expected.canonical_hash()
    assert seen.documents is not None
    assert seen.documents.kept == expected.counts().documents


@settings(max_examples=30)
@given(judged())
def test_a_view_of_the_far_future_is_the_store_but_for_what_is_undated(
    given_: tuple[list[Item], list[Judgement]],
) -> None:
    items, judgements = given_
    dated = [
        (
            Document(
                of.text, tuple(replace(a, published=a.published or "2020") for a in of.appearances)
            ),
            claims,
        )
        for of, claims in items
    ]
    store = store_of(dated, judgements)
    for view in (View(at=dt.date.max), View(known=dt.date.max), View(recorded=dt.date.max)):
        assert viewed(store, view).snapshot.canonical_hash() == store.canonical_hash()


@settings(max_examples=60)
@given(judged(), days)
def test_the_status_of_an_event_on_a_day_is_that_of_its_history(
    given_: tuple[list[Item], list[Judgement]], at: dt.date
) -> None:
    store = store_of(*given_)
    known = {event.id: event for event in store.events()}
    for event in viewed(store, View(at=at)).snapshot.events():
        whole = known.get(event.id)
        if whole is not None:
            assert (event.status, event.standing) == status_as_of(whole.history, WORDS, on=at)


@settings(max_examples=60)
@given(judged(), days)
def test_no_event_of_a_view_lies_after_its_day(
    given_: tuple[list[Item], list[Judgement]], at: dt.date
) -> None:
    for event in viewed(store_of(*given_), View(at=at)).snapshot.events():
        assert status_as_of(event.history, WORDS, on=at) == (event.status, event.standing)


@settings(max_examples=30)
@given(judged(), days, days)
def test_more_documents_are_known_on_a_later_day(
    given_: tuple[list[Item], list[Judgement]], one: dt.date, other: dt.date
) -> None:
    store = store_of(*given_)
    earlier, later = sorted((one, other))
    documents = [
        {document.id for document in viewed(store, View(known=known)).snapshot.documents()}
        for known in (earlier, later)
    ]
    assert documents[0] <= documents[1]


@settings(max_examples=40)
@given(judged(), views, st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True))
def test_a_view_about_some_actors_holds_what_the_whole_view_holds_of_them(
    given_: tuple[list[Item], list[Judgement]], view: View, about: list[str]
) -> None:
    store = store_of(*given_)
    whole, part = viewed(store, view).snapshot, viewed(store, view, about=about).snapshot
    assert list(part.events(actors=about)) == list(whole.events(actors=about))
    assert list(part.ties(actors=about)) == list(whole.ties(actors=about))
