"""Which Neo4j server and database is meant, and as whom to log in there."""

import getpass
import os
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from hedgerow.errors import UsageError

USER = "NEO4J_USERNAME"
PASSWORD = "NEO4J_PASSWORD"  # noqa: S105  the name of a variable
SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


@dataclass(frozen=True, slots=True)
class Target:
    """A server and database, and as whom to log in; without a user nobody logs in.

    `uri` is one of the driver's: `bolt://`, `neo4j://`, and `+s` (a certificate that the system
    trusts) or `+ssc` (any certificate) with either.

    Raises:
        UsageError: it is no such URI, or carries a password.
    """

    uri: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        if "@" in self.uri:
            raise UsageError(f"Leave user and password out of the URI; set {USER} and {PASSWORD}.")
        if not _is_address(self.uri):
            raise UsageError(
                f"{self.uri!r} is no address of a Neo4j server; write it as neo4j://host:7687 or "
                "neo4j+s://host."
            )


def _is_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


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
    nobody = Target(uri, database=database)
    name = user if user is not None else os.environ.get(USER, "neo4j")
    if not name:
        return nobody
    return replace(nobody, user=name, password=_password(name, uri, password_file))


def _password(user: str, uri: str, file: Path | None) -> str:
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except UnicodeDecodeError as error:
            raise UsageError(
                f"{file} is not UTF-8; write the password into its first line."
            ) from error
        if not lines or not lines[0]:
            raise UsageError(f"{file} is empty; write the password into its first line.")
        return lines[0]
    stated = os.environ.get(PASSWORD)
    if stated is not None:
        return stated
    if sys.stdin.isatty():
        return getpass.getpass(f"Password of {user} on {uri}: ")
    raise UsageError(f"There is no password for {user}; set {PASSWORD} or name a --password-file.")
