"""Talking to a Neo4j server, in transactions that are repeated where that makes sense."""

import logging
import re
from asyncio import CancelledError
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar

import neo4j
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

from hedgerow.errors import ServerError, UsageError
from hedgerow.graph.neo4j.errors import is_about_memory, told_of
from hedgerow.graph.neo4j.target import Target
from hedgerow.version import __version__

Result = TypeVar("Result")
Record = dict[str, Any]
Work = Callable[[neo4j.ManagedTransaction], Result]

OLDEST = (5, 26)
"""The long-term version that tests run on; older ones lack dynamic labels and types."""
RETRY_SECONDS = 30
"""How long the driver repeats a transaction, with longer and longer pauses."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else its retries go to stderr


class Server:
    """One database of a server; a context manager, which connects first.

    Every error of it is a `ServerError`.
    """

    def __init__(self, to: Target) -> None:
        self.target = to
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        try:
            self._driver = neo4j.GraphDatabase.driver(
                to.uri,
                auth=(to.user, to.password or "") if to.user else None,
                user_agent=f"hedgerow/{__version__}",
                connection_timeout=10,
                connection_acquisition_timeout=20,
                max_transaction_retry_time=RETRY_SECONDS,
            )
        except (ValueError, ConfigurationError) as error:
            raise UsageError(
                f"{to.uri} is no address of a Neo4j server ({error}); write it as "
                "neo4j://host:7687 or neo4j+s://host."
            ) from error

    def check(self) -> str:
        """Connect and log in, at once or never; returns the server's version.

        Raises:
            ServerError: it cannot be reached, refuses, is too old, or is no Neo4j.
        """
        with self._telling(), self._session("READ") as session:
            parts = {row["name"]: row["versions"] for row in session.run("CALL dbms.components()")}
        version = str(parts.get("Neo4j Kernel", ["of no version it tells"])[0])
        found = re.match(r"(\d+)\.(\d+)", version)
        if found is None or (int(found[1]), int(found[2])) < OLDEST:
            raise ServerError(
                f"{self.target.uri} runs Neo4j {version}; name a server of version 5.26 or newer."
            )
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

        Raises:
            TooLittleMemory: a smaller transaction may do.
        """
        return self._in("WRITE", work)

    def run(self, cypher: str) -> None:
        """Run a command that needs a transaction of its own, such as one on the schema."""
        self.write(lambda tx: tx.run(_text(cypher)).consume())

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        try:
            self.check()
        except BaseException:
            self.close()
            raise
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
            return execute(self._not_repeated_in_vain(work))

    def _not_repeated_in_vain(self, work: Work[Result]) -> Work[Result]:
        """The driver takes a lack of memory for something that passes."""

        def once(tx: neo4j.ManagedTransaction) -> Result:
            try:
                return work(tx)
            except Neo4jError as error:
                if is_about_memory(error):
                    raise told_of(error, self.target.uri) from error
                raise

        return once

    @contextmanager
    def _session(self, mode: str) -> Iterator[neo4j.Session]:
        with self._driver.session(
            database=self.target.database,
            default_access_mode=mode,
            fetch_size=5_000,
            bookmark_manager=self._bookmarks,  # a cluster's members then see what was written
        ) as session:
            try:
                yield session
            except KeyboardInterrupt as stop:
                # by this the driver drops the connection, else it waits for the server's answer
                raise CancelledError from stop

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise told_of(error, self.target.uri) from error
        except CancelledError as stopped:
            raise KeyboardInterrupt from stopped


def _text(cypher: str) -> LiteralString:
    """Cypher as the driver wants it: put together from our own closed lists only."""
    return cypher
