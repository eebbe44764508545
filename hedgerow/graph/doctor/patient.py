"""The store that is examined: one snapshot of it, and what every check needs to know."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sized
from functools import cached_property
from typing import TypeVar

import pyoxigraph as ox

from hedgerow.graph.bearing import read_bearing
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.judged import Judged
from hedgerow.graph.ledger import read_version
from hedgerow.graph.rdf import local_id
from hedgerow.graph.reading import all_judgements, superseded
from hedgerow.graph.schema_rdf import fingerprint
from hedgerow.graph.standing import Standing

Done = Callable[[int, int], None]
"""Told how much of a check is done, and how much there is."""
Each = TypeVar("Each")
_DOCUMENT = "document/"


class Patient:
    """A store under examination; `folder` is None where it is in memory."""

    def __init__(
        self,
        database: ox.Store,
        folder: StoreFolder | None = None,
        *,
        now: dt.datetime | None = None,
    ) -> None:
        self.database = database
        self.folder = folder
        self.now = now or dt.datetime.now(dt.UTC)
        self.done: Done = lambda done, of: None

    def each(self, all_: Iterable[Each]) -> Iterator[Each]:
        """Some things one by one, and progress told."""
        things = all_ if isinstance(all_, Sized) else list(all_)
        for done, each in enumerate(things):
            yield each
            self.done(done + 1, len(things))

    @cached_property
    def documents(self) -> list[str]:
        """The local ids of all graphs of documents, sorted."""
        graphs = map(local_id, self.database.named_graphs())
        return sorted(each for each in graphs if each.startswith(_DOCUMENT))

    @cached_property
    def judged(self) -> Judged:
        """The judgements, as the last commit had them bear on claims."""
        return Judged(all_judgements(self.database), read_bearing(self.database))

    @cached_property
    def standing(self) -> Standing:
        """What decides which claims count."""
        return Standing(superseded(self.database), self.judged)

    @cached_property
    def is_of_this_version(self) -> bool:
        """Whether what is derived was derived by this version, so that it can be compared."""
        found = read_version(self.database)
        return found is not None and found.fingerprint == fingerprint()

    @property
    def tomorrow(self) -> dt.date:
        """The last day that somewhere on earth is not to come."""
        return (self.now + dt.timedelta(days=1)).date()
