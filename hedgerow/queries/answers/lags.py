"""Lags: how long it took from the signature of an instrument to its entry into force."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from statistics import median

from hedgerow.graph.resolution.discriminators import agree, comparable
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import Status, vocabulary
from hedgerow.queries.dates.as_of import Position
from hedgerow.queries.dates.spans import Span, span, span_to
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rows import Row, actors_of, text_of, whole_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.selecting import edges_about, subject, tie_by_event
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, counted, parties_text
from hedgerow.queries.words.telling import some


def rows(asked: Asked) -> list[Row]:
    """One row an instrument: those in force first, and those in order of signature."""
    on = asked.day("at")
    told = [
        (stages[-1], cells)
        for stages in _instruments(edges_about(asked), asked)
        if (cells := _cells(stages, asked))
    ]
    sources = sources_for(asked.reader, (newest.edge for newest, _ in told))
    found = [
        cells_as_of(newest, sources.get(newest.edge.id, ()), on) | cells for newest, cells in told
    ]
    found.sort(key=lambda row: (str(row["signed"] or row["in_force"] or "9999"), str(row["id"])))
    order = [*(step.label for step in _steps()), CONTESTED]
    return sorted(found, key=lambda row: order.index(str(row["stands"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The lags one by one and their median; how many are only signed."""
    who, (entry, signature) = subject(asked), _steps()
    lags = [row for row in rows if row["stands"] == entry.label and "days" in row]
    open_ = sum(row["stands"] == signature.label for row in rows)
    if not rows:
        return f"{who}: no instrument signed by {asked.day('at')}; {none_found(asked)}."
    told = some([_told(row) for row in lags]) or "no lag known"
    if len(lags) > 1:
        middle = median(whole_of(row, "days") for row in lags)
        told = f"{told}; the median is at least {middle:,.0f} days"
    without = f"; {counted(open_, 'instrument')} signed and not known to be in force"
    return f"{who}: {told}{without if open_ else ''}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a missing entry into force does not mean."""
    if any(row["stands"] == _steps()[1].label for row in rows):
        yield (
            "Not known to be in force means that no document here tells it; political documents "
            "never enter into force, and many memoranda take effect when they are signed."
        )


def _instruments(edges: Sequence[Edge], asked: Asked) -> Iterator[list[Position]]:
    """The events of one instrument that stood by the day, in order of time.

    A tie joins a signature and an entry into force that lie too far apart for one event.
    """
    borne = tie_by_event(edges)
    found: dict[str, list[list[Position]]] = {}
    for edge in sorted(edges, key=by_time):
        stands = None if edge.is_tie else stood(edge, asked)
        if stands is not None and stands.standing in (CONCLUDED, CONTESTED):
            tie = borne.get(edge.id)
            alike = found.setdefault(edge.id if tie is None else tie.id, [])
            for stages in alike:
                if all(_same(each.edge, edge) for each in stages):
                    stages.append(stands)
                    break
            else:
                alike.append([stands])
    for alike in found.values():
        yield from alike


def _same(one: Edge, other: Edge) -> bool:
    """Whether two events of a tie can tell one instrument: a pair may sign several of a kind."""
    type_ = vocabulary().tie_type(one.what)
    first, second = comparable(one.item, type_), comparable(other.item, type_)
    return first is None or second is None or agree(first, second, type_, one.actors)


def _cells(stages: Sequence[Position], asked: Asked) -> Row | None:
    """None where neither a signature nor an entry into force is dated."""
    entry, signature = _steps()
    effect = _first(stages, {entry.name}, asked)
    settled = {each.name for each in vocabulary().statuses.values() if _is_settled(each)}
    signed = _first(stages, {signature.name}, asked)
    signed = signed or _first(stages, settled - {entry.name}, asked)
    if signed is not None and effect is not None and signed.earliest > effect.latest:
        signed = None
    contested = any(each.standing == CONTESTED for each in stages)
    status = max((str(each.status) for each in stages), key=lambda s: vocabulary().status(s).rank)
    known = effect is not None or status == entry.name
    lag = None
    if signed is not None and (effect is not None or not known):
        lag = span_to(signed, asked.day("at")) if effect is None else span(signed, effect)
    if signed is None and effect is None:
        return None
    return {
        "stands": CONTESTED if contested else (entry if known else signature).label,
        "signed": None if signed is None else signed.edtf,
        "in_force": None if effect is None else effect.edtf,
        "status": status,
        "documents": sum(each.edge.documents for each in stages),
        "independent_sources": sum(each.edge.sources for each in stages),
        "item": next((each.edge.item for each in stages if each.edge.item), None),
        **({} if lag is None else lag.cells),
    }


def _first(stages: Iterable[Position], wanted: set[str], asked: Asked) -> PartialDate | None:
    """The first stated date of a status up to the day; perhaps up to it where none was given."""
    on, is_open = asked.day("at"), asked.given("at") is None
    dates = [
        parse_partial_date(step.on)
        for each in stages
        for step in each.edge.history
        if step.status in wanted and step.basis == "stated" and step.on
    ]
    past = [date for date in dates if (date.earliest if is_open else date.latest) <= on]
    return min(past, key=lambda date: (date.earliest, date.latest), default=None)


@cache
def _steps() -> tuple[Status, Status]:
    """Entry into force, from which on an instrument can hold, and the step before it."""
    words = vocabulary()
    entry = max((words.status(kind.held_from) for kind in words.kinds.values()), key=_rank)
    earlier = (each for each in words.statuses.values() if _rank(each) < _rank(entry))
    return entry, max(filter(_is_settled, earlier), key=_rank)


def _is_settled(status: Status) -> bool:
    return status.standing == CONCLUDED


def _rank(status: Status) -> int:
    return status.rank


def _told(row: Row) -> str:
    who = parties_text(actors_of(row, "actors"), directed=False)
    label = vocabulary().tie_type(str(row["what"])).label
    lag = Span(whole_of(row, "days"), whole_of(row, "days_at_most"))
    about = text_of(row, "item") or label
    return f"{who}, {about}: signed {row['signed']}, in force {row['in_force']} ({lag})"
