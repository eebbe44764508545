"""The files of an offline import: built into a database by Neo4j's own tool, or read as CSV."""

import csv
import datetime as dt
import gzip
import os
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.neo4j_jars import QUICK, NoServer, jars
from scripts.neo4j_run import warm
from scripts.neo4j_server import Neo4jServer
from tests.graph.neo4j.reading_back import Nodes, Relationships, told
from tests.neo4j import Neo4j, connected, missing

ADMIN = """#!/bin/sh
exec java -Xmx512m {options} -cp '{jars}/*' org.neo4j.cli.AdminTool "$@"
"""


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
