"""Talking to a Neo4j server: whom to, as whom, and what its errors mean for the user."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar

import neo4j
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

from hedgerow import __version__
from hedgerow.errors import UsageError
from hedgerow.graph.neo4j.errors import told_of

Result = TypeVar("Result")
Record = dict[str, Any]
Work = Callable[[neo4j.ManagedTransaction], Result]

USER = "NEO4J_USERNAME"
PASSWORD = "NEO4J_PASSWORD"  # noqa: S105  the name of a variable
OLDEST = (5, 0)
"""The oldest server whose Cypher is the same as that which tests run on (5.26 LTS)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A server and database, and as whom to log in; without a user nobody logs in.

    `uri` is one of the driver's: `bolt://`, `neo4j://`, and `+s` (a certificate that the system
    trusts) or `+ssc` (any certificate) with either.
    """

    uri: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None


def target(
    uri: str,
    *,
    user: str | None = None,
    password_file: Path | None = None,
    database: str | None = None,
) -> Target:
    """A target with credentials from a file, else the environment, else a prompt.

    NEO4J_USERNAME and NEO4J_PASSWORD are read where nothing else is given; NEO4J_USERNAME empty
    means a server without log-in.

    Raises:
        UsageError: the URI carries a password, or there is none and nobody to ask.
    """
    if "@" in uri.partition("://")[2].partition("/")[0]:
        raise UsageError(f"Leave user and password out of the URI; set {USER} and {PASSWORD}.")
    name = user if user is not None else os.environ.get(USER, "neo4j")
    if not name:
        return Target(uri, database=database)
    return Target(uri, name, _password(name, uri, password_file), database)


def _password(user: str, uri: str, file: Path | None) -> str:
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        if not lines or not lines[0]:
            raise UsageError(f"{file} is empty; write the password into its first line.")
        return lines[0]
    stated = os.environ.get(PASSWORD)
    if stated is not None:
        return stated
    if sys.stdin.isatty():
        return getpass.getpass(f"Password of {user} on {uri}: ")
    raise UsageError(f"There is no password for {user}; set {PASSWORD} or name a --password-file.")


class Server:
    """One database of a server; a context manager. Every error of it is a `ServerError`."""

    def __init__(self, to: Target) -> None:
        self.target = to
        try:
            self._driver = neo4j.GraphDatabase.driver(
                to.uri,
                auth=(to.user, to.password or "") if to.user else None,
                user_agent=f"hedgerow/{__version__}",
                notifications_min_severity="OFF",
                connection_timeout=10,
                max_transaction_retry_time=30,
            )
        except (ValueError, ConfigurationError) as error:
            raise UsageError(
                f"{to.uri} is no address of a Neo4j server ({error}); write it as "
                "neo4j://host:7687 or neo4j+s://host."
            ) from error

    def check(self) -> str:
        """Connect and log in; returns the server's version.

        Raises:
            ServerError: it cannot be reached, refuses, or is too old.
        """
        (row,) = self.read(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' "
            "RETURN versions[0] AS version"
        )
        version = str(row["version"])
        if tuple(int(part) for part in version.split(".")[:2]) < OLDEST:
            raise UsageError(f"{self.target.uri} runs Neo4j {version}; hedgerow needs 5 or newer.")
        return version

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Record]:
        """The rows of a query in a read transaction, repeated where the server asks for that."""
        return self._in(
            "READ", lambda tx: [row.data() for row in tx.run(_text(cypher), dict(parameters or {}))]
        )

    @contextmanager
    def rows(
        self, cypher: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterator[Iterator[neo4j.Record]]:
        """The rows of a query one by one, for results that are too large for memory."""
        with self._telling(), self._session("READ") as session:
            yield iter(session.run(_text(cypher), dict(parameters or {})))

    def write(self, work: Work[Result]) -> Result:
        """The result of a unit of work in one transaction.

        It is repeated where the server asks for that, so it must do the same each time.
        """
        return self._in("WRITE", work)

    def run(self, cypher: str) -> None:
        """Run a command that needs a transaction of its own, such as one on the schema."""
        with self._telling(), self._session("WRITE") as session:
            session.run(_text(cypher)).consume()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _in(self, mode: str, work: Work[Result]) -> Result:
        with self._telling(), self._session(mode) as session:
            execute = session.execute_read if mode == "READ" else session.execute_write
            return execute(work)

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(
            database=self.target.database, default_access_mode=mode, fetch_size=5_000
        )

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise told_of(error, self.target.uri) from error


def _text(cypher: str) -> LiteralString:
    """Cypher as the driver wants it: put together from our own closed lists only."""
    return cypher
