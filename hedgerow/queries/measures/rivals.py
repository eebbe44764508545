"""Rival pairs: a dated table with the fact and source behind each, or a table of the user's."""

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from hedgerow.errors import UsageError
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

COLUMNS = ("a", "b", "from", "to", "fact", "source")


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two rivals, since when and until when (None: still), by which fact, and its source."""

    pair: tuple[str, str]
    start: PartialDate
    end: PartialDate | None
    fact: str
    source: str

    def on(self, day: dt.date) -> bool:
        """Whether they surely are rivals on a day, whatever days imprecise dates mean."""
        return self.start.latest <= day and (self.end is None or day < self.end.earliest)


def read_rivals(path: Path | None = None) -> tuple[Rivals, ...]:
    """The rival pairs of a CSV file with the columns a, b, from, to, fact and source; else ours.

    Rivalry is never inferred from what was loaded.

    Raises:
        UsageError: the file cannot be read or a row does not fit; the message gives its line.
    """
    shipped = files("hedgerow.queries.measures") / "data" / "rivals.csv"
    try:
        text = (path or shipped).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(
            f"The rivals in {path} cannot be read ({problem}); give a CSV file in UTF-8."
        ) from problem
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise UsageError(f"{path} lacks the column {missing[0]}; it needs {', '.join(COLUMNS)}.")
    return tuple(_rivals(row, f"{path}, line {reader.line_num}") for row in reader)


def rival_pairs(rivals: Iterable[Rivals], on: dt.date) -> tuple[tuple[str, str], ...]:
    """The pairs that are rivals on a day, each once."""
    return tuple(dict.fromkeys(each.pair for each in rivals if each.on(on)))


def _rivals(row: dict[str, str], place: str) -> Rivals:
    if not (row["fact"] and row["source"]):
        raise UsageError(f"{place}: give the fact and its source; rivalry is never assumed.")
    try:
        a, b = (actors().resolve(row[column]).id for column in ("a", "b"))
        end = parse_partial_date(row["to"]) if row["to"] else None
        return Rivals((a, b), parse_partial_date(row["from"]), end, row["fact"], row["source"])
    except (ValueError, UsageError) as problem:
        raise UsageError(f"{place}: {problem}") from problem
