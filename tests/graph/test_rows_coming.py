"""Event tables that come twice, break off or go: what is left, and what is not."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.errors import UsageError
from hedgerow.graph import pieces, tables_intake
from hedgerow.graph.difference import Difference
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.rdf import local_id, node, prop
from hedgerow.graph.records import Appearance, Document, Judgement
from hedgerow.graph.rows_reading import told_in_tables
from hedgerow.graph.store import Store
from hedgerow.graph.tables import Table
from tests.graph.articles import claim, document
from tests.graph.conftest import NewStore
from tests.graph.rows import Row, batch, row, table

VISIT = row("visit", "USA VNM")
BAD = row("visit", "USA QQQ")
MANY = ("USA", "VNM", "CHN", "RUS", "IND", "JPN", "FRA", "DEU", "GBR", "BRA")
WHEN = "2025-01-01T00:00:00Z"


def met_at(path: str, **stated: str) -> Table:
    """The table of every test under a path of its own."""
    place = Appearance(path, publisher="ICEWS", **stated)
    return replace(table(), document=Document(table().document.text, (place,)))


def told(store: Store) -> set[bytes]:
    """Everything that a store holds, the ledger included."""
    out = io.BytesIO()
    store.export_nquads(out, canonical=False)
    return set(out.getvalue().splitlines())


def summaries(store: Store) -> set[str]:
    """The evidence and the edges as they are summed up."""
    quads = store._database.quads_for_pattern(None, prop("summary"), None, None)
    return {str(quad) for quad in quads}


def rename_buckets(store: Store) -> Store:
    """The store as if its claims had been put in place by other families."""
    database = store._database
    for quad in list(database.quads_for_pattern(None, prop("bucket"), None, None)):
        renamed = node(local_id(quad.object).replace("bucket/", "bucket/old", 1))
        database.remove(quad)
        database.add(ox.Quad(quad.subject, quad.predicate, renamed, quad.graph_name))
    return Store(database)


def test_a_refusal_that_is_interrupted_leaves_nothing_of_the_table(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped: list[str] = []
    drop_rows = tables_intake.drop_rows

    def interrupted(database: ox.Store, of: str) -> None:
        dropped.append(of)
        if len(dropped) == 1:
            raise KeyboardInterrupt
        drop_rows(database, of)

    monkeypatch.setattr(tables_intake, "PIECE", 1)
    monkeypatch.setattr(tables_intake, "drop_rows", interrupted)
    before = told(store)
    with pytest.raises(KeyboardInterrupt):
        store.add_tables(
            [(table(), [batch(VISIT), batch(BAD, first=2)])], refuse=lambda of, why: None
        )
    assert told(store) == before
    assert store.add_tables([(table(), [batch(VISIT)])]).new == (table().document.id,)


def test_what_is_undone_or_refused_leaves_nothing_in_the_ledger(store: Store) -> None:
    before = told(store)
    good = met_at("a.tab", retrieved=WHEN)
    with pytest.raises(UsageError):
        store.add_tables([(good, [batch(VISIT)]), (table("b"), [batch(BAD)])])
    assert told(store) == before


def test_a_table_met_again_under_another_path_appears_in_both(new_store: NewStore) -> None:
    one, other = met_at("a.tab"), met_at("b.tab", retrieved=WHEN)
    rows = (row("visit", "USA VNM", page=None), row("sanction", "USA CHN"))
    stores = [new_store() for _ in range(4)]
    for store, pair in zip(stores, [(one, other), (other, one)] * 2, strict=True):
        if store in stores[:2]:
            store.add_tables((each, [batch(*rows)]) for each in pair)
        else:
            for each in pair:
                store.add_tables([(each, [batch(*rows)])])
    assert len({store.canonical_hash() for store in stores}) == 1
    assert {frozenset(summaries(store)) for store in stores} == {frozenset(summaries(stores[0]))}
    (found,) = stores[0].documents()
    assert [each.source for each in found.appearances] == ["a.tab", "b.tab"]
    assert stores[0].add_tables([(one, [])]).known == (table().document.id,)


def test_an_appearance_of_a_table_is_undone_with_the_rest(store: Store) -> None:
    store.add_tables([(met_at("b.tab"), [batch(VISIT)])])
    before = told(store)
    with pytest.raises(UsageError):
        store.add_tables([(met_at("a.tab"), []), (table("c"), [batch(BAD)])])
    assert told(store) == before


def test_an_article_under_the_address_of_a_table_is_no_edition_of_it() -> None:
    url = "https://example.org/a"
    of = document("They met.", url=url)
    item = (of, [claim(of, "visit", "USA VNM", date="2024-01-05")])
    first, second = Store.open(), Store.open()
    first.add([item])
    for store in (first, second):
        store.add_tables([(met_at("a.tab", url=url), [batch(VISIT)])])
    second.add([item])
    assert first.canonical_hash() == second.canonical_hash()
    (event,) = second.events()
    assert event.documents == 2


def test_a_document_with_the_text_of_a_table_says_nothing_of_its_rows(store: Store) -> None:
    store.add_tables([(table(), [batch(VISIT)])])
    before = told(store)
    place = Appearance("a2.tab", publisher="Other", title="Other", published="2010-01-01")
    assert store.add([(Document(table().document.text, (place,)), [])]).appeared == ()
    assert told(store) == before


def test_equal_rows_are_one_claim_unless_they_contradict(store: Store) -> None:
    twice = batch(VISIT, VISIT)
    twice.numbers[:] = [1, 1]
    added = store.add_tables([(table(), [twice])])
    assert added.claims == store.counts().claims == len(list(store.claims())) == 1
    other = batch(row("meeting", "USA VNM"), row("meeting", "VNM USA", code="043"))
    other.numbers[:] = [1, 1]
    before = store.canonical_hash()
    with pytest.raises(UsageError, match="number"):
        store.add_tables([(table("b"), [other])])
    assert store.canonical_hash() == before


@pytest.mark.parametrize(
    "bad",
    [
        row("visit", "USA VNM", "２０２４-01-05"),
        row("visit", "USA VNM", code="\ud800"),
        row("visit", "USA VNM", page="https://example.org/\ud800"),
        (*VISIT[:-1], "a \udfff"),
    ],
)
def test_rows_in_no_letters_or_digits_of_ours_are_refused(store: Store, bad: Row) -> None:
    refused: list[str] = []
    good = (table("b"), [batch(VISIT)])
    store.add_tables(
        [(table(), [batch(bad)]), good],
        refuse=lambda of, why: refused.append(of),
    )
    assert refused == [table().document.id]
    assert store.counts().claims == 1


def test_rows_are_put_in_place_by_another_version_of_the_ontology(new_store: NewStore) -> None:
    of = document("The President arrived in Hanoi.")
    store = new_store()
    store.add([(of, [claim(of, "visit", "USA VNM", date="2024-01-05")])])
    store.add_tables([(table(), [batch(VISIT, row("sanction", "USA CHN"))])])
    store.add_tables([(table("b", 0.4), [batch(VISIT)])])
    before, summed = store.canonical_hash(), summaries(store)
    again = rename_buckets(store)
    again.refresh()
    assert again.canonical_hash() == before
    assert summaries(again) == summed


def test_withdrawing_a_table_is_written_in_pieces_too(monkeypatch: pytest.MonkeyPatch) -> None:
    store, most = Store.open(), 100
    rows = [row("visit", f"{one} {other}") for one in MANY for other in MANY if one != other]
    store.add_tables([(table(), [batch(*rows)])])
    sizes: list[int] = []
    apply: Callable[[Difference, ox.Store], None] = Difference.apply

    def noted(self: Difference, database: ox.Store) -> None:
        sizes.append(len(self.added) + len(self.removed))
        apply(self, database)

    monkeypatch.setattr(pieces, "PIECE", most)
    monkeypatch.setattr(Difference, "apply", noted)
    store.withdraw(table().document.id, reason="a mistake", by="an analyst")
    assert max(sizes) < 2 * most
    assert store.counts().claims == 0


def test_articles_and_tables_are_withdrawn_in_one_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = document("They met.")
    gone = [Withdrawal(each, "a mistake", "x", WHEN) for each in (of.id, table().document.id)]
    with Store.open(tmp_path / "store") as store:
        store.add([(of, [claim(of, "visit", "USA VNM")])])
        store.add_tables([(table(), [batch(VISIT)]), (table("b"), [batch(VISIT)])])
        before, sequence = store.counts(), store.sequence
        with monkeypatch.context() as patch:
            patch.setattr("hedgerow.graph.store.resolve_without", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                store.adopt([], gone)
    with Store.open(tmp_path / "store") as store:
        assert (store.counts(), store.sequence) == (before, sequence)
        changes = store.adopt([], [*gone, Withdrawal(table("b").document.id, "r", "x", WHEN)])
        assert store.sequence == sequence + 1
        assert (store.counts().claims, store.counts().withdrawn) == (0, 3)
        assert (len(changes.events), changes.untold) == (1, 2)


def test_judgements_on_a_table_that_goes_with_them_do_no_harm(store: Store) -> None:
    store.add_tables([(table(), [batch(VISIT)])])
    (found,) = store.claims()
    correct = Judgement("correct", (found.id,), "x", WHEN, corrections={"actors": "USA CHN"})
    store.adopt([correct], [Withdrawal(table().document.id, "a mistake", "x", WHEN)])
    assert (store.counts().claims, store.counts().events) == (0, 0)
    assert not store._database.contains_named_graph(node(table().document.id))


def test_tables_may_be_listed_before_their_rows_are_read() -> None:
    store = Store.open()
    store.add_tables([(table(), [batch(VISIT)]), (table("b"), [batch(VISIT)])])
    for of, claims in list(told_in_tables(store._database)):
        assert {one.document for one, _ in claims} == {of.document.id}


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
