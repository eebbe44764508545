"""Operations that write elsewhere: a backup's folder, a Neo4j server."""

import os
from pathlib import Path

from hedgerow.graph.backup import backup
from hedgerow.graph.neo4j import writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.neo4j.target import Target
from hedgerow.graph.store import Store
from tests.torture.archive import store


def back_up(folder: Path) -> None:
    if not (folder / "copy").exists():
        backup(store(folder), folder / "copy")


def wrong_copy(folder: Path, finished: bool) -> list[str]:
    """A copy is there as a whole or not at all."""
    if not (folder / "copy").exists():
        return ["the backup is missing"] if finished else []
    with Store.read(store(folder)) as first, Store.read(folder / "copy") as second:
        same = first.canonical_hash() == second.canonical_hash()
    return [] if same else ["the backup says something else"]


def synchronise(folder: Path) -> None:
    writer.BATCH = 20
    with Store.read(store(folder)) as snapshot, server() as opened:
        sync(snapshot, opened)


def empty_server(folder: Path) -> None:
    with server() as opened:
        opened.run("MATCH (n) DETACH DELETE n")


def wrong_server(folder: Path, finished: bool) -> list[str]:
    """What a look at everything finds on the server."""
    if not finished:
        return []
    with Store.read(store(folder)) as snapshot, server() as opened:
        return ["Neo4j says something else"] if deep_plan(snapshot, opened).differs else []


def server() -> Server:
    """The server that `__main__` started, or the user's own empty one."""
    return Server(Target(os.environ["TORTURE_NEO4J"]))
