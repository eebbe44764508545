"""What the sections of a dossier share: its content, how it is made, and the numbered notes."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.entries import most_telling_first
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.words.phrases import names
from hedgerow.viz.report import Notes, Section
from hedgerow.viz.report.model import Block

CITED = 2
"""As many sentences are cited for one line, of different outlets."""
EDGES_CITED = 2
"""As many edges are cited for one number, the weightiest behind it."""


@dataclass(frozen=True, slots=True)
class Making:
    """How a dossier is made: on which day, of what view, by which command; its handling mark."""

    made: dt.date
    again: str
    view: str = ""
    handling: str | None = None


@dataclass
class Page:
    """A dossier being written; sections are written in the order in which they are read."""

    found: Dossier
    making: Making
    notes: Notes = field(default_factory=Notes)

    def head(self, title: str, *blocks: Block) -> Section:
        """A section, its head with the handling mark."""
        mark = self.making.handling
        return Section(f"{title} · {mark}" if mark else title, blocks)

    def part(self, title: str, *blocks: Block) -> Section:
        """A section within a section."""
        return Section(title, blocks, level=2)

    def cite(self, sources: Iterable[Source], most: int = CITED) -> tuple[int, ...]:
        """The numbers of the first few sentences, one of each outlet."""
        by_outlet: dict[str, Source] = {}
        for source in sources:
            by_outlet.setdefault(outlet_name(source), source)
        return self.notes.numbers(list(by_outlet.values())[:most])

    def cite_edge(self, id_: Cell, most: int = CITED) -> tuple[int, ...]:
        """The numbers of the most telling sentences of an edge of the state."""
        edge = self.found.edges.get(str(id_))
        if edge is None:
            return ()
        told = self.found.hedging.sources.get(edge.id, ())
        return self.cite(most_telling_first(edge, told), most)

    def cite_number(self, edges: Iterable[str], most: int = EDGES_CITED) -> tuple[int, ...]:
        """One sentence of each of the weightiest edges behind a number."""
        last = len(self._rank)
        ranked = sorted(edges, key=lambda each: (self._rank.get(each, last), each))
        found = (number for each in ranked[:most] for number in self.cite_edge(each, 1))
        return tuple(dict.fromkeys(found))

    @cached_property
    def poles(self) -> list[str]:
        """The poles by name."""
        return names(self.found.poles)

    @cached_property
    def state(self) -> str:
        """The state by name."""
        return names([self.found.state])[0]

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        """The edges with the poles, the weightiest first."""
        return {one.edge.id: n for n, one in enumerate(self.found.hedging.counted)}
