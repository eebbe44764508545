"""Telling addresses from names of files, which every load has to."""

import re

from hedgerow.loaders.text import printable

_SCHEME = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]+://|(?:https?|ftp|file|data|gopher|javascript):)", re.IGNORECASE
)
# A name and password, which stand there even where the slashes before them are missing or too many.
_USER = re.compile(r"(^\s*(?:https?|ftp|gopher):[/\\]*|://)[^/?#]*@", re.IGNORECASE)
LONGEST_SHOWN = 300


def is_address(name: str) -> bool:
    """Whether a name is that of something elsewhere (`https://...`) and not of a file here."""
    return _SCHEME.match(name) is not None


def shown(address: str) -> str:
    """An address safe to print: without a user's name and password, and not too long."""
    plain = printable(without_user(address))
    return plain if len(plain) <= LONGEST_SHOWN else plain[: LONGEST_SHOWN - 1] + "…"


def without_user(address: str) -> str:
    """An address without the user's name and password that may stand in it."""
    return _USER.sub(r"\1", address)
