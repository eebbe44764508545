"""Who held which public office when, read from `data/officials.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.tables import date_cell, read_table, split_cell


@dataclass(frozen=True, slots=True)
class Official:
    """One person's tenure of one public office of a state or body.

    `office` is a slug (`head_of_state`, `defence_minister` ...), `title` the words for it; `start`
    and `end` are None where unknown or not over. `confidence` says how well it is sourced.
    """

    name: str
    aliases: tuple[str, ...]
    state: str
    office: str
    title: str
    start: PartialDate | None
    end: PartialDate | None
    source_url: str
    confidence: str


@cache
def officials() -> tuple[Official, ...]:
    """The officials of the installed ontology, in the order of the table."""
    return tuple(_official(row) for row in read_table("officials.csv"))


def _official(row: Mapping[str, str]) -> Official:
    return Official(
        name=row["name"],
        aliases=split_cell(row["aliases"]),
        state=row["state"],
        office=row["office"],
        title=row["title"],
        start=date_cell(row["from"]),
        end=date_cell(row["to"]),
        source_url=row["source_url"],
        confidence=row["confidence"],
    )
