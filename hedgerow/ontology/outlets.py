"""Who owns which outlet, by `data/outlets.csv` and the user's own: shown, never scored."""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.tables import date_cell, read_table, split_cell

Ownership = Literal["government_owned", "party_owned", "public_service", "private", "unknown"]
OWNERSHIPS: tuple[Ownership, ...] = get_args(Ownership)
OF_THE_STATE: frozenset[Ownership] = frozenset({"government_owned", "party_owned"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who owned an outlet over a time.

    `domains` are those of its pages; a domain reserved for a government's bodies makes an outlet of
    its own. `criterion` says in one clause why it counts as so owned, `source_url` where that is
    said. `start` and `end` are None where unknown or not over. `confidence` is `memory` where no
    page was read.
    """

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    ownership: Ownership
    state: str
    criterion: str
    source_url: str
    start: PartialDate | None
    end: PartialDate | None
    confidence: str

    @property
    def is_of_the_state(self) -> bool:
        """Whether the state or its ruling party owns it; a public service is neither's voice."""
        return self.ownership in OF_THE_STATE

    def held(self, on: PartialDate | None) -> bool:
        """Whether it may have been so owned on a date; at present where that is None."""
        if on is None:
            return self.end is None
        begun = self.start is None or self.start.earliest <= on.latest
        return begun and (self.end is None or on.earliest <= self.end.latest)


class Outlets:
    """The outlets by name, alias and domain."""

    def __init__(self, known: Iterable[Outlet]) -> None:
        self._all = tuple(known)
        self._by_key: dict[str, list[Outlet]] = {}
        for outlet in self._all:
            for key in {outlet.name, *outlet.aliases, *outlet.domains}:
                self._by_key.setdefault(key.casefold(), []).append(outlet)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._all)

    def find(
        self, publisher: str | None, address: str = "", on: PartialDate | None = None
    ) -> Outlet | None:
        """The outlet of a page's address, else of a publisher's name or host, as of a date."""
        for key in keys_of(publisher, address):
            held = [outlet for outlet in self._by_key.get(key, ()) if outlet.held(on)]
            if held:
                return held[0]
        return None


VARIABLE = "HEDGEROW_OUTLETS"
"""Names a table of the user's own with the same columns; its rows go before ours."""


def outlets() -> Outlets:
    """The user's own outlets, if there are any, then those of the installed ontology.

    Raises:
        UsageError: the user's table cannot be read.
    """
    own = os.environ.get(VARIABLE)
    return _with_own(own) if own else _ours()


@cache
def _ours() -> Outlets:
    return Outlets(map(_outlet, read_table("outlets.csv")))


@cache
def _with_own(path: str) -> Outlets:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            rows = [*csv.DictReader(lines)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{VARIABLE} names {path}, which cannot be read ({error}).") from error
    return Outlets((*(_own(path, number, row) for number, row in enumerate(rows, 2)), *_ours()))


def _own(path: str, line: int, row: Mapping[str, str]) -> Outlet:
    try:
        return _outlet(row)
    except (KeyError, ValueError, StopIteration, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path}, line {line} is no outlet ({error}); docs/sources.md tells the columns."
        ) from error


def keys_of(publisher: str | None, address: str) -> Iterator[str]:
    """By what an outlet is looked for: a page's hosts, longest first, then its publisher's name.

    Whoever makes a page can write any publisher into it.
    """
    yield from _domains(host_of(address))
    if publisher:
        yield publisher.casefold()
        yield from _domains(publisher.casefold())


def host_of(address: str) -> str:
    """The host of an address; empty where it has none, whatever an article wrote there."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _domains(host: str) -> Iterator[str]:
    """A host and the domains above it: `en.vietnamplus.vn`, `vietnamplus.vn`, `vn`."""
    labels = host.strip(".").split(".")
    for start in range(len(labels)):
        yield ".".join(labels[start:])


def _outlet(row: Mapping[str, str]) -> Outlet:
    ownership = next(word for word in OWNERSHIPS if word == row["ownership"])
    return Outlet(
        name=row["outlet"],
        aliases=split_cell(row["aliases"]),
        domains=split_cell(row["domain"]),
        ownership=ownership,
        state=row["state"],
        criterion=row["criterion"],
        source_url=row["source_url"],
        start=date_cell(row["from"]),
        end=date_cell(row["to"]),
        confidence=row["confidence"],
    )
