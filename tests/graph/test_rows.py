"""Rows of event tables: claims like others, kept in few quads and never held all at once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import UsageError
from hedgerow.graph.catalogue import documents_naming, imprint_of_claim, number_of_claims
from hedgerow.graph.doubts import doubts, doubts_since
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.rdf import RDF_TYPE, hr, local_id, node
from hedgerow.graph.reading import find_claim
from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.resolution import LEAST_CONFIDENCE
from hedgerow.graph.store import Store
from hedgerow.graph.tables import Rows, Table
from hedgerow.graph.tables_intake import AddedTables
from hedgerow.ontology.validation import validate
from tests.graph.articles import article, claim, document
from tests.graph.conftest import NewStore
from tests.graph.rows import PAGE, Row, batch, row, rows_at_random, table

MOST_QUADS = 12
UNSURE = 0.4


def loaded(store: Store, *told: Row, of: Table | None = None) -> AddedTables:
    return store.add_tables([(of or table(), [batch(*told)])])


def claims_of(store: Store, of: Table) -> list[Claim]:
    return sorted(store.claims(document=of.document.id), key=lambda each: each.start)


def judgement(decision: str, *claims: str, at: str = "2025-01-01T00:00:00Z") -> Judgement:
    return Judgement(decision, claims, "an analyst", at)


def test_a_row_is_a_claim_with_all_that_follows_from_its_table(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"))
    (found,) = store.claims(document=table().document.id)
    assert (found.type, found.actors, found.status) == ("visit", ("USA", "VNM"), "occurred")
    assert [party.role for party in found.parties] == ["visitor", "host"]
    assert (found.phase, found.date, found.date_basis) == ("begins", "2024-01-05", "stated")
    assert (found.start, found.end, found.engine, found.rule) == (1, 1, "icews", "icews/042")
    assert found.confidence == table().confidence
    assert find_claim(store._database, found.id) == found


def test_a_row_tells_of_its_own_day_and_its_page_speaks_in_it(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"), row("visit", "USA CHN", page=None))
    paged, unpaged = (imprint_of_claim(store, each) for each in claims_of(store, table()))
    assert (paged.published, paged.publisher, paged.address) == ("2024-01-05", "example.org", PAGE)
    assert (unpaged.publisher, unpaged.address) == ("ICEWS", "a.tab")


def test_equal_actors_are_sorted_whichever_comes_first(store: Store) -> None:
    loaded(store, row("meeting", "VNM USA"))
    assert [found.actors for found in store.claims()] == [("USA", "VNM")]


@settings(max_examples=60, deadline=None)
@given(st.lists(rows_at_random(), min_size=1, max_size=12), st.sampled_from((UNSURE, 0.7)))
def test_rows_make_few_quads_and_each_node_has_the_id_of_its_claim(
    told: list[Row], confidence: float
) -> None:
    of = table(confidence=confidence)
    store = Store.open()
    assert loaded(store, *told, of=of).claims == len(told)
    graph = node(of.document.id)
    quads = Counter(
        local_id(quad.subject)
        for quad in store._database.quads_for_pattern(None, None, None, graph)
        if local_id(quad.subject).startswith("claim/")
    )
    found = claims_of(store, of)
    assert {each.id for each in found} == quads.keys()
    assert max(quads.values()) <= MOST_QUADS
    assert [each.quote for each in found] == [one[-1] for one in told]
    (kept,) = ([*rows] for _, rows in store.tables())
    numbers = sorted(number for rows in kept for number in rows.numbers)
    assert numbers == list(range(1, len(told) + 1))


@settings(max_examples=40, deadline=None)
@given(st.lists(rows_at_random(), max_size=12), st.integers(1, 11))
def test_neither_batches_nor_order_of_loading_play_a_part(told: list[Row], cut: int) -> None:
    first, second, other = Store.open(), Store.open(), table("b", UNSURE, "gdelt")
    item = article("Vietnam and America met.", "meeting", "USA VNM")
    first.add_tables([(table(), [batch(*told)]), (other, [batch(*told)])])
    first.add([item])
    second.add([item])
    second.add_tables([(other, [batch(*told)])])
    second.add_tables(
        [(table(), [batch(*told[:cut]), batch(*told[cut:], first=len(told[:cut]) + 1)])]
    )
    assert first.canonical_hash() == second.canonical_hash()
    second.refresh()
    assert first.canonical_hash() == second.canonical_hash()


def test_rows_that_count_resolve_with_what_articles_say_and_a_table_is_one_document(
    store: Store,
) -> None:
    of = document("The President arrived in Hanoi.")
    store.add([(of, [claim(of, "visit", "USA VNM", date="2024-01-05")])])
    added = loaded(store, row("visit", "USA VNM"), row("visit", "USA VNM", "2024-01-06"))
    assert (added.claims, added.waiting, added.buckets) == (2, 0, 1)
    (event,) = store.events(actors=["USA", "VNM"])
    assert (len(event.claims), event.documents) == (3, 2)
    assert store.counts().claims == 3


def test_rows_read_unsurely_wait_outside_all_buckets_and_lists(store: Store) -> None:
    of = table(confidence=UNSURE, scheme="gdelt")
    added = loaded(store, row("visit", "USA VNM"), row("visit", "USA CHN"), of=of)
    assert (added.claims, added.waiting, added.changes) == (2, 2, 0)
    assert store.waiting_rows() == {of.document.id: 2}
    assert store.counts().waiting == 2
    assert not doubts(store)
    assert not list(store.events())


def test_a_waiting_row_counts_once_it_is_accepted_and_no_longer_once_rejected(
    store: Store,
) -> None:
    of = table(confidence=UNSURE)
    loaded(store, row("visit", "USA VNM"), row("visit", "USA CHN"), of=of)
    first = claims_of(store, of)[0]
    changes = store.judge(judgement("accept", first.id))
    assert [change.edge.claims for change in changes.events] == [(first.id,)]
    assert store.counts().waiting == 1
    store.judge(judgement("reject", first.id, at="2025-02-01T00:00:00Z"))
    assert not list(store.events())
    assert store.counts().waiting == 2


def test_a_judgement_that_came_first_counts_when_its_row_comes(store: Store) -> None:
    of = table(confidence=UNSURE)
    other = Store.open()
    loaded(other, row("visit", "USA VNM"), of=of)
    accepted = judgement("accept", claims_of(other, of)[0].id)
    store.adopt([accepted])
    assert loaded(store, row("visit", "USA VNM"), of=of).waiting == 0
    other.judge(accepted)
    assert store.canonical_hash() == other.canonical_hash()


def test_a_known_table_is_not_read_again(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"))

    def never() -> Iterator[Rows]:
        raise AssertionError
        yield

    again = store.add_tables([(table(), never())])
    assert (again.new, again.known) == ((), (table().document.id,))


def test_a_withdrawn_table_leaves_nothing_and_stays_out(store: Store) -> None:
    item = article("Vietnam and America met.", "meeting", "USA VNM", date="2024-01-05")
    store.add([item])
    before = store.canonical_hash()
    loaded(store, row("meeting", "USA VNM"), row("visit", "USA CHN"))
    changes = store.withdraw(table().document.id, reason="a mistake", by="an analyst")
    assert len(changes) == 2
    assert store.canonical_hash() == before
    assert loaded(store, row("visit", "USA CHN")).withdrawn == (table().document.id,)
    assert store.counts().documents == 1


def test_a_row_that_is_no_claim_leaves_the_store_as_it_was(store: Store) -> None:
    before = store.canonical_hash()
    for bad in (
        row("visit", "USA USA"),
        row("visit", "USA QQQ"),
        row("vist", "USA VNM"),
        row("visit", "USA VNM", status="happened"),
        row("visit", "USA VNM", "2024-02-30"),
        row("visit", "USA VNM", "2024-02"),
    ):
        with pytest.raises(UsageError):
            store.add_tables([(table(), [batch(row("visit", "USA VNM")), batch(bad, first=2)])])
        assert store.canonical_hash() == before
    assert loaded(store, row("visit", "USA VNM")).claims == 1


def test_a_load_that_breaks_off_leaves_a_store_on_disk_as_it_was(tmp_path: Path) -> None:
    def cut_off() -> Iterator[Rows]:
        yield batch(row("visit", "USA VNM"))
        raise KeyboardInterrupt

    with Store.open(tmp_path / "store") as store:
        before = store.canonical_hash()
        with pytest.raises(KeyboardInterrupt):
            store.add_tables([(table(), cut_off())])
    with Store.read(tmp_path / "store") as snapshot:
        assert snapshot.canonical_hash() == before


def test_rows_survive_export_and_import(new_store: NewStore, tmp_path: Path) -> None:
    store, copy = new_store(), new_store()
    of = table("b", UNSURE, "gdelt")
    loaded(store, row("visit", "USA VNM"), row("sanction", "USA CHN", status="denied"))
    loaded(store, row("visit", "USA VNM"), row("protest", "USA CHN"), of=of)
    store.judge(judgement("accept", claims_of(store, of)[0].id))
    with (tmp_path / "out.nq").open("wb") as out:
        store.export_nquads(out)
    import_nquads(copy, tmp_path / "out.nq")
    assert copy.canonical_hash() == store.canonical_hash()
    assert copy.counts() == store.counts()


def test_rows_keep_to_the_shapes(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"), row("meeting", "USA CHN", page=None))
    lines = b"".join(
        f"{quad} .\n".encode()
        for quad in store._database.quads_for_pattern(None, None, None, None)
        if "graph/ontology" not in str(quad.graph_name)
    )
    assert validate(lines) == []
    code = hr("eventCode")
    broken = b"\n".join(line for line in lines.split(b"\n") if str(code).encode() not in line)
    assert "names its document" in "\n".join(each.message for each in validate(broken))


def test_a_table_is_named_by_its_actors_and_knows_how_many_rows_it_has(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"), row("meeting", "USA CHN"))
    of = table().document.id
    assert documents_naming(store, "VNM") == documents_naming(store, "CHN") == {of}
    assert not documents_naming(store, "IND")
    assert number_of_claims(store, of) == 2


def test_contested_rows_are_listed_for_review(store: Store) -> None:
    loaded(store, row("sanction", "USA CHN"), row("sanction", "USA CHN", status="denied"))
    assert len(doubts(store)) == 2


def test_contested_rows_of_one_status_are_listed_once_with_their_number(store: Store) -> None:
    asserting = [row("sanction", "USA CHN") for _ in range(5)]
    loaded(store, *asserting, row("sanction", "USA CHN", status="denied"))
    before = doubts(store)
    told = {(each.status, each.rows) for each in before.values()}
    assert told == {("occurred", 5), ("denied", 1)}
    loaded(store, row("sanction", "USA CHN"), of=table("b"))
    after = doubts_since(store, before, ())
    assert after == doubts(store)
    assert sum(each.rows for each in after.values()) == 7


def test_contested_rows_that_were_accepted_are_not_unsure(store: Store) -> None:
    told = row("sanction", "USA CHN"), row("sanction", "USA CHN", status="denied")
    loaded(store, *told, of=table(confidence=UNSURE, scheme="gdelt"))
    claims = tuple(each.id for each in store.claims())
    store.judge(Judgement("accept", claims, "an analyst", "2025-01-01T00:00:00Z"))
    assert [each.is_unsure for each in doubts(store).values()] == [False, False]


def test_progress_tells_rows_and_then_buckets(store: Store) -> None:
    told: list[tuple[str, int, int | None]] = []
    store.add_tables(
        [(table(), [batch(row("visit", "USA VNM"), row("visit", "USA CHN"))])],
        lambda *step: told.append(step),
    )
    assert told == [("rows", 2, None), ("buckets", 1, 2), ("buckets", 2, 2)]


def test_an_article_may_not_look_like_a_row(store: Store) -> None:
    of = document("The President arrived in Hanoi.")
    empty = replace(claim(of, "visit", "USA VNM"), quote="", start=3, end=3)
    with pytest.raises(UsageError):
        store.add([(of, [empty])])


def test_rows_are_members_of_the_class_of_claims(store: Store) -> None:
    loaded(store, row("visit", "USA VNM"), of=table(confidence=UNSURE))
    assert table(confidence=UNSURE).confidence < LEAST_CONFIDENCE
    members = store._database.quads_for_pattern(None, RDF_TYPE, hr("Claim"), None)
    assert [isinstance(quad, ox.Quad) for quad in members] == [True]
