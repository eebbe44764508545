"""Ended: what was ended, suspended or called off in a range of dates."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.graph.records import StatusEntry
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.histories import stops
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.reading.selecting import (
    attribute_about,
    edges_about,
    item_of,
    replacing,
    subject,
    tie_by_event,
)
from hedgerow.queries.words.absence import none_found, range_text
from hedgerow.queries.words.cells import edge_cells
from hedgerow.queries.words.phrases import CONTESTED, ENDED, NEGATIVE, listed, names
from hedgerow.queries.words.telling import apart, some

PARTIAL = "partial"
Sources = Mapping[str, tuple[Source, ...]]


def rows(asked: Asked) -> list[Row]:
    """Ties that ended, events that were stopped and events that end something; oldest first.

    A level that ended because another took its place is none of these.
    """
    wanted = DateRange(asked.day("from"), asked.day("to"))
    by_id = {edge.id: edge for edge in edges_about(asked)}
    ties = [edge for edge in by_id.values() if edge.is_tie]
    extents = attribute_about(asked, "extent")
    replaced, borne = replacing(ties), tie_by_event(ties)
    closers = {tie.closed_by for tie in ties}
    sources = sources_for(
        asked.reader,
        (edge for edge in by_id.values() if edge.id in closers or _tells_an_end(edge)),
    )
    found = [_tie(tie, by_id, sources) for tie in ties if tie.closed_by not in replaced]
    for edge in by_id.values():
        tie = borne.get(edge.id)
        if not edge.is_tie and (tie is None or tie.closed_by != edge.id):
            partly = tie is not None or PARTIAL in extents.get(edge.id, ())
            found.extend(_event(edge, sources.get(edge.id, ()), partly=partly))
    for row in found:
        row["item"] = item_of(by_id[str(row["id"])], by_id)
    placed = [row | cells for row in found if (cells := _placed(row, wanted)) is not None]
    return sorted(placed, key=lambda row: (str(row["first"]), str(row["id"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many of each, and the newest by name."""
    who = f"{subject(asked)}{range_text(asked)}"
    firm = [row for row in rows if row["standing"] != CONTESTED]
    if not firm:
        return f"{who}: nothing ended, suspended or called off; {none_found(asked)}."
    counts = Counter(_step(row) for row in firm).most_common()
    told = [f"{count} {step}" for step, count in counts]
    newest = some([_told(row, asked.values["a"]) for row in reversed(firm)])
    beside = apart(row["standing"] for row in rows if row["standing"] == CONTESTED)
    return f"{who}: {listed(told)}: {newest}{beside}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Why some rows name nobody."""
    if any(row["by"] is None for row in rows):
        yield "Who did it is named only where the type of the event says so; else see the sentence."


def _tells_an_end(edge: Edge) -> bool:
    """Whether its sentences can be those of a row: a tie that ended, or an event that ends."""
    if edge.is_tie:
        return edge.end is not None
    return bool(stops(edge)) or vocabulary().tie_type(edge.what).effect == "closes"


def _tie(tie: Edge, by_id: Mapping[str, Edge], sources: Sources) -> Row:
    closer = by_id.get(tie.closed_by or "")
    if closer is None:
        row = edge_cells(tie, sources.get(tie.id, ())) | _cells(tie.end, ENDED, None, tie.stated)
        return row | {"basis": tie.end_basis}
    cells = edge_cells(closer, sources.get(closer.id, ()))
    told: Row = {each: cells[each] for each in ("quote", "publisher", "published", "source")}
    row = edge_cells(tie, ()) | told | {"basis": tie.end_basis}
    return row | _cells(tie.end, _ending(tie, closer), _ender(closer), tie.stated)


def _ending(tie: Edge, closer: Edge) -> str:
    """The step by which an event ended a tie; what tells its beginning as well only says so."""
    if tie.opened_by == closer.id:
        return ENDED
    return str(closer.status if closer.standing == NEGATIVE else closer.what)


def _event(edge: Edge, told: Sequence[Source], *, partly: bool) -> Iterator[Row]:
    """A row for each time that it was stopped, else one where it ended something itself.

    A partial lift, and one that a tie outlived, has not ended anything.
    """
    type_ = vocabulary().tie_type(edge.what)
    stopped = stops(edge)
    for step in stopped:
        tellers = [source for source in told if source.status == step.status] or told
        yield edge_cells(edge, tellers) | _on(step)
    settled = edge.status is not None and vocabulary().is_concluded(edge.status)
    if not stopped and settled and not partly and type_.effect == "closes":
        date = edge.stated or edge.published
        row = edge_cells(edge, told) | _cells(date, edge.what, _ender(edge), None)
        yield row if edge.stated else row | {"basis": "published"}


def _on(step: StatusEntry) -> Row:
    return _cells(step.on, step.status, None, None) | {"basis": step.basis}


def _ender(edge: Edge) -> str | None:
    """Who acted in an event that ends a tie; who stopped another event its type does not say."""
    closes = vocabulary().tie_type(edge.what).effect == "closes"
    return edge.actors[0] if edge.directed and closes else None


def _cells(date: str | None, step: str, by: str | None, since: str | None) -> Row:
    return {"date": date, "step": step, "by": by, "since": since}


def _placed(row: Row, wanted: DateRange) -> Row | None:
    """What its date makes of a row; None where it lies outside of the range or has no date."""
    if row["date"] is None:
        return None
    date = parse_partial_date(str(row["date"]))
    if not wanted.meets(date.earliest, date.latest):
        return None
    only_told = row.get("basis") == "published"
    sure = wanted.is_everything or (not only_told and wanted.contains(date.earliest, date.latest))
    return {
        "first": date.earliest.isoformat(),
        "date": f"by {date}" if only_told else date.edtf,
        "possibly": None if sure else POSSIBLY,
    }


def _step(row: Row) -> str:
    known = vocabulary()
    step = str(row["step"])
    return (known.statuses.get(step) or known.tie_types[step]).label


def _told(row: Row, code: str) -> str:
    others = listed(names(each for each in actors_of(row, "actors") if each != code))
    known = vocabulary()
    what = str(row["what"])
    label = (known.kind(what) if row["edge"] == "tie" else known.tie_type(what)).label
    item = text_of(row, "item")
    by = f" by {names([str(row['by'])])[0]}" if row["by"] else ""
    about = f", {item}" if item else ""
    return f"{label}{about} with {others} ({_step(row)} {row['date']}{by})"
