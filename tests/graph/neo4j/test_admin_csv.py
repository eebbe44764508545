"""What the import tool builds from the files is what a sync would have written."""

import csv
import datetime as dt
import gzip
import os
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j.admin_columns import edge_columns, node_columns
from hedgerow.graph.neo4j.admin_csv import Written, write_admin_csv
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.plan import deep_plan
from hedgerow.graph.neo4j.statements import schema
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.records import Appearance, Document, Judgement
from hedgerow.graph.store import Store
from scripts.neo4j_jars import QUICK, NoServer, jars
from scripts.neo4j_run import warm
from scripts.neo4j_server import Neo4jServer
from tests.graph.articles import archives, article, claim
from tests.graph.neo4j.conftest import StoreOf, target_of
from tests.graph.neo4j.reading_back import Nodes, Relationships, assert_equal, in_store, told
from tests.neo4j import Neo4j, connected, missing

HOSTILE = (
    'They said "no", then ""yes"", and left: "',
    "a,b;c|d\te\\",
    'back\\slash \\" and \\n',
    "one\ntwo\r\nthree\rfour\n\n",
    "=HYPERLINK(1)",
    "'; DROP DATABASE neo4j; //",
    "Việt Nam \u4e2d\u6587 \U0001f600 e\u0301 \u2028 \u2029 \x85",
    "\ufeff \x00\x01\x1f\x7f",
    "  blanks around  ",
    "null",
    '"',
    "\n",
)
SAVED = "$(touch owned) `touch owned`"
ADMIN = """#!/bin/sh
exec java -Xmx512m {options} -cp '{jars}/*' org.neo4j.cli.AdminTool "$@"
"""


def hostile_items() -> Iterator[Item]:
    """Articles whose every text is one that a CSV reader could take for something else."""
    for text in HOSTILE:
        place = Appearance(text, title=text, publisher=SAVED, published="2024", external_id=text)
        of = Document(f"{text} {text}", (place, Appearance("elsewhere.txt")))
        told = claim(of, "arms_deal", "RUS VNM", "planned", "2024-05")
        flags = ("fiction", "satire")
        yield of, [replace(told, flags=flags, attributed_to=text, item=text, place="", rule=text)]


def busy(store: Store) -> None:
    """Hostile articles, one denied by some, and a judgement."""
    store.add([*hostile_items()])
    store.add([article("A deal.", "arms_deal", "USA VNM", "signed", "2024")])
    store.add([article("No deal.", "arms_deal", "USA VNM", "denied", "2024")])
    store.add([article("Ties.", "partnership_upgrade", "USA VNM", "occurred", "2023-09-10")])
    named = tuple(sorted(each.id for each in store.claims())[:1])
    at = "2024-01-01T00:00:00Z"
    store.judge(Judgement("correct", named, HOSTILE[0], at, HOSTILE[3], {"status": "signed"}))


