"""Pipeline: what is only reported, in talks or planned, and how long nobody has spoken of it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import Stood, stood, told_positions
from hedgerow.queries.reading.selecting import edges_about, subject
from hedgerow.queries.sources.coverage_report import published
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of, stage_as_of
from hedgerow.queries.words.phrases import CONCLUDED, PROSPECTIVE, counted, listed, names

PLANNED = "planned"
PASSED, DONE = "date passed, outcome not in this archive", "perhaps done"
UNLINKED = "told as in prospect, not linked to a concluded event in this archive"
SOON = 400
"""What was concluded within as many days of its telling may be what was planned."""

Alike = dict[tuple[str, tuple[str, ...]], list[Edge]]
"""The concluded events by type and actors."""


def rows(asked: Asked) -> list[Row]:
    """The matters by pair and type, the oldest of each first."""
    found = sorted(told_positions(asked, (PROSPECTIVE,)), key=_order)
    alike: Alike = defaultdict(list)
    if found:
        for edge in edges_about(asked):
            now = stood(edge, asked)
            if now is not None and now.standing == CONCLUDED:
                alike[edge.what, edge.actors].append(edge)
    return [_row(each, asked.day("at"), alike) for each in found]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many of each status, and how many plans are past their date."""
    about = f"{subject(asked)} on {asked.day('at')}"
    if not rows:
        return f"{about}: nothing reported, in talks or planned; {none_found(asked)}."
    statuses = Counter(str(row["status"]) for row in rows)
    label = vocabulary().status
    split = listed([f"{number} {label(name).label}" for name, number in statuses.most_common()])
    told = [f"{about}: {counted(len(rows), 'matter')} {UNLINKED} ({split})"]
    for outcome in (PASSED, DONE):
        number = sum(str(row["outcome"]).startswith(outcome) for row in rows)
        told += [f"{number} of them: {outcome}"] if number else []
    return f"{'; '.join(told)}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What silence does not say."""
    if rows:
        yield "Silence in this archive does not tell that a matter was dropped or concluded."


def _row(told: Stood, on: dt.date, alike: Alike) -> Row:
    now, sources = told
    edge, status = now.edge, now.status
    heard = sorted(_told_by(edge, sources, on), key=lambda date: (date.earliest, date.latest))
    last = max(heard, key=lambda date: date.latest, default=None)
    passed = _has_passed(edge, status, sources, on)
    return cells_as_of(now, sources, on) | {
        "since": heard[0].edtf if heard else None,
        "last_told": None if last is None else last.edtf,
        "days_silent": None if last is None else (on - last.latest).days,
        "outcome": _outcome(edge, heard, alike[edge.what, edge.actors], passed=passed),
    }


def _outcome(
    plan: Edge, heard: Sequence[PartialDate], alike: Iterable[Edge], *, passed: bool
) -> str | None:
    """The concluded event of its pair and type that may be what became of it."""
    done = [edge.id for edge in sorted(alike, key=by_time) if _may_follow(edge, plan, heard)]
    return f"{DONE}: {done[0]}" if done else PASSED if passed else None


def _may_follow(done: Edge, plan: Edge, heard: Iterable[PartialDate]) -> bool:
    """Whether an event may be dated after a telling of the plan, and soon enough."""
    date = done.placed
    if date is None or not _alike(done.item, plan.item):
        return False
    return any(
        date.latest > day.earliest and (date.earliest - day.latest).days <= SOON for day in heard
    )


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two items may be one: either is unstated, or they share a word."""
    if one is None or other is None:
        return True
    return not set(one.casefold().split()).isdisjoint(other.casefold().split())


def _told_by(edge: Edge, sources: Sequence[Source], on: dt.date) -> Iterator[PartialDate]:
    """The days up to a day on which it was told: of publication, else of its steps."""
    dates = [date for source in sources if (date := published(source)) is not None]
    if not dates:
        dates = [parse_partial_date(step.on) for step in edge.history if step.on is not None]
    yield from (date for date in dates if date.latest <= on)


def _has_passed(edge: Edge, status: str | None, sources: Sequence[Source], on: dt.date) -> bool:
    """Whether it was told ahead of a planned date that lies behind by now.

    A date that does not lie after its telling may be that of the plan and not of what is planned.
    """
    if edge.when is None or PLANNED not in (status, stage_as_of(edge, status, on)):
        return False
    last = edge.when if edge.end is None else parse_partial_date(edge.end)
    told = [date.latest for source in sources if (date := published(source)) is not None]
    return last.latest < on and any(day < edge.when.earliest for day in told)


def _order(told: Stood) -> tuple[list[str], str, tuple[str, str]]:
    edge = told[0].edge
    return sorted(names(edge.actors)), edge.label, by_time(edge)
