"""Expiring: what has a stated term that ends soon."""

from collections.abc import Iterator, Sequence

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, has_ended
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.terms import TERM, stated_terms
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.selecting import attribute_about, edges_about, subject, tie_by_event
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import cells_as_of
from hedgerow.queries.words.phrases import NEGATIVE, counted, matter_text, parties_text
from hedgerow.queries.words.telling import apart, concluded, some


def rows(asked: Asked) -> list[Row]:
    """One row a term that an event sets, the first to end before the others.

    Raises:
        UsageError: the term is to end before the day from which it runs.
    """
    on, wanted, edges = asked.day("at"), _range(asked), edges_about(asked)
    borne, stated = tie_by_event(edges), attribute_about(asked, TERM)
    ending = [
        (edge, term, stands)
        for edge in edges
        for term in stated_terms(edge, stated.get(edge.id, ()))
        if wanted.meets(term.earliest, term.latest)
        and (stands := stood(edge, asked)) is not None
        and stands.standing != NEGATIVE
        and not has_ended(borne.get(edge.id), on)
    ]
    sources = sources_for(asked.reader, (edge for edge, _, _ in ending))
    found: list[Row] = []
    for edge, term, stands in ending:
        told = sources.get(edge.id, ())
        if any(_is_ahead(term, source) for source in told):
            sure = wanted.contains(term.earliest, term.latest)
            found.append(
                cells_as_of(stands, told, on)
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


def _is_ahead(term: PartialDate, source: Source) -> bool:
    """Whether the term had not passed when it was told, or may not have."""
    told = source.published
    return told is None or parse_partial_date(told).earliest <= term.latest


def _told(row: Row) -> str:
    type_ = vocabulary().tie_type(str(row["what"]))
    who = parties_text(actors_of(row, "actors"), directed=type_.directed)
    about = matter_text(type_.label, None, text_of(row, "item"), text_of(row, "place"))
    return f"{who}, {about}, {f'{POSSIBLY} ' if row['possibly'] else ''}{row['term']}"
