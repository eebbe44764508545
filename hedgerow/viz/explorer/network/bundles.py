"""The lines of the network: what some filters leave of each pair's events and ties."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from hedgerow.viz.design import style
from hedgerow.viz.explorer.network.asked import Filters
from hedgerow.viz.explorer.network.matters import Bools, Ints, Matters
from hedgerow.viz.explorer.network.standings import NOT_YET, standings


@dataclass(frozen=True, slots=True, eq=False)
class Bundles:
    """For each pair, by its number, what is left of it.

    `counts` holds how many matters have which standing; `firmest` is the number of the firmest one
    (`NOT_YET` where nothing is left), `groups` and `sizes` say which group has most of these and
    how many they are. `documents` adds up those of every matter. `first` and `last` are the days on
    which the earliest and the latest matter began, by the day asked about; 0 where none is dated.
    """

    counts: Ints
    firmest: Ints
    groups: Ints
    sizes: Ints
    documents: Ints
    first: Ints
    last: Ints

    @property
    def left(self) -> Bools:
        """Which pairs have anything left."""
        found: Bools = self.firmest != NOT_YET
        return found


def standing_of(found: Matters, filters: Filters) -> Ints:
    """The standing of each matter on the day asked about, `NOT_YET` where the filters drop it."""
    standing = found.standing_on(filters.day, undated=filters.undated)
    keep = _among(found.groups, filters.groups) & _among(found.types, filters.types)
    keep &= _among(standing, filters.standings) & _touches(found, filters)
    return np.where(keep, standing, NOT_YET)


def bundled(found: Matters, standing: Ints, day: dt.date) -> Bundles:
    """What matters of these standings make of each pair."""
    levels, kinds, pairs = len(standings()), len(style().groups), len(found.ends)
    counted = standing[found.line_matter] != NOT_YET
    matter, pair = found.line_matter[counted], found.line_pair[counted]
    counts = _tally(pair, standing[matter], pairs, levels)
    total = counts.sum(axis=1)
    firmest = np.where(total > 0, (counts > 0).argmax(axis=1), NOT_YET)
    firm = standing[matter] == firmest[pair]
    by_group = _tally(pair[firm], found.groups[matter[firm]], pairs, kinds)
    days = found.first[matter]
    dated = (days > 0) & (days <= day.toordinal())
    first, last = np.full(pairs, np.iinfo(np.int64).max), np.zeros(pairs, dtype=np.int64)
    np.minimum.at(first, pair[dated], days[dated])
    np.maximum.at(last, pair[dated], days[dated])
    return Bundles(
        counts=counts,
        firmest=firmest,
        groups=by_group.argmax(axis=1),
        sizes=by_group.sum(axis=1),
        documents=np.bincount(pair, found.documents[matter], pairs).astype(np.int64),
        first=np.where(last > 0, first, 0),
        last=last,
    )


def _tally(rows: Ints, columns: Ints, height: int, width: int) -> Ints:
    return np.bincount(rows * width + columns, minlength=height * width).reshape(height, width)


def _among(column: Ints, wanted: Collection[int] | None) -> Bools:
    if wanted is None:
        return np.ones(len(column), dtype=np.bool_)
    return np.isin(column, list(wanted))


def _touches(found: Matters, filters: Filters) -> Bools:
    keep = np.ones(len(found.first), dtype=np.bool_)
    if filters.windowed:
        keep &= found.first > 0
    if filters.since is not None:
        keep &= found.last >= filters.since.toordinal()
    if filters.until is not None:
        keep &= found.first <= filters.until.toordinal()
    return keep
