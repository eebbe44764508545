"""Cypher of the user's own, let through only if it reads this database and does nothing else.

The server says what a query would do: it is explained first. Then it runs in a transaction for
reading that is rolled back whatever happens, and that holds a server to it which trusts the plan
less than we do.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import ClientError, Neo4jError

from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.connection import Record, Server
from hedgerow.graph.neo4j.errors import is_about_memory
from hedgerow.graph.neo4j.values import plain

READING_PROCEDURES = frozenset(
    {
        "db.index.fulltext.listAvailableAnalyzers",
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.index.vector.queryNodes",
        "db.index.vector.queryRelationships",
        "db.info",
        "db.labels",
        "db.ping",
        "db.propertyKeys",
        "db.relationshipTypes",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
"""Procedures that only read; the server counts some that send, write files or stop things too."""

# What a plan of type "r" can do beyond reading, by how the names of its operators begin.
_ACTING = {
    "LoadCSV": "loads a file or an address",
    "Terminate": "stops transactions",
    "Transaction": "has transactions of its own",
}
_PLUGINS = (
    "SHOW FUNCTIONS YIELD name, isBuiltIn WHERE NOT isBuiltIn "
    "RETURN collect(DISTINCT split(name, '.')[0]) AS prefixes"
)
_ESCAPED = re.compile(r"\\u+([0-9a-fA-F]{4})")
_PLACE = re.compile(r" ?\(line (\d+), column (\d+) \(offset: \d+\)\)")
_EXPLAIN = "EXPLAIN\n"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query gave, in plain values, and whether there was more of it."""

    columns: tuple[str, ...]
    rows: list[Record]
    more: bool


class ReadOnly(Server):
    """A database of a server that can only be read."""

    def ask(
        self, cypher: str, parameters: Mapping[str, Any], *, limit: int, timeout: float
    ) -> Rows:
        """The first `limit` rows of a query that may take `timeout` seconds.

        Raises:
            UsageError: it is no query, does more than read, or takes too long.
            ServerError: the server cannot be used.
        """
        with (
            self._telling(),
            self._session("READ") as session,
            session.begin_transaction(timeout=timeout) as transaction,
            _telling_of_query(timeout),
        ):
            _check(transaction, cypher, parameters)
            result = transaction.run(cypher, dict(parameters))
            columns, found = tuple(result.keys()), result.fetch(limit + 1)
            rows = [{name: plain(row[name]) for name in columns} for row in found[:limit]]
            return Rows(columns, rows, len(found) > limit)


def _check(tx: neo4j.Transaction, cypher: str, parameters: Mapping[str, Any]) -> None:
    summary = tx.run(_EXPLAIN + cypher, dict(parameters)).consume()
    operators = list(_operators(summary.plan))
    for reason in _objections(operators):
        raise UsageError(f"The query {reason}; only what reads is run here.")
    if summary.query_type != "r":
        raise UsageError(
            "The query writes, or commands the server; only what reads is run here, so use "
            "cypher-shell or Neo4j Browser for it."
        )
    here = tx.run("EXPLAIN RETURN 1").consume()
    if _databases(operators) - _databases(_operators(here.plan)):
        raise UsageError("The query reads another database; name that one with --database.")
    _check_functions(tx, cypher)


def _check_functions(tx: neo4j.Transaction, cypher: str) -> None:
    """Functions of plug-ins may send what they are given, and the plan does not tell which run."""
    prefixes = tx.run(_PLUGINS).single(strict=True)["prefixes"]
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), cypher)
    for prefix in prefixes:
        if re.search(rf"\b{re.escape(prefix)}\b", text, re.IGNORECASE):
            raise UsageError(
                f"The query names {prefix}, a plug-in of the server that could do more than read; "
                "leave it out, or pass the word as a --param if it is only text."
            )


def _objections(operators: list[dict[str, Any]]) -> Iterator[str]:
    for each in operators:
        name = each["operatorType"]
        yield from (does for start, does in _ACTING.items() if name.startswith(start))
        if "ProcedureCall" in name:
            called = str(each["args"].get("Details", "")).partition("(")[0].replace("`", "")
            if called not in READING_PROCEDURES:
                yield f"calls {called}, which is not known only to read"


def _operators(plan: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    if plan is not None:
        yield plan
        for child in plan.get("children", ()):
            yield from _operators(child)


def _databases(operators: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> set[str]:
    """Where operators run: `AllNodesScan@neo4j`."""
    return {each["operatorType"].partition("@")[2] for each in operators}


@contextmanager
def _telling_of_query(timeout: float) -> Iterator[None]:
    """Faults of the query, told as such; those of the server or the way to it pass."""
    try:
        yield
    except (OverflowError, ValueError) as error:
        raise UsageError(f"The query or a parameter cannot be sent ({error}).") from error
    except Neo4jError as error:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            raise UsageError(
                f"The query took longer than {timeout:g} s and was stopped; ask for less, or "
                "raise --timeout."
            ) from error
        if is_about_memory(error):
            raise UsageError(
                "The query takes more memory than the server gives; ask for less."
            ) from error
        if isinstance(error, ClientError) and ".Statement." in code:
            raise UsageError(f"The server does not take the query: {_told(error)}.") from error
        raise


def _told(error: Neo4jError) -> str:
    """The first line of what the server says, with places in the query counted as the user does."""
    line = next(iter((error.message or error.code or "").splitlines()), "")
    return _PLACE.sub(_place, line).rstrip(".")


def _place(match: re.Match[str]) -> str:
    line = int(match[1]) - _EXPLAIN.count("\n")
    return f" (line {line}, column {match[2]})" if line > 0 else ""
