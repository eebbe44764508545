"""Sync with Neo4j, beside rdflib-neo4j and a bare UNWIND loop: same graph, same server, same run.

    python -m benchmarks.bench_sync [--edges 100000] [--only-sync]

An edge is a relationship in Neo4j. The bare loop has its rows ready in memory and keeps no
fingerprints: it is the ceiling of what one client can do. rdflib-neo4j reads the same statements
from N-Triples; it merges edges of one type, so it writes fewer. The aims: 0.7 of the bare loop, 10
times rdflib-neo4j, 3 s for an unchanged graph of 100,000 edges, 0.5 s for one more article.

The server is started for the run; NEO4J_URI names one of your own, which must be empty.
"""

import argparse
import contextlib
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import neo4j
import pyoxigraph as ox
from rdflib import Graph
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig

from benchmarks.synthetic import Item, Maker, items
from hedgerow.graph.batches import add_in_batches
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.rdf import LEDGER, ONTOLOGY, prop
from hedgerow.graph.store import Store
from hedgerow.graph.streams import batched
from scripts.neo4j_server import Neo4jServer

EDGES_A_CLAIM = 12.2
BATCH = 5_000
ROUNDS = 3
LABEL = "Hedgerow"
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
UNIQUE = f"CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.id IS UNIQUE"


def main(edges: int, *, only_sync: bool) -> None:
    """Make the graph and print what each contender takes."""
    with tempfile.TemporaryDirectory() as folder, server(Path(folder) / "neo4j") as target:
        path = Path(folder) / "bench.store"
        with Store.open(path) as store:
            for _ in add_in_batches(store, items(round(edges / EDGES_A_CLAIM))):
                pass
            if only_sync:
                print_memory(path, target)
                return
            warm_up(target)
            written = print_contenders(store, target, Path(folder))
            print_repeats(store, target, written)


@contextlib.contextmanager
def server(home: Path) -> Iterator[Target]:
    """A server of the run's own, or the user's."""
    uri = os.environ.get("NEO4J_URI")
    if uri:
        user = os.environ.get("NEO4J_USERNAME", "neo4j")
        yield Target(uri, user, os.environ.get("NEO4J_PASSWORD"))
        return
    with Neo4jServer(home, password="benchmarks", heap="3g") as own:  # noqa: S106  a throw-away
        yield Target(own.uri, *(own.auth or (None, None)))


def warm_up(target: Target) -> None:
    """Let Java compile what all contenders use, on another graph."""
    with Store.open() as store:
        store.add(list(items(4_000, seed=2)))
        for _ in range(ROUNDS):
            empty(target)
            with Server(target) as opened:
                sync(store, opened)
            empty(target)
            bare_loop(rows_of(store), target)


def print_contenders(store: Store, target: Target, folder: Path) -> int:
    """The rates of all three, each from an empty database; gives the number of edges."""
    rows = rows_of(store)
    statements = statements_of(store, folder / "statements.nt")
    contenders: dict[str, Callable[[], int]] = {
        "bare UNWIND loop, rows in memory": lambda: bare_loop(rows, target),
        "bare UNWIND loop, rows from the store": lambda: bare_loop(rows_of(store), target),
        "hedgerow sync": lambda: hedgerow_sync(store, target),
    }
    rates = {name: best_rate(run, target, ROUNDS) for name, run in contenders.items()}
    rates["rdflib-neo4j 1.1"] = best_rate(lambda: rdflib_neo4j(statements, target), target, 1)
    ours = rates["hedgerow sync"]
    print("                                            edges/s   sync to it")
    for name, (rate, edges) in rates.items():
        print(f"  {name:40}  {rate:7,.0f}  {ours[0] / rate:7.2f}   ({edges:,} edges)")
    return ours[1]


def print_repeats(store: Store, target: Target, edges: int) -> None:
    """An unchanged graph, and one more article."""
    empty(target)
    hedgerow_sync(store, target)
    with Server(target) as opened:
        unchanged = median(timed(lambda: sync(store, opened)) for _ in range(5))
        maker, taken = Maker(99), []
        for _ in range(9):
            store.add([one_article(maker)])
            taken.append(timed(lambda: sync(store, opened)))
    print(
        f"  unchanged, {edges:,} edges: {unchanged:.3f} s; one more article: {median(taken):.3f} s"
    )


def print_memory(path: Path, target: Target) -> None:
    """The command itself as a user runs it, with the memory it takes."""
    empty(target)
    own = {"NEO4J_USERNAME": target.user or "", "NEO4J_PASSWORD": target.password or ""}
    hedgerow = Path(sys.executable).with_name("hedgerow")
    command = [str(hedgerow), "sync", target.uri, "--store", str(path)]
    seconds = timed(lambda: subprocess.run(command, check=True, env=os.environ | own))  # noqa: S603
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    edges = count_edges(target)
    print(f"  {edges:,} edges in {seconds:.0f} s, {edges / seconds:,.0f} edges/s, {peak:.0f} MB")


