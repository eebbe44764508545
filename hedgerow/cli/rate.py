"""`hedgerow rate`: what people hold of outlets, documents and claims, and who may see one."""

import csv
import datetime as dt
import re
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
from hedgerow.cli.review_recording import ByOption, signed
from hedgerow.errors import UsageError
from hedgerow.ontology.tables import split_cell

if TYPE_CHECKING:
    from hedgerow.graph.ratings import Rating, Ratings
    from hedgerow.graph.records import Document
    from hedgerow.graph.snapshot import Snapshot

COLUMNS = ("subject", "reliability", "credibility", "handling", "instead_of", "by", "at", "why")
GIVEN = ("reliability", "credibility", "handling")
DIGITS = re.compile(r"(?=.*\d)[0-9a-f]{6,}")
"""An id without its kind; words such as `facade` have no digit."""
KINDS = re.compile(r"(actor|bucket|claim|document|event|judgement|rating|tie)/", re.IGNORECASE)


def rate(
    subject: Annotated[
        str | None,
        typer.Argument(
            help="An outlet's name or host, or a document's or claim's id, or its first digits."
        ),
    ] = None,
    reliability: Annotated[
        str | None, typer.Option(help="Of an outlet or document: A to F, or none.")
    ] = None,
    credibility: Annotated[
        str | None, typer.Option(help="Of a document or claim: 1 to 6, or none.")
    ] = None,
    handling: HandlingOption = None,
    by: ByOption = "",
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

    Example: hedgerow rate document/0a1b2c3d --handling TLP:RED --by mai

    Example: hedgerow rate --from ratings.csv
    """
    from hedgerow.cli.load import open_patiently
    from hedgerow.graph.store import Store
    from hedgerow.queries.review.outlets_here import is_here

    if listed:
        with Store.read(store) as snapshot:
            ratings = snapshot.ratings()
            told = [_row(one) | {"marked": _mark(snapshot, ratings, one)} for one in ratings.all]
        print_rows(told, (*COLUMNS, "marked"), how)
        if how is Format.table and not told:
            note("no ratings")
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
    Store.read(store).close()  # opening for writing would make a store where there is none
    with open_patiently(store) as opened:
        begun = dt.datetime.now(dt.UTC)
        found = [
            _rating(opened, {"by": by} | _filled(row), _stamp(begun, place))
            for place, row in enumerate(rows)
        ]
        count = opened.rate(*found)
        unknown = {one.subject for one in found if one.is_of_outlet}
        unknown = {each for each in unknown if not is_here(opened, each)}
    for outlet in sorted(unknown):
        note(f"no document here is of {safe(outlet)}; its rating waits for one", quiet=quiet)
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
    from hedgerow.ontology.gradings import entered_mark

    subject = _subject(snapshot, row["subject"].strip())
    instead: tuple[str, ...] = ()
    mark, grade, credibility = (
        NONE if value and value.casefold() == NONE else value
        for value in map(row.get, ("handling", "reliability", "credibility"))
    )
    if mark is not None and mark != NONE:
        mark = entered_mark(mark)
    if subject.startswith(DOCUMENT):
        document = snapshot.document(subject)
        if mark is not None:
            instead = _replaced(row, document)
    elif subject.startswith(CLAIM):
        list(snapshot.claims(ids=[subject]))  # raises where it is not here
    return Rating(
        subject=subject,
        by=signed(row["by"]),
        at=row.get("at") or at,
        note=row.get("why"),
        reliability=grade.upper() if grade and grade != NONE else grade,
        credibility=credibility,
        handling=mark,
        instead_of=instead,
    )


def _replaced(row: Mapping[str, str], document: "Document") -> tuple[str, ...]:
    """The marks that a decision replaces; one of another day saw none that are met today."""
    if "instead_of" in row or "at" in row:
        return split_cell(row.get("instead_of", ""))
    return tuple(sorted({one.handling for one in document.appearances if one.handling}))


def _subject(snapshot: "Snapshot", text: str) -> str:
    """An id in full, or an outlet as it is called.

    Raises:
        UsageError: it is an id of nothing that is here, or that cannot be rated.
    """
    from hedgerow.graph.ids import from_iri
    from hedgerow.graph.ratings import CLAIM, DOCUMENT
    from hedgerow.queries.questions.edge_ids import full_id

    local = from_iri(text)
    if local.startswith((DOCUMENT, CLAIM)) or DIGITS.fullmatch(local):
        return full_id(snapshot, local, ("document", "claim"))
    if KINDS.match(local):
        raise UsageError(f"{text!r} is no outlet, document or claim; only these are rated.")
    return text


def _mark(snapshot: "Snapshot", ratings: "Ratings", one: "Rating") -> str | None:
    """The handling mark of the document that a rating is about."""
    from hedgerow.graph.ratings import CLAIM

    if one.is_of_outlet:
        return None
    if not one.subject.startswith(CLAIM):
        return ratings.handling(one.subject)
    try:
        (claim,) = snapshot.claims(ids=[one.subject])
    except UsageError:  # it was read anew or withdrawn since
        return None
    return ratings.handling(claim.document)


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
        "instead_of": ";".join(one.instead_of) or None,
        "by": one.by,
        "at": one.at,
        "why": one.note,
    }


def _told(one: "Rating") -> str:
    given = ((name, getattr(one, name)) for name in GIVEN)
    return ", ".join(f"{name} {safe(value)}" for name, value in given if value)
