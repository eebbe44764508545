"""Addresses that may become links."""

from urllib.parse import urlsplit

from hedgerow.viz.plain import plain

SCHEMES = frozenset({"http", "https"})


def web_address(address: str | None) -> str | None:
    """The address if it is an absolute http or https one, else None (`javascript:`, `file:`)."""
    if address is None or plain(address) != address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in SCHEMES and parts.hostname else None
