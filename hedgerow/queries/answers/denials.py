"""Denials: what was denied, by whom, and who asserts it, in the words of both."""

from collections.abc import Iterator, Sequence

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.histories import step_to
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import Row, actors_of
from hedgerow.queries.reading.scope import told_positions
from hedgerow.queries.reading.selecting import subject
from hedgerow.queries.sources.coverage_report import published
from hedgerow.queries.sources.speakers import named_side, voice
from hedgerow.queries.sources.telling_sentence import most_telling_then
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time
from hedgerow.queries.words.phrases import CONTESTED, DENIED, counted, listed, names


def rows(asked: Asked) -> list[Row]:
    """One row a matter, the oldest first."""
    found = [each for each in told_positions(asked) if _is_denied(each[0].edge, asked)]
    return [_row(*each) for each in sorted(found, key=lambda each: by_time(each[0].edge))]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many matters, how many of them contested, and who denies."""
    if not rows:
        return f"{subject(asked)}: no denial; {none_found(asked)}."
    contested = sum(row["standing"] == CONTESTED for row in rows)
    told = f"{counted(len(rows), 'matter')} denied, {contested} of them asserted by others"
    sides = {code for row in rows for code in actors_of(row, "denied_for")}
    by = f"; denials for {listed(sorted(names(sides)))}" if sides else ""
    return f"{subject(asked)}: {told}{by}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a denial is."""
    if rows:
        yield "A denial is one side's word and no verdict; nothing here counts as concluded."


def _is_denied(edge: Edge, asked: Asked) -> bool:
    if asked.given("at") is not None:
        return step_to(edge, DENIED, asked.day("at")) is not None
    return any(step.status == DENIED for step in edge.history)


def _row(stands: Position, sources: Sequence[Source]) -> Row:
    edge = stands.edge
    best = most_telling_then(stands, sources)
    denials = [source for source in best if source.status == DENIED]
    denials.sort(key=_first)
    asserted = [source for source in best if source.status != DENIED]
    sides = sorted(filter(None, {named_side(source) for source in denials}))
    steps = (step.on for step in edge.history if step.status == DENIED and step.on is not None)
    dates = sorted(steps, key=lambda on: parse_partial_date(on).earliest)
    return {
        "actors": edge.actors,
        "what": edge.what,
        "stage": next((one.stage for one in denials if one.stage), None),
        "standing": stands.standing,
        "item": edge.item,
        "place": edge.place,
        "denied_on": next(iter(dates), None),
        "denied_by": _voices(denials),
        "denied_for": tuple(sides),
        "denial": denials[0].quote if denials else None,
        "denial_source": denials[0].address if denials else None,
        "asserted_by": _voices(asserted),
        "assertion": asserted[0].quote if asserted else None,
        "assertion_source": asserted[0].address if asserted else None,
        "documents": edge.documents,
        "independent_sources": edge.sources,
        "id": edge.id,
    }


def _voices(sources: Sequence[Source]) -> str | None:
    return listed(list(dict.fromkeys(map(voice, sources)))) or None


def _first(source: Source) -> str:
    date = published(source)
    return "9999" if date is None else date.earliest.isoformat()
