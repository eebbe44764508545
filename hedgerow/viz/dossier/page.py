"""What the sections of a dossier share: its content, how it is made, and the numbered notes."""

import datetime as dt
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from hedgerow.queries.dates.as_of import position
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.rows import Cell
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.sources.telling_sentence import most_telling_first, most_telling_then
from hedgerow.queries.words.phrases import counted, date_text, listed, names
from hedgerow.viz.report import Line, Notes, Section
from hedgerow.viz.report.model import Block

CITED = 2
"""As many sentences are cited for one line, of different outlets."""
WHOLE = "record"
"""The question that lists all between two, where none lists just what is left out."""
EDGES_CITED = 2
"""As many edges are cited for one number, the weightiest behind it."""


@dataclass(frozen=True, slots=True)
class Making:
    """How a dossier is made: on which day, of what view, by which command; its handling mark.

    `seen_by` and `weighed_by` are the options of commands for the same view and weights.
    """

    made: dt.date
    again: str
    view: str = ""
    handling: str | None = None
    seen_by: tuple[str, ...] = ()
    weighed_by: tuple[str, ...] = ()


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

    def command(self, *words: str) -> str:
        """A command as of the day and the view of the dossier, to be run as it stands."""
        at = ("--at", str(self.found.on))
        return shlex.join(["hedgerow", *words, *at, *self.making.seen_by])

    def more(self, number: int, question: str, pole: str) -> Line:
        """How to see the rest of what stands with a pole, in the answer to a question."""
        what = "among all that is told" if question == WHOLE else "in this answer"
        again = self.command("ask", question, self.found.state, pole)
        return Line(f"{number} more with {names([pole])[0]}, {what}: {again}")

    def told(self, outcome: str) -> str:
        """An outcome in which the id of an edge stands for it, in words."""
        word, _, id_ = outcome.rpartition(": ")
        edge = self.found.edges.get(id_)
        if edge is None:
            return outcome
        stands = position(edge, self.found.on)
        told = date_text(edge.stated, edge.published)
        return f"{word}: {edge.label}, {date_as_of(stands, self.found.on) if stands else told}"

    def cite(self, sources: Iterable[Source], most: int = CITED) -> tuple[int, ...]:
        """The numbers of the first few sentences, one of each outlet."""
        by_outlet: dict[str, Source] = {}
        for source in sources:
            by_outlet.setdefault(outlet_name(source), source)
        return self.notes.numbers(list(by_outlet.values())[:most])

    def cite_edge(self, id_: Cell, most: int = CITED) -> tuple[int, ...]:
        """The numbers of the sentences that best tell how an edge stands on the day."""
        edge = self.found.edges.get(str(id_))
        if edge is None:
            return ()
        stands = position(edge, self.found.on)
        told = self.found.hedging.sources.get(edge.id, ())
        best = most_telling_then(stands, told) if stands else most_telling_first(edge, told)
        return self.cite(best, most)

    def cite_number(self, edges: Iterable[str], most: int = EDGES_CITED) -> tuple[int, ...]:
        """One sentence of each of the weightiest edges behind a number."""
        last = len(self._rank)
        ranked = sorted(edges, key=lambda each: (self._rank.get(each, last), each))
        found = (number for each in ranked[:most] for number in self.cite_edge(each, 1))
        return tuple(dict.fromkeys(found))

    @cached_property
    def looked_in(self) -> str:
        """`0 documents with United States and 2 with China`."""
        numbers = [each.coverage.documents for each in self.found.gaps]
        (first, *rest) = zip(self.poles, numbers, strict=True)
        told = [f"{counted(first[1], 'document')} with {first[0]}"]
        return listed([*told, *(f"{number:,} with {pole}" for pole, number in rest)])

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
