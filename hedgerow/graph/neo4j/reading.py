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

from neo4j.exceptions import ClientError, Neo4jError

from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.connection import Record, Server
from hedgerow.graph.neo4j.errors import is_about_memory
from hedgerow.graph.neo4j.guard import EXPLAIN, check
from hedgerow.graph.neo4j.values import plain

_OF_QUERY = (".Statement.", ".Procedure.")
"""In the codes of errors that are the query's: in what it says, or in a procedure it calls."""
_PLACE = re.compile(r" ?\(line (\d+), column (\d+) \(offset: \d+\)\)")


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
            check(transaction, cypher, parameters)
            result = transaction.run(cypher, dict(parameters))
            columns, found = tuple(result.keys()), result.fetch(limit + 1)
            rows = [{name: plain(row[name]) for name in columns} for row in found[:limit]]
            return Rows(columns, rows, len(found) > limit)


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
        if isinstance(error, ClientError) and any(part in code for part in _OF_QUERY):
            raise UsageError(f"The server does not take the query: {_told(error)}.") from error
        raise


def _told(error: Neo4jError) -> str:
    """The first line of what the server says, with places in the query counted as the user does."""
    line = next(iter((error.message or error.code or "").splitlines()), "")
    return _PLACE.sub(_place, line).rstrip(".")


def _place(match: re.Match[str]) -> str:
    line = int(match[1]) - EXPLAIN.count("\n")
    return f" (line {line}, column {match[2]})" if line > 0 else ""