@contextmanager
def imported(folder: Path, home: Path) -> Iterator[Neo4j]:
    """A server on the database that the script of an exported folder builds."""
    server = Neo4jServer(home, java=QUICK)
    try:
        warm()
        tool = home / "bin" / "neo4j-admin"
        tool.parent.mkdir(parents=True)
        (home / "conf").mkdir()
        tool.write_text(ADMIN.format(options=" ".join(QUICK), jars=jars()))
        tool.chmod(0o755)
        path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(  # noqa: S603  our own script
            ["/bin/sh", folder / "import.sh"],
            env={**os.environ, "PATH": path, "NEO4J_HOME": str(home)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        server.start()
    except NoServer as reason:
        missing(reason)
    try:
        with connected(server.uri, server.auth) as neo4j:
            yield neo4j
    finally:
        server.kill()


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("fill", [busy, lambda store: None], ids=["busy", "empty"])
def test_an_import_is_what_a_sync_would_write(
    fill: Callable[[Store], None], store_of: StoreOf, tmp_path: Path
) -> None:
    store = store_of()
    fill(store)
    written = write_admin_csv(store, tmp_path / "for import")
    with imported(tmp_path / "for import", tmp_path / "home") as neo4j:
        assert_equal(neo4j, store)
        assert written == sizes(*in_store(store))
        for statement in (tmp_path / "for import" / "schema.cypher").read_text().split(";\n"):
            if statement:
                neo4j.run(statement)
        constraints = neo4j.run("SHOW CONSTRAINTS YIELD name")
        indexes = neo4j.run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'hedgerow'")
        assert (len(constraints), len(indexes)) == (2, len(schema()))
        with Server(target_of(neo4j)) as server:
            report = sync(store, server)
            assert (report.way, report.tally.total()) == ("unchanged", 0)
            deep = deep_plan(store, server)
            assert (deep.tally.total(), deep.remarks) == (0, [])
            store.add([article("A call.", "call", "USA VNM", date="2024")])
            assert sync(store, server).way == "journal"
        assert_equal(neo4j, store)
    assert not [*tmp_path.rglob("owned")]


@given(items=archives())
@settings(max_examples=15)
def test_any_store_can_be_read_back_from_its_files(items: list[Item]) -> None:
    with TemporaryDirectory() as folder, Store.open(None) as store:
        store.add(items)
        written = write_admin_csv(store, Path(folder) / "files")
        nodes, relationships = in_files(Path(folder) / "files")
        expected_nodes, expected_relationships = in_store(store)
    assert nodes == {key: (labels, filled(own)) for key, (labels, own) in expected_nodes.items()}
    assert relationships == expected_relationships
    assert written == sizes(expected_nodes, expected_relationships)


def test_columns_are_known_of_every_class_before_there_is_data() -> None:
    for each in model().classes.values():
        assert node_columns(each.labels).header().startswith("id:ID(Hedgerow),_fingerprint:long,")
    claims = node_columns(("Claim",)).header()
    for column in ("quote:string", "earliest:date", "confidence:double", "start:long"):
        assert f",{column}," in claims
    assert ",flag:string[]," in claims
    assert "actor" not in claims
    ties = edge_columns(("Tie",)).header()
    assert ties.startswith(":START_ID(Hedgerow),:END_ID(Hedgerow),id:string,symmetric:boolean,")
    assert "sinceEarliest:date" in ties


def test_a_list_that_csv_cannot_hold_leaves_nothing_behind(
    store_of: StoreOf, tmp_path: Path
) -> None:
    of, (told,) = article("A deal.", "arms_deal", "RUS VNM")
    folder = tmp_path / "files"
    with pytest.raises(StoreError, match="hedgerow sync"):
        write_admin_csv(store_of((of, [replace(told, flags=("a\x1fb",))])), folder)
    assert [*folder.iterdir()] == []
    assert write_admin_csv(store_of(), folder).nodes


def test_a_place_that_cannot_be_written_to_is_told(store_of: StoreOf, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="-o"):
        write_admin_csv(store_of(), tmp_path / "file")


def test_the_progress_ends_with_all_nodes(store_of: StoreOf, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    store = store_of(article("A deal.", "arms_deal", "RUS VNM"))
    written = write_admin_csv(store, tmp_path / "files", progress=lambda *at: told.append(at))
    assert told[-1] == (written.nodes, written.nodes)


def sizes(nodes: Nodes, relationships: Relationships) -> Written:
    return Written(len(nodes), relationships.total())


def in_files(folder: Path) -> tuple[Nodes, Relationships]:
    """The graph as a reader of CSV sees it, to whom an empty text is none."""
    nodes: Nodes = {}
    found: Relationships = Counter()
    for word in shlex.split((folder / "import.sh").read_text(), comments=True):
        option, _, given = word.partition("=")
        named, _, files = given.partition("=")
        if option == "--nodes" and named != "HedgerowSync":
            for own in rows(folder, *files.split(",")):
                nodes[own["id"]] = frozenset(named.split(":")), own
        elif option == "--relationships":
            for own in rows(folder, *files.split(",")):
                start, end = own.pop("START_ID"), own.pop("END_ID")
                found[start, named, end, told(own)] += 1
    return nodes, found


def rows(folder: Path, header: str, data: str) -> Iterator[dict[str, Any]]:
    """The rows of a file with values of the types that its header states."""
    named = (folder / header).read_text().replace("(Hedgerow)", "").strip().split(",")
    columns = [each.split(":") for each in named]
    with gzip.open(folder / data, "rt", encoding="utf-8", newline="") as lines:
        for cells in csv.reader(lines, strict=True):
            pairs = zip(columns, cells, strict=True)
            yield {name or kind: READERS[kind](cell) for (name, kind), cell in pairs if cell}


READERS: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("ID", "START_ID", "END_ID", "string"), str),
    "string[]": lambda cell: cell.split("\x1f"),
    "long": int,
    "double": float,
    "date": dt.date.fromisoformat,
    "boolean": "true".__eq__,
}


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value != ""}
