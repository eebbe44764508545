"""`hedgerow rate`: what people hold of outlets, documents and claims, and who may see one."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    Format,
    FormatOption,
    HandlingOption,
    QuietOption,
    StoreOption,
)
from hedgerow.cli.output import note, print_rows, safe
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.ratings import Rating
    from hedgerow.graph.snapshot import Snapshot

COLUMNS = ("subject", "reliability", "credibility", "handling", "by", "at", "why")
GIVEN = ("reliability", "credibility", "handling")


def rate(
    subject: Annotated[
        str | None, typer.Argument(help="An outlet's name or host, or a document's or claim's id.")
    ] = None,
    reliability: Annotated[
        str | None, typer.Option(help="Of an outlet or document: A to F, or none.")
    ] = None,
    credibility: Annotated[
        str | None, typer.Option(help="Of a document or claim: 1 to 6, or none.")
    ] = None,
    handling: HandlingOption = None,
    by: Annotated[str, typer.Option(envvar="USER", help="Who decides it.")] = "unknown",
    why: Annotated[str | None, typer.Option(help="The reason, kept with it.")] = None,
    file: Annotated[
        Path | None,
        typer.Option("--from", help="CSV with the columns subject, reliability, ..., by, why."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what was rated.")] = False,
    store: StoreOption = DEFAULT_STORE,
    how: FormatOption = Format.table,
    quiet: QuietOption = False,
) -> None:
    """Record how reliable a source is held to be (A-F), or how credible what it says (1-6).

    Both are shown beside the evidence and enter no number; the latest counts, `none` takes one
    back. --handling says who may see a document; once it is given, only this changes it.

    Example: hedgerow rate "Nhan Dan" --reliability C --why "party daily; own matters only"

    Example: hedgerow rate document/0a1b... --handling TLP:RED --by mai

    Example: hedgerow rate --from ratings.csv
    """
    from hedgerow.cli.load import open_patiently
    from hedgerow.graph.store import Store

    if listed:
        with Store.read(store) as snapshot:
            print_rows([_row(one) for one in snapshot.ratings().all], COLUMNS, how)
        return
    if (subject is None) == (file is None):
        raise UsageError("Name whom to rate, or a file with --from; --list shows what was rated.")
    given = {"reliability": reliability, "credibility": credibility, "handling": handling}
    if file is not None:
        if any(given.values()):
            raise UsageError("--from takes the ratings from the file; leave out the others.")
        rows = list(_rows(file))
    else:
        rows = [{**given, "subject": subject, "why": why}]
    with Store.open(store) if file is None else open_patiently(store) as opened:
        begun = dt.datetime.now(dt.UTC)
        found = [
            _rating(opened, {"by": by, **_filled(row)}, _stamp(begun, place))
            for place, row in enumerate(rows)
        ]
        count = opened.rate(*found)
    for one in found if file is None else ():
        note(f"{safe(one.subject)}: {_told(one)}, by {safe(one.by)}", quiet=quiet)
    if file is not None:
        note(f"{count:,} of {len(found):,} ratings are new", quiet=quiet)


def _stamp(begun: dt.datetime, place: int) -> str:
    """A time to the microsecond: the latest counts, and a later row is later."""
    return (begun + dt.timedelta(microseconds=place)).isoformat(timespec="microseconds")


def _rating(snapshot: "Snapshot", row: Mapping[str, str], at: str) -> "Rating":
    """The rating of a row, of something that is here.

    Raises:
        UsageError: nothing so called is here.
    """
    from hedgerow.graph.ratings import CLAIM, DOCUMENT, NONE, Rating
    from hedgerow.graph.reading import find_claim
    from hedgerow.graph.snapshot import present
    from hedgerow.ontology.gradings import checked_mark

    subject = row["subject"].strip()
    instead: tuple[str, ...] = ()
    mark = row.get("handling")
    if mark is not None and mark.casefold() != NONE:
        mark = checked_mark(mark)
    if subject.startswith(DOCUMENT):
        document = snapshot.document(subject)
        if mark is not None:
            instead = tuple(sorted({one.handling for one in document.appearances if one.handling}))
    elif subject.startswith(CLAIM):
        present(find_claim(snapshot._database, subject), subject)
    grade = row.get("reliability")
    return Rating(
        subject=subject,
        by=row["by"].strip(),
        at=row.get("at") or at,
        note=row.get("why"),
        reliability=grade.upper() if grade and grade.casefold() != NONE else grade,
        credibility=row.get("credibility"),
        handling=mark,
        instead_of=instead,
    )


def _rows(file: Path) -> Iterator[Mapping[str, str | None]]:
    """The rows of a table of ratings.

    Raises:
        UsageError: it cannot be read, or has no column of subjects.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            names = set(reader.fieldnames or ())
            if "subject" not in names or names.isdisjoint(GIVEN):
                told = ", ".join(COLUMNS)
                raise UsageError(f"{file} needs a column subject and one of the grades: {told}.")
            for row in reader:
                if None in row:
                    raise UsageError(f"{file}, line {reader.line_num}: it has too many cells.")
                if not (row["subject"] or "").strip():
                    raise UsageError(f"{file}, line {reader.line_num}: the subject is missing.")
                yield row
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} is no CSV in UTF-8 ({error}); save it as such.") from error


def _filled(row: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value.strip() for name, value in row.items() if value and value.strip()}


def _row(one: "Rating") -> dict[str, object]:
    return {
        "subject": one.subject,
        "reliability": one.reliability,
        "credibility": one.credibility,
        "handling": one.handling,
        "by": one.by,
        "at": one.at,
        "why": one.note,
    }


def _told(one: "Rating") -> str:
    given = ((name, getattr(one, name)) for name in GIVEN)
    return ", ".join(f"{name} {safe(value)}" for name, value in given if value)
