"""Restored: from rupture to restored relations, and how long it took."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hedgerow.graph.ids import dyad_id
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, Position, position
from hedgerow.queries.dates.spans import Span, span, span_to
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.rows import Row, actors_of, whole_of
from hedgerow.queries.reading.selecting import edges_about, sources_about, subject
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, edge_cells
from hedgerow.queries.words.phrases import CONCLUDED, PROSPECTIVE, counted, date_text, parties_text
from hedgerow.queries.words.telling import some

RESTORED, BROKEN = "restored", "still broken"
OUTCOMES = (RESTORED, f"{POSSIBLY} {RESTORED}", BROKEN)


@dataclass
class Break:
    """Relations from their rupture to their restoration, if any, while it is put together."""

    pair: tuple[str, str]
    ruptures: list[Edge] = field(default_factory=list)
    restoration: Edge | None = None
    ahead: list[Position] = field(default_factory=list)

    @property
    def rupture(self) -> Edge:
        """The first rupture, a dated one if there is any: one side may follow the other."""
        return next((edge for edge in self.ruptures if edge.stated), self.ruptures[0])


def rows(asked: Asked) -> list[Row]:
    """One row a break: the restored ones first, and those in order of time."""
    on, sources = asked.day("at"), sources_about(asked)
    found = []
    for one in _breaks(edges_about(asked), on):
        shown = one.restoration or one.rupture
        found.append(edge_cells(shown, sources.get(shown.id, ())) | _cells(one, on))
    return sorted(found, key=lambda row: OUTCOMES.index(str(row["outcome"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many were restored after how long, and how many are still broken."""
    who = subject(asked, "All pairs")
    if not rows:
        return f"{who}: no rupture by {asked.day('at')}; {none_found(asked)}."
    restored = [row for row in rows if row["outcome"] != BROKEN]
    broken = len(rows) - len(restored)
    told = some([_told(row, asked) for row in restored]) or "none restored"
    still = f"; {counted(broken, 'pair')} still broken as far as this archive tells"
    return f"{who}: {told}{still if broken else ''}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the answer does not say."""
    if any(row["outcome"] == BROKEN for row in rows):
        yield "Still broken means that no restoration is in this archive, not that there was none."


def _breaks(edges: Iterable[Edge], on: dt.date) -> list[Break]:
    """Plays what stood by the day in order of time, pair by pair."""
    found: list[Break] = []
    running: dict[str, Break] = {}
    for edge in sorted(edges, key=by_time):
        stands = position(edge, on)
        if stands is not None:
            for pair in edge.pairs:
                _play(stands, pair, running, found)
    return found


def _play(
    stands: Position, pair: tuple[str, str], running: dict[str, Break], found: list[Break]
) -> None:
    dyad, effect = dyad_id(*pair), vocabulary().tie_type(stands.edge.what).effect
    if stands.standing == CONCLUDED and effect == "closes":
        if dyad not in running:
            running[dyad] = Break(pair)
            found.append(running[dyad])
        running[dyad].ruptures.append(stands.edge)
    elif dyad in running and effect == "opens":
        if stands.standing == CONCLUDED:
            running.pop(dyad).restoration = stands.edge
        elif stands.standing == PROSPECTIVE:
            running[dyad].ahead.append(stands)


def _cells(one: Break, on: dt.date) -> Row:
    rupture, restoration = one.rupture, one.restoration
    told = [*one.ruptures, *([] if restoration is None else [restoration])]
    ahead = one.ahead[-1].status if one.ahead and restoration is None else None
    lasted = _lasted(rupture, restoration, on)
    return {
        "outcome": _outcome(rupture, restoration),
        "actors": one.pair,
        "broken": _date(rupture),
        "restored": None if restoration is None else _date(restoration),
        "prospect": ahead,
        "documents": sum(edge.documents for edge in told),
        "independent_sources": sum(edge.sources for edge in told),
        "rupture": rupture.id,
        **({} if lasted is None else lasted.cells),
    }


def _date(edge: Edge) -> str:
    return date_text(edge.stated, edge.published)


def _outcome(rupture: Edge, restoration: Edge | None) -> str:
    if restoration is None:
        return BROKEN
    first, last = rupture.when, restoration.when
    sure = first is not None and last is not None and first.latest < last.earliest
    return RESTORED if sure else f"{POSSIBLY} {RESTORED}"


def _lasted(rupture: Edge, restoration: Edge | None, on: dt.date) -> Span | None:
    if rupture.when is None:
        return None
    if restoration is None:
        return span_to(rupture.when, on)
    return None if restoration.when is None else span(rupture.when, restoration.when)


def _told(row: Row, asked: Asked) -> str:
    told = f"broken {row['broken']}, {row['outcome']} {row['restored']}"
    if len(asked.codes("a") + asked.codes("b")) < len(actors_of(row, "actors")):
        told = f"{parties_text(actors_of(row, 'actors'), directed=False)} {told}"
    if "days" not in row:
        return told
    return f"{told} ({Span(whole_of(row, 'days'), whole_of(row, 'days_at_most'))})"
