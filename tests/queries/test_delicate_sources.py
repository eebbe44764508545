"""Manipulated sources: dates to come, one against several, parties alone, copies, owners."""

import datetime as dt
from dataclasses import replace

import pytest

from hedgerow.graph.store import Store
from hedgerow.ontology.outlets import Outlets, outlets
from hedgerow.queries.asking import ask
from hedgerow.queries.brief.reading import read_brief
from hedgerow.queries.hedging.hedging import hedging
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edge_rows import read_edges
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.reading.summarised import nodes
from hedgerow.queries.review.queue import queue
from hedgerow.queries.sources import speakers
from hedgerow.queries.sources.contradictions import contradictions
from hedgerow.queries.sources.party_only import party_only
from hedgerow.queries.timeline import timeline
from hedgerow.queries.words.grades import held_of
from tests.queries.making import Article, store_of

PAIR = Selection("VNM", "USA")
OUTLETS = ("One", "Two", "Three")


def raised(publisher: str, published: str = "2023-09-11", **more: str) -> Article:
    """An article that tells of one partnership, in words of its own."""
    told = {"date": "2023-09-10", "level": "comprehensive_strategic"} | more
    return Article(published, publisher, source=f"{publisher}{told}.txt").says(
        f"{publisher} tells that Vietnam and the United States raised their ties {told}.",
        *("partnership_upgrade", "VNM USA", "agreed"),
        **told,
    )


def reasons_of(store: Store) -> dict[str, set[str]]:
    """Why claims wait, by the outlet that makes them."""
    found: dict[str, set[str]] = {}
    for one in queue(store):
        publisher = str(store.document(one.doubt.document).publisher)
        found.setdefault(publisher, set()).update(one.reasons)
    return found


def test_an_article_dated_in_the_future_does_not_move_today_nor_what_was_last_confirmed() -> None:
    spoofed = Article("2031-01-01", "Spoof", source="s.txt").says(
        "The partnership of Vietnam and the United States stands in 2031.",
        *("partnership_upgrade", "VNM USA", "agreed"),
        phase="holds",
        level="comprehensive_strategic",
    )
    store = store_of([raised("One"), spoofed])
    today = dt.datetime.now(dt.UTC).date()
    assert coverage(store).as_of == today
    assert timeline(store, "VNM", "USA").as_of == today
    assert hedging(store, "VNM", resampled=False).on == today
    brief = read_brief(store, [PAIR], "7d")
    assert brief.period.last == today
    (tie,) = (edge for edge in edges_of(store, PAIR) if edge.is_tie)
    assert tie.last_confirmed is not None
    assert tie.last_confirmed <= "2023-09-11"


@pytest.mark.parametrize("dates", [["2031-01-01"], ["2024-03", "2031"], ["2024-03", "2024-03-02"]])
def test_what_was_last_confirmed_is_the_same_by_either_way_of_reading(dates: list[str]) -> None:
    def holds(published: str) -> Article:
        return Article(published, published, source=f"{published}.txt").says(
            f"{published} tells that the partnership of Vietnam and the United States stands.",
            *("partnership_upgrade", "VNM USA", "agreed"),
            phase="holds",
            level="comprehensive_strategic",
        )

    for first in ([raised("One")], []):
        store = store_of([*first, *map(holds, dates)])
        edges = edges_of(store, PAIR)
        assert read_edges(store, nodes(edge.id for edge in edges)) == edges
        (tie,) = (edge for edge in edges if edge.is_tie)
        assert (tie.last_confirmed or "") < "2026"


def test_a_publisher_that_a_page_names_does_not_hide_whose_host_it_is() -> None:
    told = raised("Reuters")
    told.url = "https://en.nhandan.vn/1"
    store = store_of([told])
    edges = edges_of(store, PAIR)
    sources = sources_of(store, PAIR)
    assert all(party_only(edge, sources[edge.id]) for edge in edges)


def test_a_document_dated_after_it_was_loaded_waits_for_a_person_and_says_so() -> None:
    store = store_of([raised("One"), raised("Spoof", "2031-01-01")])
    assert "future_published" in reasons_of(store)["Spoof"]
    assert "One" not in reasons_of(store)
    told = [one for some in sources_of(store, PAIR).values() for one in some]
    spoofed = next(one for one in told if one.publisher == "Spoof")
    assert [*held_of(spoofed)] == ["dated in the future"]


