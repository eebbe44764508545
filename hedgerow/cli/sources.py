"""What `load` and `extract` are to read, as their options name it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.errors import InputError, UsageError

if TYPE_CHECKING:
    from hedgerow.loaders.web.fetching import Fetcher

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Named:
    """Paths and addresses as the user names them, and who fetches addresses where it matters."""

    paths: Sequence[str]
    addresses: Sequence[str]
    fetcher: "Fetcher | None"


def named_sources(
    sources: Sequence[str] | None, urls: Path | None, hosts: Sequence[str] | None
) -> Named:
    """What the user names.

    Raises:
        UsageError: it is nothing, or standard input twice, or a host is none.
    """
    if not sources and urls is None:
        raise UsageError("Name what to read: files, folders, patterns, addresses, or --urls FILE.")
    if str(urls) == STANDARD_INPUT and STANDARD_INPUT in (sources or ()):
        raise UsageError("Standard input holds articles or addresses, not both; name one file.")
    addresses: Sequence[str] = ()
    if urls is not None:
        from hedgerow.loaders.web.address_list import read_address_list

        addresses = read_address_list(urls)
    return Named(sources or (), addresses, _fetcher(hosts) if hosts else None)


def _fetcher(hosts: Sequence[str]) -> "Fetcher":
    from hedgerow.loaders.web.fetching import Fetcher
    from hedgerow.loaders.web.requests import Requests

    return Fetcher(Requests([_host(each) for each in hosts]))


def _host(text: str) -> str:
    from hedgerow.loaders.web.address import host_of

    try:
        return host_of(text)
    except InputError as error:
        raise UsageError(
            f"--allow-host takes a host's name or IP address alone, not {text!r}; leave out "
            "scheme, port and path."
        ) from error
