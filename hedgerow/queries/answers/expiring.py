"""Expiring: what has a stated term that ends soon."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.absence import none_found
from hedgerow.queries.as_of import POSSIBLY, position
from hedgerow.queries.cells import edge_cells
from hedgerow.queries.edge import Edge, Source
from hedgerow.queries.histories import date_as_of
from hedgerow.queries.parameters import Asked
from hedgerow.queries.phrases import NEGATIVE, counted, matter_text, parties_text
from hedgerow.queries.ranges import DateRange
from hedgerow.queries.rows import Row, actors_of, text_of
from hedgerow.queries.selecting import edges_about, sources_about, subject, tie_by_event
from hedgerow.queries.telling import apart, concluded, some


def rows(asked: Asked) -> list[Row]:
    """One row an event that sets a term, the first to end before the others.

    Raises:
        UsageError: the term is to end before the day from which it runs.
    """
    on, wanted = asked.day("at"), _range(asked)
    edges, sources = edges_about(asked), sources_about(asked)
    borne = tie_by_event(edges)
    found: list[Row] = []
    for edge in edges:
        term, stands = _term(edge), position(edge, on)
        if stands is None or stands.standing == NEGATIVE or term is None:
            continue
        told = sources.get(edge.id, ())
        if _is_over(edge, borne, on) or not any(_is_ahead(term, source) for source in told):
            continue
        if wanted.meets(term.earliest, term.latest):
            sure = wanted.contains(term.earliest, term.latest)
            found.append(
                edge_cells(edge, told)
                | {"standing": stands.standing, "status": stands.status}
                | {"term": term.edtf, "date": date_as_of(stands, on)}
                | {"possibly": None if sure else POSSIBLY, "ends": term.earliest.isoformat()}
            )
    return sorted(found, key=lambda row: (str(row["ends"]), str(row["id"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The terms that end, by name."""
    who, firm = subject(asked), concluded(rows)
    between = f"between {asked.day('at')} and {asked.day('by')}"
    beside = apart(row["standing"] for row in rows)
    if not firm:
        lack = beside.removeprefix("; ") or none_found(asked)
        return f"{who}: no stated term ends {between}; {lack}."
    told = some([_told(row) for row in firm])
    ending = counted(len(firm), "stated term ends", "stated terms end")
    return f"{who}: {ending} {between}: {told}{beside}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What is not here."""
    yield "Only terms that a document states; customary durations and renewals are not inferred."


def _range(asked: Asked) -> DateRange:
    on, by = asked.day("at"), asked.day("by")
    if by < on:
        raise UsageError(f"by {by} lies before at {on}; give a later day, or an earlier at.")
    return DateRange(on, by)


def _term(edge: Edge) -> PartialDate | None:
    """The stated end of what lasts; the end of an instant's programme is no term.

    The end of a tie is what an event made of it, which is no term either.
    """
    if edge.is_tie or edge.end is None or not vocabulary().tie_type(edge.what).interval:
        return None
    return parse_partial_date(edge.end)


def _is_ahead(term: PartialDate, source: Source) -> bool:
    """Whether the term had not passed when it was told, or may not have."""
    told = source.published
    return told is None or parse_partial_date(told).earliest <= term.latest


def _is_over(edge: Edge, borne: Mapping[str, Edge], on: dt.date) -> bool:
    """Whether the tie that it opened has ended by the day in spite of the term."""
    tie = borne.get(edge.id)
    return tie is not None and tie.end is not None and parse_partial_date(tie.end).latest <= on


def _told(row: Row) -> str:
    type_ = vocabulary().tie_type(str(row["what"]))
    who = parties_text(actors_of(row, "actors"), directed=type_.directed)
    about = matter_text(type_.label, None, text_of(row, "item"), text_of(row, "place"))
    return f"{who}, {about}, {f'{POSSIBLY} ' if row['possibly'] else ''}{row['term']}"
