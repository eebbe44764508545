"""What is read from summaries is what the quads say, however a store came by them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.buckets import read_evidence_anew
from hedgerow.graph.evidence_rdf import read_evidence
from hedgerow.graph.intake import Item
from hedgerow.graph.rdf import LEDGER, RESOLVED, SUMMARIES, hr, local_id
from hedgerow.graph.records import Judgement
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.summaries_rdf import EDGE, SENTENCE
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading import edge_rows
from hedgerow.queries.reading.archive import archive_of
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import (
    Selection,
    attribute_of,
    edges_of,
    ids_of,
    sources_for,
    sources_of,
    told_of,
)
from hedgerow.queries.reading.kept import forget
from tests.graph.articles import CODES, archives
from tests.queries.making import Article

ACTORS = [Selection(code) for code in CODES]
PAIRS = [Selection(*pair) for pair in combinations(CODES, 2)]
SOME = ("visit", "sanction", "partnership", "deployment")


def assert_read_alike(store: Snapshot) -> None:
    """Whatever is read from the summaries of a store is what its quads say."""
    assert store.has_summaries
    every = [*ACTORS, *PAIRS, *(Selection(what=name) for name in SOME), Selection("USA", of=SOME)]
    for wanted in every:
        ids, edges = ids_of(store, wanted), edges_of(store, wanted)
        assert edges == edge_rows.read_edges(store, ids)
        assert sources_of(store, wanted) == edge_rows.read_sources(store, ids)
        assert sources_for(store, edges) == sources_of(store, wanted)
    for name in vocabulary().attributes:
        told = edge_rows.read_attribute(store, ids_of(store, ACTORS[0]), name)
        assert attribute_of(store, ACTORS[0], name) == told
        by_claim = edge_rows.read_told(store, ids_of(store, ACTORS[0]), name)
        assert told_of(store, ACTORS[0], name) == by_claim
    of_buckets = store._database.quads_for_pattern(None, hr("bucket"), None, None)
    for bucket in {local_id(quad.object) for quad in of_buckets} | buckets_told(store):
        told = read_evidence(store._database, bucket)
        assert told == read_evidence_anew(store._database, bucket)
        assert all(one.claim.id == replace(one.claim).id == each for each, one in told.items())


def buckets_told(store: Snapshot) -> set[str]:
    """The buckets whose evidence is summed up."""
    quads = store._database.quads_for_pattern(None, hr("summary"), None, SUMMARIES)
    return {each for quad in quads if (each := local_id(quad.subject)).startswith("bucket/")}


def summaries(store: Store) -> set[ox.Quad]:
    """The summaries that are stored, with what they are laid out like."""
    return set(store._database.quads_for_pattern(None, hr("summary"), None, SUMMARIES))


@contextmanager
def sittings(*batches: list[Item]) -> Iterator[Store]:
    """A store on disk that is opened anew for each batch."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        for batch in batches:
            with Store.open(path) as store:
                store.add(batch)
        with Store.open(path) as store:
            yield store


@settings(max_examples=25, deadline=None)
@given(archives(), st.integers(0, 6), st.data())
def test_summaries_agree_with_quads(given_: list[Item], cut: int, data: st.DataObject) -> None:
    claims = sorted({claim.id for _, told in given_ for claim in told})
    with sittings(given_[:cut], given_[cut:]) as store:
        assert_read_alike(store)
        if claims:
            named = data.draw(st.lists(st.sampled_from(claims), min_size=1, max_size=2))
            decision = data.draw(st.sampled_from(("reject", "correct", "different")))
            new = {"type": "visit"} if decision == "correct" else {}
            store.judge(Judgement(decision, tuple(named), "me", "2024-01-01", corrections=new))
            assert_read_alike(store)
            gone = data.draw(st.sampled_from([document.id for document, _ in given_]))
            store.withdraw(gone, reason="retracted", by="me")
            assert_read_alike(store)
        kept = summaries(store)
        store.refresh()
        assert summaries(store) == kept


@pytest.mark.parametrize("later", [{"title": "Seen"}, {"url": "https://a.example"}, {}])
def test_a_document_that_appears_again_is_told_as_it_now_is(later: dict[str, str]) -> None:
    def item(source: str, title: str | None = None, url: str | None = None) -> Item:
        article = Article("2024-01-02", "Wire", title, url, source)
        return article.says("They met.", "meeting", "USA VNM", "occurred").item()

    with sittings([item("b.txt")], [item("a.txt", **later)]) as store:
        assert_read_alike(store)
        (source,) = next(iter(sources_of(store, Selection("VNM")).values()))
    assert source.title == later.get("title")
    assert source.address == later.get("url", "a.txt")


def test_the_layout_is_that_of_what_is_read() -> None:
    assert tuple(Edge.__slots__) == EDGE
    told = Source.__slots__[: Source.__slots__.index("reliability")]
    assert (*told, "attributes") == SENTENCE  # what people hold of it is read with it, not from it


def test_every_edge_has_one_summary_and_nothing_else_has(examples: Store) -> None:
    subjects = [quad.subject for quad in summaries(examples)]
    kept = [each for each in subjects if local_id(each) not in buckets_told(examples)]
    classes = ("Event", "Tie")
    edges = {
        quad.subject
        for name in classes
        for quad in examples._database.quads_for_pattern(None, None, hr(name), RESOLVED)
    }
    assert sorted(map(str, kept)) == sorted(map(str, {*edges, SUMMARIES}))


def test_a_store_of_an_earlier_version_is_read_from_its_quads() -> None:
    article = Article("2024-01-02").says("They met.", "meeting", "USA VNM", "occurred")
    with sittings([article.item()]) as store:
        found = [edges_of(store, Selection("VNM")), sources_of(store, Selection("VNM"))]
        for quad in store._database.quads_for_pattern(
            None, hr("ontologyFingerprint"), None, LEDGER
        ):
            store._database.remove(quad)
            changed = ox.Literal("of an earlier version")
            store._database.add(ox.Quad(quad.subject, quad.predicate, changed, LEDGER))
        forget(store)
        assert not store.has_summaries
        assert archive_of(store).summaries(Selection("VNM").ids, {}) is None
        assert [edges_of(store, Selection("VNM")), sources_of(store, Selection("VNM"))] == found