def test_one_source_with_another_day_against_three_is_flagged_and_changes_nothing() -> None:
    three = [raised(each) for each in OUTLETS]
    alone = raised("Alone", date="2023-09-12")
    before, after = store_of(three), store_of([*three, alone])
    (found,) = contradictions(after).values()
    assert found.how == "date"
    assert "contradicts" in reasons_of(after)["Alone"]
    assert set(reasons_of(after)) == {"Alone"}
    stood = [[(e.what, e.status, e.stated) for e in edges_of(s, PAIR)] for s in (before, after)]
    assert stood[0] == stood[1]


def test_one_source_with_another_level_against_three_is_flagged() -> None:
    three = [raised(each) for each in OUTLETS]
    store = store_of([*three, raised("Alone", level="strategic")])
    assert [one.how for one in contradictions(store).values()] == ["level"]


def test_the_other_direction_told_by_one_source_is_flagged() -> None:
    def delivered(publisher: str, actors: str) -> Article:
        return Article("2023-09-11", publisher, source=f"{publisher}.txt").says(
            f"{publisher} tells of ships handed over on 10 September.",
            *("arms_transfer", actors, "delivered"),
            date="2023-09-10",
            item="ships",
        )

    three = [delivered(each, "JPN VNM") for each in OUTLETS]
    store = store_of([*three, delivered("Alone", "VNM JPN")])
    assert [one.how for one in contradictions(store).values()] == ["direction"]


@pytest.mark.parametrize(
    ("type_", "status"),
    [("sanction", "in_force"), ("visit", "occurred"), ("expulsion", "occurred")],
)
def test_an_answer_in_kind_is_no_contradiction(type_: str, status: str) -> None:
    def told(publisher: str, actors: str, date: str) -> Article:
        return Article("2025-03-05", publisher, source=f"{publisher}.txt").says(
            f"{publisher} tells what was done on {date} in words of {publisher}.",
            *(type_, actors, status),
            date=date,
        )

    three = [told(each, "USA CHN", "2025-03-03") for each in OUTLETS]
    assert not contradictions(store_of([*three, told("Alone", "CHN USA", "2025-03-04")]))


def test_two_sources_against_one_are_too_few_to_flag_it() -> None:
    two = [raised(each) for each in OUTLETS[:2]]
    assert not contradictions(store_of([*two, raised("Alone", date="2023-09-12")]))


def test_copies_of_one_text_altered_slightly_are_one_source_and_contradict_nobody() -> None:
    body = " ".join(f"Sentence {n} of the agency's long report on the visit." for n in range(60))

    def copy(publisher: str, altered: str) -> Article:
        return raised(publisher).says(
            f"{altered} {body}", "visit", "USA VNM", "occurred", date="2023-09-10"
        )

    copies = [copy(name, f"Printed here as item {n}.") for n, name in enumerate(OUTLETS)]
    same = [replace_first(each) for each in copies]
    store = store_of([*same, raised("Alone", date="2023-09-12")])
    visit = next(edge for edge in edges_of(store, PAIR) if edge.what == "visit")
    assert (visit.documents, visit.sources) == (3, 1)
    assert not contradictions(store)


def replace_first(article: Article) -> Article:
    """An article whose first sentence names no outlet, as an agency's does."""
    (_, first), *rest = article.told
    quote = "Vietnam and the United States raised their ties on 10 September."
    return replace(article, told=[(quote, replace(first, quote=quote)), *rest])


def test_only_a_party_says_so_where_outlet_or_speaker_is_a_party_s() -> None:
    own = raised("Nhan Dan")
    stores = {
        "own outlet": store_of([own]),
        "own speaker": store_of([raised("One", attributed_to="Vietnamese foreign ministry")]),
        "another": store_of([own, raised("One")]),
    }
    found = {}
    for name, store in stores.items():
        told = sources_of(store, PAIR)
        found[name] = {party_only(edge, told[edge.id]) for edge in edges_of(store, PAIR)}
    assert found == {"own outlet": {True}, "own speaker": {True}, "another": {False}}
    entries = timeline(stores["own outlet"], "VNM", "USA").entries
    assert all("only a party says so" in entry.words for entry in entries)
    rows = ask(stores["own outlet"], "record", {"a": "VNM", "b": "USA"}).rows
    assert {row["caution"] for row in rows} == {"only a party says so"}


def test_no_measure_changes_with_who_owns_an_outlet(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [raised("Nhan Dan"), raised("One")]
    before = hedging(store_of(articles), "VNM", resampled=False).table()
    others = Outlets(replace(each, ownership="private", state="USA") for each in outlets())
    monkeypatch.setattr(speakers, "outlets", lambda: others)
    assert hedging(store_of(articles), "VNM", resampled=False).table() == before
