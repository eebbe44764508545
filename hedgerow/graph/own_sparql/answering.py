"""Running a query, and its answer as lines of JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.own_sparql.checking import check, told_of
from hedgerow.graph.own_sparql.terms import DECLARED, short, value

ROW_BYTES = 16 * 2**20
"""No row is longer: whoever reads it holds it in memory."""
CELL = 100
"""Laying out a cell of a table takes as long as so many bytes in it."""
TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked; `form` is `values`, `short` for people, or `nt` or `ttl` for triples.

    `size` is how many bytes the whole answer may have.
    """

    store: str
    query: str
    form: str
    limit: int
    size: int


def lines(request: Request) -> Iterator[str]:
    """The answer as lines of JSON: whole, or as many rows as its size allows and `{"full": true}`.

    Raises:
        HedgerowError: as `answer` does, or a row is too long.
    """
    left = request.size
    for part in answer(request):
        line = line_of(part)
        # Turtle is no Turtle without its end; it was measured before.
        if isinstance(part, list) and request.form != "ttl":
            left -= len(line) + (len(part) * CELL if request.form == "short" else 0)
        if left < 0:
            yield line_of({"more": True, "full": True})
            return
        yield line


def answer(request: Request) -> Iterator[object]:
    """`{"columns": [...]}`, then each row as a list, then `{"more": true or false}`.

    Raises:
        HedgerowError: the query is refused or broken, or there is no such store.
    """
    check(request.query)
    database, lock, _ = StoreFolder(Path(request.store)).open_current()
    try:
        with lock:
            found = database.query(
                request.query, prefixes=DECLARED, use_default_graph_as_union=True
            )
            yield from _rows(found, request)
    except SyntaxError as error:
        raise told_of(error, request.query) from error
    except PermissionError as error:
        raise UsageError("The query asks another server; only this store is asked here.") from error
    except (RuntimeError, ValueError, OSError) as error:
        raise UsageError(f"The query cannot be answered ({error}); write it otherwise.") from error


def line_of(part: object) -> str:
    """A part of an answer as it is handed over.

    Raises:
        UsageError: it is too long for that.
    """
    text = json.dumps(part)
    if len(text) > ROW_BYTES:
        raise UsageError(f"A row is longer than {ROW_BYTES >> 20} MB; ask for parts of it.")
    return f"{text}\n"


def _rows(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, request: Request
) -> Iterator[object]:
    told = short if request.form == "short" else value
    if isinstance(found, ox.QueryTriples):
        yield from _triples(found, request)
    elif request.form in ("nt", "ttl"):
        raise UsageError("Only CONSTRUCT and DESCRIBE give triples; take table, json or csv.")
    elif isinstance(found, ox.QuerySolutions):
        yield {"columns": [variable.value for variable in found.variables]}
        yield from ([told(term) for term in row] for row in islice(found, request.limit))
        yield {"more": next(found, None) is not None}
    else:
        yield {"columns": ["answer"]}
        yield [bool(found)]
        yield {"more": False}


def _triples(found: ox.QueryTriples, request: Request) -> Iterator[object]:
    told = short if request.form == "short" else value
    first: Iterable[ox.Triple] = islice(found, request.limit)
    if request.form == "ttl":
        text = ox.serialize(first, format=ox.RdfFormat.TURTLE, prefixes=DECLARED) or b""
        if len(text) > request.size:
            raise UsageError(f"The triples take more than {request.size >> 20} MB; ask for fewer.")
        yield {"columns": [request.form]}
        yield from ([line] for line in text.decode().splitlines(keepends=True))
    elif request.form == "nt":
        yield {"columns": [request.form]}
        yield from ([f"{triple} .\n"] for triple in first)
    else:
        yield {"columns": TRIPLE}
        yield from ([told(term) for term in triple] for triple in first)
    yield {"more": next(found, None) is not None}
