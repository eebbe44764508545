"""Putting together everything behind an event or tie."""

import datetime as dt
from collections.abc import Iterator, Sequence

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import TieType, vocabulary
from hedgerow.queries.asking import ask
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.questions.edge_ids import edge_id
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rated import mark_of
from hedgerow.queries.sources.coverage_report import coverage_of_edges
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only
from hedgerow.queries.words.edge_words import standing_of, words_of
from hedgerow.queries.words.phrases import CONTESTED, DENIED, counted, names, status_text, support
from hedgerow.viz.design import style
from hedgerow.viz.explorer.evidence.disputes import disputes
from hedgerow.viz.explorer.evidence.facts import facts, values_of
from hedgerow.viz.explorer.evidence.finding import find_edge
from hedgerow.viz.explorer.evidence.relations import related
from hedgerow.viz.explorer.evidence.sentences import sentences
from hedgerow.viz.explorer.evidence.standing import (
    as_it_stood,
    badge_of,
    look_of,
    look_of_status,
    stands,
    told_on,
)
from hedgerow.viz.explorer.evidence.told import Evidence, Party, Step
from hedgerow.viz.explorer.problems import sought

UNPLACED = "unplaced"
MOST = 100
"""As many sentences are given; more are counted."""


def evidence(reader: Reader, text: str, on: dt.date, *, asked: bool) -> Evidence:
    """The edge of an id as it stands on a day, with every sentence behind it.

    `asked`: the day was asked for, so that what had not begun by it is told to have not.

    Raises:
        HTTPException: there is no such edge.
    """
    with sought():
        wanted = edge_id(reader, text)
    edge, beside = find_edge(reader, wanted)
    sources = sources_for(reader, [edge]).get(edge.id, ())
    read = {str(row["claim"]): dict(row) for row in ask(reader, "evidence", {"id": edge.id}).rows}
    placed = stands(edge, on, asked=asked)
    found = placed or Position(edge, standing_of(edge), edge.status, None)
    values = values_of(reader, edge)
    told = sentences(as_it_stood(found), sources, read)
    return Evidence(
        id=edge.id,
        formerly=None if wanted == edge.id else wanted,
        edge=edge.kind,
        type=edge.what,
        label=edge.label,
        group=_group(edge),
        look=look_of(found) if placed else UNPLACED,
        badge=badge_of(found, on) if placed else f"not by {on}",
        begun=placed is not None,
        on=on.isoformat(),
        words=told_on(found, on) if placed else words_of(edge, edge.stage),
        when=_when(found, on),
        parties=tuple(_parties(found)),
        arrow=edge.directed and found.standing != CONTESTED and edge.status != DENIED,
        facts=tuple(facts(found, values, on)),
        history=tuple(_steps(edge, on)),
        disputes=tuple(disputes(edge, sources, values)),
        sentences=told[:MOST],
        related=tuple(related(edge, beside, on)),
        rests=_rests(edge, sources, on),
        notes=_notes(edge, len(told)),
        cautions=(PARTY_ONLY,) if party_only(edge, sources, found.standing) else (),
        handling=mark_of(sources),
    )


def _group(edge: Edge) -> str:
    look = style()
    return (look.group_of_kind if edge.is_tie else look.group_of_type)(edge.what).name


def _when(found: Position, on: dt.date) -> str:
    edge = found.edge
    if not edge.is_tie:
        end = f" to {edge.end}" if edge.end else ""
        return f"{date_as_of(found, on)}{end}"
    since = f"since {edge.stated}" if edge.stated else "since an unstated date"
    return f"{edge.stated or 'an unstated date'} to {edge.end_text}" if edge.end else since


def _parties(found: Position) -> Iterator[Party]:
    edge = found.edge
    first, others = _type_of(edge).roles if edge.directed else ("", "")
    for place, (code, name) in enumerate(zip(edge.actors, names(edge.actors), strict=True)):
        yield Party(code, name, first if place == 0 else others)


def _type_of(edge: Edge) -> TieType:
    """The type of an event; of a tie the one that opens its kind."""
    words = vocabulary()
    if not edge.is_tie:
        return words.tie_type(edge.what)
    types = words.tie_types.values()
    return next(each for each in types if each.kind == edge.what and each.effect == "opens")


def _steps(edge: Edge, on: dt.date) -> Iterator[Step]:
    for step in edge.history:
        placed = None if step.on is None else parse_partial_date(step.on)
        yield Step(
            status=status_text(step.status, step.stage),
            look=look_of_status(step.status),
            date=step.on or "",
            basis=step.basis,
            later=placed is not None and placed.latest > on,
        )


def _rests(edge: Edge, sources: Sequence[Source], on: dt.date) -> str:
    found = coverage_of_edges([edge], {edge.id: sources}, on)
    told = f"{counted(len(sources), 'sentence')} in {support(found.documents, found.sources)}"
    told += f" of {counted(len(found.outlets), 'outlet')}"
    if found.first is not None and found.last is not None:
        days = dict.fromkeys((found.first.isoformat(), found.last.isoformat()))
        told += f", published {' to '.join(days)}"
    return f"{told}; {found.undated:,} without a date" if found.undated else told


def _notes(edge: Edge, number: int) -> tuple[str, ...]:
    if number <= MOST:
        return ()
    return (f"{number - MOST:,} more sentences are not shown: hedgerow ask evidence {edge.id}",)