def best_rate(run: Callable[[], int], target: Target, rounds: int) -> tuple[float, int]:
    """Edges a second in the best of some rounds, and how many edges there were."""
    best, edges = 0.0, 0
    for _ in range(rounds):
        empty(target)
        begun = time.perf_counter()
        edges = run()
        best = max(best, edges / (time.perf_counter() - begun))
    return best, edges


def hedgerow_sync(store: Store, target: Target) -> int:
    """Everything to an empty database."""
    with Server(target) as opened:
        return sync(store, opened).relationships


Rows = tuple[dict[tuple[str, ...], list[Any]], dict[str, list[Any]]]


def rows_of(store: Store) -> Rows:
    """Nodes by labels and relationships by type, as plain rows."""
    nodes: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    edges: dict[str, list[Any]] = defaultdict(list)
    for node in store.nodes():
        nodes[node.labels].append(node.properties)
        for link in node.links:
            edges[link.type].append([node.id, link.target, {"role": link.role or None}])
        for edge in node.edges:
            edges[edge.type].append([edge.start, edge.end, edge.properties])
    return nodes, edges


def bare_loop(rows: Rows, target: Target) -> int:
    """What anyone would write first: MERGE nodes, then CREATE relationships, in batches."""
    nodes, edges = rows
    with driver(target) as opened, opened.session() as session:
        session.run(UNIQUE).consume()
        for labels, some in nodes.items():
            statement = f"MERGE (n:{LABEL} {{id: row.id}}) SET n = row SET n:{':'.join(labels)}"
            write_all(session, statement, some)
        for type_, some in edges.items():
            statement = (
                f"MATCH (a:{LABEL} {{id: row[0]}}) MATCH (b:{LABEL} {{id: row[1]}}) "
                f"CREATE (a)-[r:{type_}]->(b) SET r = row[2]"
            )
            write_all(session, statement, some)
    return sum(map(len, edges.values()))


def write_all(session: neo4j.Session, statement: str, rows: list[Any]) -> None:
    """Run a statement on all rows, a batch a transaction."""

    def write(tx: neo4j.ManagedTransaction, batch: list[Any]) -> None:
        tx.run(f"UNWIND $rows AS row {statement}", rows=batch).consume()

    for batch in batched(rows, BATCH):
        session.execute_write(write, batch)


def statements_of(store: Store, file: Path) -> Path:
    """The same statements as N-Triples, without the articles' texts."""
    kept = (
        ox.Triple(quad.subject, quad.predicate, quad.object)
        for graph in store._database.named_graphs()
        if graph not in (LEDGER, ONTOLOGY)
        for quad in store._database.quads_for_pattern(None, None, None, graph)
        if quad.predicate != prop("text")
    )
    ox.serialize(kept, str(file), format=ox.RdfFormat.N_TRIPLES)
    return file


def rdflib_neo4j(statements: Path, target: Target) -> int:
    """The peer, as its own documentation shows it."""
    auth = {"uri": target.uri, "database": "neo4j", "user": target.user, "pwd": target.password}
    config = Neo4jStoreConfig(
        auth_data=auth,
        handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE,
        batching=True,
        batch_size=BATCH,
    )
    with contextlib.redirect_stdout(io.StringIO()):
        graph = Graph(store=Neo4jStore(config=config))
        graph.parse(statements, format="nt")
        graph.close(commit_pending_transaction=True)
    return count_edges(target)


def count_edges(target: Target) -> int:
    """How many relationships the database holds."""
    with driver(target) as opened:
        return int(opened.execute_query("MATCH ()-[r]->() RETURN count(r) AS n").records[0]["n"])


def one_article(maker: Maker) -> Item:
    """An article that no store has yet."""
    return maker.item(3)


def empty(target: Target) -> None:
    """Delete everything."""
    with driver(target) as opened, opened.session() as session:
        session.run(EMPTY).consume()


def driver(target: Target) -> neo4j.Driver:
    """A driver with nothing of hedgerow's."""
    auth = (target.user, target.password or "") if target.user else None
    return neo4j.GraphDatabase.driver(target.uri, auth=auth)


def timed(run: Callable[[], object]) -> float:
    """The seconds that something takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edges", type=int, default=100_000)
    parser.add_argument("--only-sync", action="store_true", help="time the command, with memory")
    given = parser.parse_args()
    main(given.edges, only_sync=given.only_sync)
