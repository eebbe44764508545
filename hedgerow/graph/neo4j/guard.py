"""What a query would do, as the server explains it: refused unless it reads this database only."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import neo4j

from hedgerow.errors import UsageError

EXPLAIN = "EXPLAIN\n"
"""Before a query, on a line of its own, so that places in the query keep their columns."""

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


def check(tx: neo4j.Transaction, cypher: str, parameters: Mapping[str, Any]) -> None:
    """Have the server explain a query in a transaction; nothing of it runs.

    Raises:
        UsageError: it does more than read this database, or nobody can tell.
    """
    summary = tx.run(EXPLAIN + cypher, dict(parameters)).consume()
    operators = list(_operators(summary.plan))
    for reason in _objections(operators):
        raise UsageError(f"The query {reason}; only what reads is run here.")
    if summary.query_type != "r" or not operators:
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


def _objections(operators: Iterable[dict[str, Any]]) -> Iterator[str]:
    for each in operators:
        name = each["operatorType"]
        yield from (does for start, does in _ACTING.items() if name.startswith(start))
        if "ProcedureCall" in name:
            called = str(each["args"].get("Details", "")).partition("(")[0].replace("`", "")
            if called not in READING_PROCEDURES:
                yield f"calls {called}, which is not known only to read"


def _operators(plan: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    """Every operator of a plan, which is as deep as the query is long."""
    waiting = [] if plan is None else [plan]
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting += operator.get("children", ())


def _databases(operators: Iterable[dict[str, Any]]) -> set[str]:
    """Where operators run: `AllNodesScan@neo4j`."""
    return {each["operatorType"].partition("@")[2] for each in operators}
