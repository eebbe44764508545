"""The Neo4j server that a command is to read from."""

from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.connection import Server


def server_at(
    uri: str | None, user: str | None, password_file: Path | None, database: str | None
) -> "Server | None":
    """The server that is named, None where none is.

    Raises:
        UsageError: there is a user, password or database without a server.
    """
    if uri is not None:
        from hedgerow.graph.neo4j.connection import Server
        from hedgerow.graph.neo4j.target import target

        return Server(target(uri, user=user, password_file=password_file, database=database))
    if user or password_file or database:
        raise UsageError("--user, --password-file and --database need --neo4j URI.")
    return None
