"""A store in a notebook: open it, look back to a day, ask, measure, and take the rows elsewhere."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from hedgerow.errors import UsageError
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.ontology.gradings import limit
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.asking import Answer
from hedgerow.queries.asking import ask as ask_question
from hedgerow.queries.hedging.hedging import POWERS, Hedging, hedging
from hedgerow.queries.measures.weights import read_weights
from hedgerow.queries.questions.library import question, questions
from hedgerow.queries.questions.parameters import named_arguments, usage
from hedgerow.queries.questions.values import names_of
from hedgerow.queries.timeline import Timeline, timeline

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Graph", "open_store"]


class Graph:
    """A store open for reading, or a view of one.

    Examples:
        >>> import hedgerow as hr
        >>> g = hr.open("out/demo.store")  # doctest: +SKIP
        >>> g.ask("levels", "Vietnam", at="2025-08-22").to_pandas()  # doctest: +SKIP
    """

    def __init__(self, snapshot: Snapshot, told: str = "") -> None:
        self.snapshot = snapshot
        self._told = told

    def ask(self, name: str, *given: str, **named: str) -> Answer:
        """Ask a question of the library; see `questions()` for what there is.

        Arguments stand in the question's order or by name; `from_` stands for `from`.

        Raises:
            UsageError: there is no such question, or an argument is unknown or malformed.
            UnknownActor: no state or body answers to a name.
        """
        words = [*given, *(f"{word.rstrip('_')}={value}" for word, value in named.items())]
        return ask_question(self.snapshot, name, named_arguments(question(name), words))

    def questions(self) -> Mapping[str, str]:
        """Each question as it is called, and what it answers."""
        return MappingProxyType({usage(each): each.description for each in questions().values()})

    def timeline(
        self, a: str, b: str | None = None, start: str | None = None, end: str | None = None
    ) -> Timeline:
        """Everything between A and B, or of A alone; see `hedgerow.queries.timeline`."""
        return timeline(self.snapshot, a, b, start, end)

    def hedging(
        self,
        state: str,
        *poles: str,
        between: str | Sequence[str] = POWERS,
        at: str | dt.date | None = None,
        weights: str | Path | None = None,
        resampled: bool = True,
    ) -> Hedging:
        """How a state stands between powers; see `hedgerow.queries.hedging.hedging`.

        The powers follow the state, or are given as `between=["USA", "CHN"]` or `"USA,CHN"`.
        `weights` is an edited table of weights, as `hedgerow weights` prints it.
        """
        return hedging(
            self.snapshot,
            state,
            poles or (names_of(between) if isinstance(between, str) else between),
            None if at is None else _day(at),
            None if weights is None else read_weights(Path(weights)),
            resampled=resampled,
        )

    def to_networkx(self, *among: str) -> "nx.MultiDiGraph[str]":
        """Actors as nodes and events and ties as edges; with codes, only what all take part in."""
        from hedgerow.graph.networkx_view import to_networkx  # noqa: PLC0415  slow to import

        return to_networkx(self.snapshot, among=among)

    def at(self, day: str | dt.date) -> "Graph":
        """The graph as it stood at the end of a day, told from all documents."""
        return self._viewed(View(at=_day(day)))

    def as_known(self, day: str | dt.date) -> "Graph":
        """The graph as the documents published by a day tell it; undated ones are left out."""
        return self._viewed(View(known=_day(day)))

    def recorded(self, day: str | dt.date) -> "Graph":
        """What this store held at the end of a day, in UTC."""
        return self._viewed(View(recorded=_day(day)))

    def up_to(self, mark: str) -> "Graph":
        """What may be shown where a handling mark, as `TLP:GREEN`, is the most restricted."""
        return self._viewed(View(handling=limit(mark)))

    def close(self) -> None:
        """Let go of the files."""
        self.snapshot.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        held = self.snapshot.counts()
        counts = f"{held.documents:,} documents, {held.events:,} events, {held.ties:,} ties"
        return f"<hedgerow graph: {counts}{self._told}>"

    def _viewed(self, view: View) -> "Graph":
        found = viewed(self.snapshot, view)
        return Graph(found.snapshot, f"{self._told}; {view}")


def open_store(path: str | Path) -> Graph:
    """Open a store for reading, whoever writes to it meanwhile.

    Raises:
        StoreError: there is no store, or it is damaged or of another version.
    """
    return Graph(Store.read(Path(path)))


def _day(day: str | dt.date) -> dt.date:
    """A day, or the last day that a partial date can mean."""
    if isinstance(day, dt.datetime):
        return day.date()
    if isinstance(day, dt.date):
        return day
    try:
        return parse_partial_date(day).latest
    except (TypeError, ValueError) as error:
        raise UsageError(
            f"{day!r} is no date; write it as '2023', '2023-09' or '2023-09-10'."
        ) from error
