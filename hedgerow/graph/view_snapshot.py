"""A view as a snapshot, which can be asked whatever a store can be asked."""

import datetime as dt

import pyoxigraph as ox

from hedgerow.graph.snapshot import Snapshot


class Outlook(Snapshot):
    """A snapshot of what counts in a view.

    `as_of` is the day it looks back from: that of the view, else of the newest publication in it;
    None where none is dated.
    """

    def __init__(self, database: ox.Store, as_of: dt.date | None) -> None:
        super().__init__(database)
        self.as_of = as_of
