"""A view as a snapshot, which can be asked whatever a store can be asked."""

import datetime as dt

import pyoxigraph as ox

from hedgerow.graph.snapshot import Snapshot


class Outlook(Snapshot):
    """A snapshot of what counts in a view.

    `as_of` is the day it looks back from: that of the view, else of the newest publication in it;
    None where none is dated. It goes by the id of the store that it is a view of.
    """

    def __init__(
        self, database: ox.Store, as_of: dt.date | None, identity: str, sequence: int
    ) -> None:
        super().__init__(database, sequence)
        self.as_of = as_of
        self._identity = identity

    @property
    def identity(self) -> str:
        """The id of the store that it is a view of."""
        return self._identity
