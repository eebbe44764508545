"""The bundled examples, with hindsight and as known on a day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evaluation.validation.figures import Figures, figures
from evaluation.validation.plan import plan
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.loaders.load import load

EXAMPLES = Path(__file__).parents[2] / "examples"
HINDSIGHT, KNOWN = "hindsight", "as known"
VIEWS = (HINDSIGHT, KNOWN)


@dataclass
class Archive:
    """A store, and the figures of each year and view of it."""

    snapshot: Snapshot

    @cached_property
    def figures(self) -> Mapping[tuple[int, str], Figures]:
        """The figures on the day of each year, told from all documents and from those by then."""
        return {
            (year, view): figures(self.seen(on, view), on)
            for year, on in plan().days.items()
            for view in VIEWS
        }

    def seen(self, on: dt.date, view: str) -> Snapshot:
        """The store, or what documents had surely told by a day."""
        if view == HINDSIGHT:
            return self.snapshot
        return viewed(self.snapshot, View(known=on)).snapshot


@contextmanager
def examples() -> Iterator[Archive]:
    """The bundled articles and milestones in memory."""
    with Store.open(None) as store:
        load(store, [str(EXAMPLES / "articles"), str(EXAMPLES / "milestones.csv")])
        yield Archive(store)
