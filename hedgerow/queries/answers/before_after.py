"""Before and after: what changed in an actor's ties around an event or a day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.counterparts import counterparts
from hedgerow.queries.answers.shared.pivot import AFTER, BEFORE, pivot
from hedgerow.queries.answers.shared.tally import COUNTED, ENDED, PIPELINE, POSSIBLY, Tally
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.reading.selecting import replacing
from hedgerow.queries.sources.coverage_report import (
    Sources,
    documents_behind,
    documents_in,
    published,
)
from hedgerow.queries.words.phrases import counted, names

Group = tuple[str, str, str]
"""Counterpart, type or kind, and event or tie."""


def rows(asked: Asked) -> list[Row]:
    """By counterpart and type, those that changed most first."""
    around = pivot(asked)
    edges = edges_of(asked.reader, _selection(asked))
    moves = replacing(edges)
    found: dict[Group, Tally] = defaultdict(Tally)
    for edge in edges:
        if edge.id == around.event:
            continue
        for other in counterparts(edge, asked.values["a"]):
            if other == asked.values.get("b", other):
                for side, window in around.windows.items():
                    tally = found[other, edge.what, edge.kind]
                    tally.add(edge, side, window, moves)
    return sorted((_row(*each) for each in found.items() if each[1].changed), key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """Concluded events, ties and what was in prospect, before and after, with the documents."""
    around = pivot(asked)
    pair = " - ".join(asked.name(name) for name in ("a", "b") if name in asked.values)
    months = counted(asked.number("months"), "month")
    events, ties = ([row for row in rows if row["edge"] == kind] for kind in ("event", "tie"))
    told = [
        _side_told(side, events, _documents(asked, window))
        for side, window in around.windows.items()
    ]
    told += [
        f"{word} {_sum(group, f'{what}{BEFORE}')} before and {_sum(group, f'{what}{AFTER}')} after"
        for word, group, what in (
            ("ties opened", ties, COUNTED),
            ("ties ended", ties, ENDED),
            ("events told and still in prospect", events, PIPELINE),
        )
    ]
    return f"{pair}, {months} before and after {around.told}: {'; '.join(told)}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the counts rest on, and what they do not say."""
    yield "An order in time is no cause, and more documents tell of more events."
    windows = pivot(asked).windows
    for side, window in windows.items():
        number = counted(_documents(asked, window), "document")
        yield f"{side.capitalize()}: {window.first} to {window.last}, {number} published then."
    newest = coverage(asked.reader).last
    if newest is not None and newest < windows[AFTER].last:
        yield f"The archive ends on {newest}, before the months after do."
    undated = sum(published(one) is None for one in documents_behind(_sources(asked)).values())
    if undated:
        number = counted(undated, "document")
        yield f"{number} without a date of publication count for neither window of documents."
    yield "Contested, denied, cancelled and suspended matters are not counted."


def _selection(asked: Asked) -> Selection:
    return Selection(asked.values["a"], asked.values.get("b"))


def _documents(asked: Asked, window: DateRange) -> int:
    return documents_in(_sources(asked), window)


def _sources(asked: Asked) -> Sources:
    return sources_of(asked.reader, _selection(asked))


def _row(group: Group, tally: Tally) -> Row:
    other, what, edge = group
    row: Row = {"counterpart": other, "what": what, "edge": edge}
    for side in (BEFORE, AFTER):
        row |= {
            each + side: tally.numbers[each + side] for each in (COUNTED, ENDED, POSSIBLY, PIPELINE)
        }
        row[f"levels_{side}"] = ", ".join(sorted(tally.levels[side])) or None
    return row | {"change": tally.numbers[AFTER] - tally.numbers[BEFORE]}


def _side_told(side: str, events: Sequence[Row], documents: int) -> str:
    held = [row for row in events if row[side]]
    number = counted(documents, "document")
    if not held:
        return f"{side}, no concluded event found in {number} published then"
    partners = counted(len({row["counterpart"] for row in held}), "counterpart")
    told = counted(_sum(held, side), "concluded event")
    return f"{side}, {told} with {partners} ({number} published then)"


def _sum(rows: Sequence[Row], column: str) -> int:
    return sum(whole_of(row, column) for row in rows)


def _order(row: Row) -> tuple[int, str, str, str]:
    other = names([str(row["counterpart"])])[0]
    return -abs(whole_of(row, "change")), other, str(row["what"]), str(row["edge"])
