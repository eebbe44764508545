"""Files that set something up, and queries: weights, outlets, backups, SPARQL."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hedgerow.errors import HedgerowError, UsageError
from hedgerow.graph.manifest import NAME, Manifest, read_manifest
from hedgerow.graph.own_sparql.checking import check
from hedgerow.ontology import outlets
from hedgerow.queries.measures.weights import read_weights, write_weights
from tests.fuzz.mutating import mutated
from tests.fuzz.target import Target, holds

OUTLETS = (
    b"outlet,aliases,domain,ownership,state,criterion,source_url,from,to,confidence\n"
    b"A Wire,AW;W,wire.example,party_owned,VNM,it says so,https://a.example,1990-01,2001,high\n"
)
MANIFEST = json.dumps(
    {
        each.name: {"a/b": "00"} if each.name in {"counts", "files"} else "1"
        for each in fields(Manifest)
    }
).encode()
LONGEST_QUERY = 5000
"""Longer ones are checked in a process that has its own limit."""
SPARQL = (
    b"PREFIX a: <https://a.example/> SELECT ?s (COUNT(*) AS ?n) WHERE { ?s a a:B ; a:c 'd'@en . "
    b"OPTIONAL { SERVICE <http://b.example> { ?s ?p 2 } } FILTER(?n > 1) } GROUP BY ?s LIMIT 5"
)


def targets() -> Iterator[Target]:
    """What reads each of these files."""
    yield Target("settings/weights", 2, lambda chance: mutated(chance, _weights()), _check_weights)
    yield Target("settings/outlets", 0.5, lambda chance: mutated(chance, OUTLETS), _check_outlets)
    yield Target("settings/backup", 1, lambda chance: mutated(chance, MANIFEST), _check_manifest)
    yield Target(
        "settings/sparql", 1, lambda chance: mutated(chance, SPARQL)[:LONGEST_QUERY], _check_sparql
    )


@cache
def _weights() -> bytes:
    out = io.StringIO()
    write_weights(out)
    return "".join(out.getvalue().splitlines(keepends=True)[:12]).encode()


def refused_in_one_line(read: Callable[[Path], object], name: str, data: bytes) -> None:
    """Have a file with these bytes read, or refused in words that can be shown."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            read(path)
        except HedgerowError as error:
            holds(str(error).count("\n") == 0, f"what is wrong is told in one line: {error}")


def _check_weights(data: bytes) -> None:
    refused_in_one_line(read_weights, "weights.csv", data)


def _check_outlets(data: bytes) -> None:
    def read(path: Path) -> None:
        outlets._with_own.cache_clear()  # else every table would be kept
        found = outlets._with_own(str(path))
        found.find("A Wire", "https://wire.example/a")

    refused_in_one_line(read, "outlets.csv", data)


def _check_manifest(data: bytes) -> None:
    refused_in_one_line(lambda path: read_manifest(path.parent), NAME, data)


def _check_sparql(data: bytes) -> None:
    with suppress(UsageError):
        check(data.decode(errors="replace"))
