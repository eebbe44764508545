"""The published values: published.csv beside this file."""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from evaluation.validation.plan import HERE, Edition

Read = Literal["read", "secondary", "memory"]
KINDS: Mapping[Read, str] = {
    "read": "seen on the page named, which mostly is a news page that quotes the report",
    "secondary": "taken from a digest, or follows from what the page says",
    "memory": "from memory, not looked up",
}


@dataclass(frozen=True, slots=True)
class Published:
    """What an index says of a state: a class, or a value as text of a number."""

    index: str
    year: int
    state: str
    quantity: Literal["class", "value"]
    value: str
    source_url: str
    read: Read
    note: str


@cache
def published() -> tuple[Published, ...]:
    """Every row.

    Raises:
        ValueError: a state stands twice in one year of an index, or a row has an unknown word.
    """
    with (HERE / "published.csv").open(encoding="utf-8", newline="") as file:
        rows = TypeAdapter(tuple[Published, ...]).validate_python(list(csv.DictReader(file)))
    keys = Counter((row.index, row.year, row.state) for row in rows)
    twice = [key for key, count in keys.items() if count > 1]
    if twice:
        raise ValueError(f"published.csv has more than one row of {twice}")
    return rows


def classes(edition: Edition) -> Mapping[str, str]:
    """The class of each state."""
    return {row.state: row.value for row in _of(edition, "class")}


def shares(edition: Edition) -> Mapping[str, float]:
    """The value of each state."""
    return {row.state: float(row.value) for row in _of(edition, "value")}


def told(index: str, state: str | None = None) -> list[Published]:
    """The rows of all years of an index, or those of a state."""
    return [row for row in published() if row.index == index and state in (None, row.state)]


def _of(edition: Edition, quantity: str) -> list[Published]:
    wanted = (edition.index, edition.year, quantity)
    return [row for row in published() if (row.index, row.year, row.quantity) == wanted]
