"""Every statement of a store is found again in its nodes, but for those that are left out."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given, settings

from hedgerow.graph.ids import from_iri
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j.fingerprint import node_fingerprint
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.projection import Node
from hedgerow.graph.rdf import APART, ONTOLOGY
from hedgerow.graph.store import Store
from hedgerow.ontology.namespaces import HR_NS
from tests.graph.articles import archives, article, rows

LEFT_OUT = {"bucket", "actor"}
"""`actor` repeats what source, other and party say."""


def stated(store: Store) -> Counter[tuple[str, str]]:
    """Subject and property of every statement that must be found again."""
    apart = ", ".join(map(str, (*APART, ONTOLOGY)))
    query = (
        "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } "
        f"FILTER(?g NOT IN ({apart}) && STRSTARTS(STR(?p), '{HR_NS}')) }}"
    )
    found: Counter[tuple[str, str]] = Counter()
    for row in rows(store, query):
        name, subject = row["p"].value.removeprefix(HR_NS), from_iri(row["s"].value)
        if name not in LEFT_OUT and (name, subject[:8]) != ("text", "document"):
            found[subject, name] += 1
    return found


def told(node: Node) -> Counter[tuple[str, str]]:
    """The same of a node: each value and link under the name of its RDF property."""
    found: Counter[tuple[str, str]] = Counter()
    for name, value in node.properties.items():
        if name not in ("id", "name") or "/" not in node.id:
            found[node.id, {"type": "tieType"}.get(name, name)] += (
                len(value) if isinstance(value, list) else 1
            )
    for link in node.links:
        found[node.id, link.role or camel(link.type)] += 1
    return found


def camel(type_: str) -> str:
    first, *others = type_.lower().split("_")
    return first + "".join(each.capitalize() for each in others)


@settings(max_examples=40, deadline=None)
@given(archives())
def test_nothing_is_lost_and_nothing_is_made_up(items: list[Item]) -> None:
    store = Store.open()
    store.add(items)
    found: Counter[tuple[str, str]] = Counter()
    for node in store.nodes():
        counts = told(node)
        if "attributes" not in node.labels:
            found += counts
    expected = stated(store)
    names = {key for key in expected if key[1] == "name"}
    for key in names:
        found[key] = expected[key]  # an attribute of claims shares its name with labels
    assert found == expected


@settings(max_examples=20, deadline=None)
@given(archives())
def test_a_subject_comes_once_and_looks_the_same_by_itself(items: list[Item]) -> None:
    store = Store.open()
    for item in items:
        store.add([item])
    nodes = list(store.nodes())
    assert len({node.id for node in nodes}) == len(nodes)
    for node in nodes[::7]:
        alone = store.node(node.id)
        assert alone is not None
        assert node_fingerprint(alone) == node_fingerprint(node)


def test_the_quads_of_a_graph_come_subject_by_subject_from_disk(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    for part in range(3):
        store.add(
            [
                article(f"{part} {n}", "visit", "USA VNM", date=f"20{n:02}-01-01")
                for n in range(part, 60, 3)
            ]
        )
    ids = [node.id for node in store.nodes()]
    assert len(set(ids)) == len(ids) > 300
    store.close()


def test_types_of_edges_and_of_links_do_not_meet() -> None:
    known = model()
    assert not set(known.edge_types) & set(known.link_types)
    assert len(known.edge_types) == len(set(known.edge_types))


def test_terms_that_are_not_statements_of_the_world_stay_away() -> None:
    store = Store.open()
    names = {name for node in store.nodes() for name in node.properties}
    assert names == {"id", "code", "name"}
    assert isinstance(store.query("ASK { ?x a hr:TieType }"), ox.QueryBoolean)
