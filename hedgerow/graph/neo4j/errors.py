"""What a server's errors mean for the user: one sentence with a next step."""

from collections.abc import Mapping
from types import MappingProxyType

from neo4j.exceptions import (
    AuthError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from hedgerow.errors import ServerError

AGAIN = "run the command again, it goes on where it stopped."

_BY_CODE: Mapping[str, str] = MappingProxyType(
    {
        "Security.Unauthorized": "refuses the user or password; set NEO4J_USERNAME and "
        "NEO4J_PASSWORD, or name a --password-file",
        "Security.AuthenticationRateLimit": "has locked the user after wrong passwords; wait five "
        "seconds and check the password",
        "Security.CredentialsExpired": "wants the first password changed; do that with "
        "ALTER CURRENT USER SET PASSWORD, then come back",
        "Security.Forbidden": "does not let this user do that; ask its administrator for the "
        "right to read, or to write data, constraints and indexes",
        "Database.DatabaseNotFound": "has no database of that name; see SHOW DATABASES, or leave "
        "--database out",
        "Cluster.NotALeader": "does not take writes; name the cluster with neo4j:// instead of "
        "one of its members with bolt://",
        "General.ForbiddenOnReadOnlyDatabase": "has this database read-only; write to the "
        "primary one, or make it writable",
        "General.WriteOnReadOnlyAccessDatabase": "has this database read-only; write to the "
        "primary one, or make it writable",
        "Transaction.TransactionTimedOut": "stopped what took longer than it allows; raise "
        "db.transaction.timeout or ask for less",
    }
)
_MEMORY = ("MemoryPoolOutOfMemory", "OutOfMemory", "TransactionMemoryLimit")


def is_about_memory(error: Neo4jError) -> bool:
    """Whether the server says that a transaction takes more memory than it may."""
    return any(word in (error.code or "") for word in _MEMORY)


def told_of(error: DriverError | Neo4jError, uri: str) -> ServerError:
    """The error as the user is told it."""
    if isinstance(error, AuthError) and not error.code:
        return ServerError(f"{uri} refuses to log in ({error}); check user and password.")
    if isinstance(error, Neo4jError):
        return _told_by_server(error, uri)
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return ServerError(
            f"{uri} does not answer ({_first_line(error)}); check that it runs and is reached "
            f"from here, then {AGAIN}"
        )
    return ServerError(f"{uri} could not be used ({_first_line(error)}); {AGAIN}")


def _told_by_server(error: Neo4jError, uri: str) -> ServerError:
    if is_about_memory(error):
        return ServerError(
            f"{uri} has too little memory for even a small batch; raise "
            f"dbms.memory.transaction.total.max or its heap, then {AGAIN}"
        )
    for code, meaning in _BY_CODE.items():
        if (error.code or "").endswith(code):
            return ServerError(f"{uri} {meaning}.")
    told = error.message or _first_line(error)
    return ServerError(f"{uri} answered {error.code}: {told.splitlines()[0]}; {AGAIN}")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
