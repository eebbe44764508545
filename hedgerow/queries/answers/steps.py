"""Steps: the staircase of levels between two actors, on the first one's ladder."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hedgerow.ontology.ladders import Ladder, LadderRung, ladders
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.as_of import position
from hedgerow.queries.dates.spans import span, span_to
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row, text_of, whole_of
from hedgerow.queries.reading.selecting import edges_about, sources_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.phrases import ENDED, HELD, counted, level_words, listed, slug_words
from hedgerow.queries.words.telling import apart


class _Stairs:
    """A ladder, if there is one, with the ties that show when its rungs came into use.

    Rungs that came into use after `on` are not told of.
    """

    def __init__(self, ladder: Ladder | None, ties: Iterable[Edge], on: dt.date) -> None:
        self._ladder = ladder
        self._on = on
        self._used: dict[str, PartialDate] = {}
        for tie in sorted(ties, key=by_time):
            rung = self._rung(tie.level)
            if rung is not None and tie.when is not None:
                self._used.setdefault(rung.slug, tie.when)

    def label(self, tie: Edge) -> str | None:
        """The rung of a tie, None where the ladder has none for its wording."""
        rung = self._rung(tie.level)
        return None if rung is None else rung.label

    def skipped(self, before: str | None, tie: Edge) -> str | None:
        """The rungs between a wording and that of a tie, where the ladder is ordered."""
        if self._ladder is None or self._ladder.order != "ordered":
            return None
        ends = [rung.rank for rung in (self._rung(before), self._rung(tie.level)) if rung]
        ranks = sorted(rank for rank in ends if rank is not None)
        if len(ranks) < 2:
            return None
        between = [rung for rung in self._ladder.rungs if ranks[0] < (rung.rank or 0) < ranks[1]]
        between.sort(key=lambda rung: rung.rank or 0)
        return ", ".join(self._named(rung, tie) for rung in between if self._is_by(rung)) or None

    def _rung(self, wording: str | None) -> LadderRung | None:
        return self._ladder.rung_for(wording) if self._ladder and wording else None

    def _is_by(self, rung: LadderRung) -> bool:
        used = self._used.get(rung.slug)
        return used is None or used.earliest <= self._on

    def _named(self, rung: LadderRung, tie: Edge) -> str:
        """A rung that is found in use only after the step is told with that date."""
        used = self._used.get(rung.slug)
        younger = used is not None and tie.when is not None and tie.when.latest < used.earliest
        return f"{rung.label} (first found in use {used})" if younger else rung.label


def rows(asked: Asked) -> list[Row]:
    """One row a level that came to be held by the day, in order of time."""
    on, sources = asked.day("at"), sources_about(asked)
    by_id = {edge.id: edge for edge in edges_about(asked)}
    stairs = _Stairs(ladders().get(asked.values["a"]), _own_ties(asked), on)
    found: list[Row] = []
    for tie in sorted(filter(lambda edge: edge.is_tie, by_id.values()), key=by_time):
        stands = position(tie, on)
        if stands is not None:
            opener = by_id.get(tie.opened_by or "")
            stated = None if opener is None else opener.from_level
            before = stated or (text_of(found[-1], "stated_level") if found else None)
            cells = edge_cells(tie, sources.get(tie.id, ()))
            found.append(
                cells
                | {"held": stands.standing, "from_level": before}
                | {"level": stairs.label(tie), "skipped": stairs.skipped(before, tie)}
                | _held(tie, on)
            )
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The levels one after the other."""
    if not rows:
        return f"{subject(asked)}: no level by {asked.day('at')}; {none_found(asked)}."
    return f"{subject(asked)}: {', then '.join(map(_told, rows))}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """Whether rungs can be skipped at all, and what is no step."""
    ladder = ladders().get(asked.values["a"])
    if ladder is None:
        yield f"{asked.name('a')} has no ladder of its own: the wordings are shown, none is ranked."
    elif ladder.order != "ordered":
        yield f"{ladder.label} are {slug_words(ladder.order)}: no rung is told as skipped."
    if beside := apart(edge.standing for edge in edges_about(asked)):
        yield f"Only what was concluded is a step{beside}."


def _own_ties(asked: Asked) -> list[Edge]:
    """The ties with levels that the first actor has with anyone."""
    everyone = edges_of(asked.reader, Selection(asked.values["a"], of=asked.question.of))
    return [edge for edge in everyone if edge.is_tie]


def _held(tie: Edge, on: dt.date) -> Row:
    until = tie.ended
    over = until is not None and until.earliest <= on
    cells: Row = {
        "stated_level": tie.level,
        "since": tie.stated,
        "until": tie.end_text if over else None,
    }
    if tie.when is None:
        return cells
    days = span(tie.when, until) if until is not None and over else span_to(tie.when, on)
    return cells | days.cells


def _told(row: Row) -> str:
    stated = text_of(row, "stated_level")
    level = text_of(row, "level") or (level_words(stated) if stated else "a partnership")
    since, until = text_of(row, "since"), text_of(row, "until")
    told = f"{level} since {since or 'an unstated date'}"
    if until is not None:
        told = f"{level} from {since or 'an unstated date'} to {until}"
    if row["held"] not in (ENDED, HELD):
        told = f"possibly {told}"
    if "days" in row:
        least = whole_of(row, "days")
        exact = least == whole_of(row, "days_at_most")
        told += f" ({'' if exact else 'at least '}{counted(least, 'day')})"
    skipped = text_of(row, "skipped")
    return f"{told}, skipping {listed(skipped.split(', '))}" if skipped else told
