"""Exports, imports, batches, the networkx view, and the ontology's shapes over a store."""

import io
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from hedgerow.errors import InputError
from hedgerow.graph.batches import add_in_batches
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.networkx_view import to_networkx
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.terms import HR
from hedgerow.ontology.validation import validate
from tests.graph.articles import article, claim, document, rows

VISIT = article("A Russian minister visited.", "visit", "RUS VNM", date="2023-09-10")
DEAL = article("Russia may sell jets.", "arms_deal", "RUS VNM", "talks")
CALL = article("They spoke.", "call", "USA VNM", date="2023-08")


def with_levels() -> Store:
    """A store with events, a tie on two ladders, a denial, a judgement and a withdrawal."""
    raised, denied = document("They raised it."), document("They did not.", publisher="Wire")
    store = Store.open()
    store.add([VISIT, DEAL, CALL])
    level = claim(raised, "partnership_upgrade", "CHN VNM", "agreed", "2008-05", level="strategic")
    store.add([(raised, [level])])
    refusal = claim(denied, "visit", "RUS VNM", "occurred", "2023-09-10")
    store.add([(denied, [replace(refusal, status="denied", stage="occurred")])])
    store.withdraw(CALL[0].id, reason="retracted", by="analyst")
    corrected = {"item": "Su-30"}
    told = DEAL[1][0].id
    store.judge(Judgement("correct", (told,), "analyst", "2024-01-01", corrections=corrected))
    return store


def test_every_term_of_a_store_is_declared_by_the_ontology() -> None:
    store = with_levels()
    asked = "SELECT DISTINCT ?t WHERE { { ?s ?t ?o } UNION { ?s a ?t } UNION { ?s ?p ?t } }"
    terms = {row["t"].value for row in rows(store, asked)}
    ours = {term.removeprefix(HR_NS) for term in terms if term.startswith(HR_NS)}
    assert {term for term in ours if not hasattr(HR, term)} == set()


def test_a_store_obeys_the_ontology_s_shapes() -> None:
    out = io.BytesIO()
    with_levels().export_nquads(out, canonical=False)
    assert validate(out.getvalue()) == []


def test_what_was_decided_travels_with_a_full_export(tmp_path: Path) -> None:
    store, copy = with_levels(), Store.open()
    file = tmp_path / "all.nq"
    with file.open("wb") as out:
        store.export_nquads(out, canonical=False)
    import_nquads(copy, file)
    assert copy.canonical_hash() == store.canonical_hash()
    assert [each.document for each in copy.withdrawals()] == [CALL[0].id]
    assert copy.add([CALL]).withdrawn == (CALL[0].id,)


def test_an_import_into_a_filled_store_adds_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "export.nq"
    theirs, both, ours = Store.open(), Store.open(), Store.open()
    theirs.add([VISIT, CALL])
    with file.open("wb") as out:
        theirs.export_nquads(out)
    ours.add([VISIT, DEAL])
    added = import_nquads(ours, file)
    both.add([VISIT, CALL, DEAL])
    assert (added.added.new, added.added.known) == ((CALL[0].id,), (VISIT[0].id,))
    assert ours.canonical_hash() == both.canonical_hash()


@pytest.mark.parametrize("content", [b"", b"\x00\xff junk", b"<http://a> <http://b> .\n"])
def test_a_file_that_is_no_export_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "junk.nq"
    file.write_bytes(content)
    with pytest.raises(InputError, match="hedgerow export"):
        import_nquads(Store.open(), file)
    with pytest.raises(InputError, match="hedgerow export"):
        import_nquads(Store.open(), tmp_path / "missing.nq")


def test_batches_grow_with_the_store_and_end_with_the_rest() -> None:
    store = Store.open()
    many = [article(f"Report {each}.", "visit", "RUS VNM") for each in range(20)]
    sizes = [len(added.new) for added in add_in_batches(store, many, least=4, clock=lambda: 0)]
    assert sizes == [4, 4, 4, 6, 2]


def test_a_slow_load_commits_as_time_passes() -> None:
    store = Store.open()
    seconds = iter(range(0, 10_000, 20))
    many = [article(f"Report {each}.", "visit", "RUS VNM") for each in range(40)]
    clock = lambda: next(seconds)  # noqa: E731
    sizes = [len(added.new) for added in add_in_batches(store, many, least=2, clock=clock)]
    assert max(sizes) <= 4
    assert store.counts().documents == 40


def test_a_network_has_a_node_an_actor_and_an_edge_a_pair() -> None:
    store = with_levels()
    graph = to_networkx(store)
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes["VNM"]["name"] == "Vietnam"
    (tie,) = [data for *_, data in graph.edges(data=True) if data["edge"] == "tie"]
    assert (tie["kind"], tie["level"], tie["symmetric"]) == ("partnership", "strategic", True)
    visits = [(a, b) for a, b, data in graph.edges(data=True) if data.get("type") == "visit"]
    assert visits == [("RUS", "VNM")]
    assert set(to_networkx(store, among=["CHN"])) == {"CHN", "VNM"}


def test_a_summit_of_many_draws_no_pairs() -> None:
    many = "AUS BRN CHN FRA GBR IDN IND JPN KOR"
    store = Store.open()
    store.add([article("They met.", "meeting", many)])
    assert to_networkx(store).number_of_edges() == 0
