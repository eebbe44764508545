"""War legacy: work on what a war left behind, with its gaps and interruptions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.answers.shared.counterparts import by_counterpart
from hedgerow.queries.dates.histories import step_to
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row, actors_of, whole_of
from hedgerow.queries.reading.selecting import attribute_about, edges_about, sources_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import edge_cells
from hedgerow.queries.words.phrases import CONCLUDED, NEGATIVE, counted, listed, names
from hedgerow.queries.words.telling import apart, concluded, some


def rows(asked: Asked) -> list[Row]:
    """One row an event, partner by partner and in order of time."""
    sources = sources_about(asked)
    more = {name: attribute_about(asked, name) for name in ("subtype", "funder")}
    found: list[Row] = []
    pairs = by_counterpart(edges_about(asked), asked.values["a"])
    wanted = asked.values.get("b")
    for partner in sorted(pairs, key=lambda code: names([code])):
        if wanted in (None, partner):
            for edge, gap in _with_gaps(pairs[partner]):
                cells = edge_cells(edge, sources.get(edge.id, ()))
                told = {name: ", ".join(by.get(edge.id, ())) or None for name, by in more.items()}
                found.append(cells | told | gap | {"partners": (partner,), "stop": _is_stop(edge)})
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How much took place, when it was interrupted, and the months without anything."""
    who, firm = subject(asked), concluded(rows)
    if not rows:
        return f"{who}: no work on war legacies; {none_found(asked)}."
    partners = {actors_of(row, "partners") for row in rows}
    told = [counted(len(firm), "matter that took place", "matters that took place")]
    if "b" not in asked.values:
        told[0] += f", with {counted(len(partners), 'partner')}"
    elif len(firm) > 1:
        first, last = (str(row["date"]).removeprefix("by ") for row in (firm[0], firm[-1]))
        told[0] += f", {first} to {last}"
    stops = [row for row in rows if row["stop"]]
    if stops:
        told.append(f"interrupted: {some([_told(row) for row in stops])}")
    quiet = sum(whole_of(row, "quiet_months") for row in rows)
    if quiet:
        told.append(f"{counted(quiet, 'month')} between first and last without anything told here")
    others = [row["standing"] for row in rows if not row["stop"]]
    return f"{who}: {'; '.join(told)}{apart(others)}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a gap is."""
    if any(row["quiet_months"] for row in rows):
        yield "Nothing told of a month here does not mean that nothing happened in it."


def _with_gaps(edges: Iterable[Edge]) -> Iterator[tuple[Edge, Row]]:
    """Each event with the whole months since the one before, counted between what came about."""
    last: dt.date | None = None
    dated = [(edge, _when(edge)) for edge in edges]
    for edge, when in sorted(dated, key=lambda each: _by_day(*each)):
        cells: Row = {"quiet_months": None}
        if when is not None and (edge.standing == CONCLUDED or _is_stop(edge)):
            if last is not None:
                cells["quiet_months"] = max(0, _month(when.earliest) - _month(last) - 1)
            last = when.latest if last is None else max(last, when.latest)
        if _is_stop(edge) and when is not None:
            cells["date"] = when.edtf
        yield edge, cells


def _when(edge: Edge) -> PartialDate | None:
    """When it happened; of what was stopped, when that was."""
    step = step_to(edge, edge.status) if _is_stop(edge) else None
    return edge.placed if step is None or step.on is None else parse_partial_date(step.on)


def _by_day(edge: Edge, when: PartialDate | None) -> tuple[dt.date, str]:
    return (dt.date.max if when is None else when.earliest, edge.id)


def _is_stop(edge: Edge) -> bool:
    return edge.standing == NEGATIVE and vocabulary().is_stopped(str(edge.status))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month


def _told(row: Row) -> str:
    status = vocabulary().status(str(row["status"])).label
    about = f" ({row['item']})" if row["item"] else ""
    return f"{status} {row['date']}, {listed(names(actors_of(row, 'partners')))}{about}"
