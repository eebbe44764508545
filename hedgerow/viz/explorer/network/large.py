"""The whole network as compact arrays, for a view that draws everything at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hedgerow.ontology.actors import actors
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.words.phrases import names
from hedgerow.viz.explorer.network.answers import Line, Look
from hedgerow.viz.explorer.network.asked import Filters
from hedgerow.viz.explorer.network.bundles import Bundles, bundled, standing_of
from hedgerow.viz.explorer.network.drawn import line_of, looks
from hedgerow.viz.explorer.network.matters import Ints, matters
from hedgerow.viz.explorer.network.places import places


@dataclass(frozen=True, slots=True)
class Large:
    """Everything at once, each list with a value for an actor or for a pair.

    `x` and `y` are in ten-thousandths of the unit square. `a` and `b` are places in `codes`;
    `standings` are places in `firmness`, `groups` in those of `/api/status`; `sizes` count the
    firmest matters. `kinds` are those of the actors: state, body ...
    """

    day: str
    documents: int
    firmness: tuple[Look, ...]
    codes: list[str]
    names: list[str]
    kinds: list[str]
    x: list[int]
    y: list[int]
    degrees: list[int]
    a: list[int]
    b: list[int]
    standings: list[int]
    groups: list[int]
    sizes: list[int]


def large(reader: Reader, filters: Filters) -> Large:
    """All pairs that the filters leave, the weakest first so that the strongest lie on top."""
    found = matters(reader)
    bundles = bundled(found, standing_of(found, filters), filters.day)
    pairs = _weakest_first(bundles)
    ends = found.ends[pairs]
    shown, numbers = np.unique(ends, return_inverse=True)
    numbers = numbers.reshape(-1, 2)
    at = (places(reader, found)[shown] * 10_000).round().astype(int)
    codes = [found.actors[number] for number in shown]
    known = [actors().get(code) for code in codes]
    return Large(
        day=filters.day.isoformat(),
        documents=coverage(reader).documents,
        firmness=looks(),
        codes=codes,
        names=names(codes),
        kinds=["entity" if one is None else one.kind for one in known],
        x=at[:, 0].tolist(),
        y=at[:, 1].tolist(),
        degrees=np.bincount(numbers.ravel(), minlength=len(codes)).tolist(),
        a=numbers[:, 0].tolist(),
        b=numbers[:, 1].tolist(),
        standings=bundles.firmest[pairs].tolist(),
        groups=bundles.groups[pairs].tolist(),
        sizes=bundles.sizes[pairs].tolist(),
    )


def all_lines(reader: Reader, filters: Filters) -> Iterator[Line]:
    """The same pairs as lines, the strongest first."""
    found = matters(reader)
    bundles = bundled(found, standing_of(found, filters), filters.day)
    return (line_of(found, bundles, int(pair)) for pair in _weakest_first(bundles)[::-1])


def _weakest_first(bundles: Bundles) -> Ints:
    pairs = np.flatnonzero(bundles.left)
    return pairs[np.argsort(bundles.documents[pairs], kind="stable")]
