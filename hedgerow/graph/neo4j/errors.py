"""What a server's errors mean for the user: one sentence with a next step."""

import ssl
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

AGAIN = "run the command again."

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
        "Schema.EquivalentSchemaRuleAlreadyExists": "is being made ready by another sync; when it "
        "has finished, run the command again",
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


class TooLittleMemory(ServerError):
    """A transaction takes more memory than the server gives; a smaller one may do."""

    def __init__(self, uri: str) -> None:
        super().__init__(
            f"{uri} has too little memory for even a small batch; raise "
            f"dbms.memory.transaction.total.max or its heap, then {AGAIN}"
        )


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
        return _told_by_network(error, uri)
    return ServerError(f"{uri} could not be used ({_first_line(error)}); {AGAIN}")


def _told_by_network(error: DriverError, uri: str) -> ServerError:
    root = _root(error)
    if isinstance(root, ssl.SSLCertVerificationError):
        return ServerError(
            f"{uri} shows a certificate that is not trusted here ({root.verify_message}); name its "
            "issuer's in SSL_CERT_FILE, or take any certificate with +ssc instead of +s."
        )
    if isinstance(root, ssl.SSLError):
        return ServerError(
            f"{uri} does not encrypt; leave +s or +ssc out of the URI, or check the port."
        )
    if "handshake" in str(error) + str(root):
        return ServerError(
            f"{uri} does not speak Bolt, or only encrypted; write +s or +ssc after bolt or neo4j, "
            "or check the port."
        )
    reason = root.strerror if isinstance(root, OSError) and root.strerror else _last_line(root)
    return ServerError(
        f"{uri} does not answer ({reason}); check that it runs and is reached from here, then "
        f"{AGAIN}"
    )


def _told_by_server(error: Neo4jError, uri: str) -> ServerError:
    if is_about_memory(error):
        return TooLittleMemory(uri)
    for code, meaning in _BY_CODE.items():
        if (error.code or "").endswith(code):
            return ServerError(f"{uri} {meaning}.")
    told = (error.message or _first_line(error)).splitlines()[0].rstrip(" .")
    then = AGAIN if error.is_retryable() else "look the code up in Neo4j's manual."
    return ServerError(f"{uri} answered {error.code}: {told}; {then}")


def _root(error: BaseException) -> BaseException:
    """What an error came from in the end; of several, the first."""
    cause = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else error.__cause__
    return error if cause is None else _root(cause)


def _last_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[-1]


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
