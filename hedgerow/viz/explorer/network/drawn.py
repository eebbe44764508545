"""What is drawn: actors with places, pairs as lines, and what was left out."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage
from hedgerow.queries.words.phrases import names
from hedgerow.viz.design import style
from hedgerow.viz.explorer.network.answers import Line, Look, Network, Node
from hedgerow.viz.explorer.network.asked import Filters, Scope
from hedgerow.viz.explorer.network.bundles import Bundles, bundled, standing_of
from hedgerow.viz.explorer.network.matters import Ints, Matters, matters
from hedgerow.viz.explorer.network.places import Floats, circled, places, spread
from hedgerow.viz.explorer.network.selection import Chosen, choose, codes_of
from hedgerow.viz.explorer.network.standings import NOT_YET, standings
from hedgerow.viz.explorer.network.times import histogram
from hedgerow.viz.network.wording import short_name


def network(reader: Reader, scope: Scope, filters: Filters) -> Network:
    """The network of a commit that a request asks for."""
    found = matters(reader)
    standing = standing_of(found, filters)
    bundles = bundled(found, standing, filters.day)
    chosen = choose(found, standing, bundles, scope, filters)
    lines = tuple(line_of(found, bundles, int(pair)) for pair in chosen.pairs)
    total = coverage(reader)
    newest = None if total.last is None else parse_partial_date(total.last.isoformat())
    return Network(
        day=filters.day.isoformat(),
        documents=total.documents,
        standings=looks(),
        focus=scope.focus,
        names=dict(zip(scope.anchors, names(scope.anchors), strict=True)),
        nodes=_nodes(places(reader, found), found, chosen, lines, scope),
        lines=lines,
        pairs=len(chosen.near),
        matters=int((found.of_pairs(chosen.near) & (standing != NOT_YET)).sum()),
        left_out=chosen.left_out,
        times=histogram(found, filters, chosen.near, newest),
    )


def looks() -> tuple[Look, ...]:
    """The standings, firmest first."""
    return tuple(
        Look(one.name, one.label, one.meaning, one.dashes, one.opacity, one.disputed)
        for one in standings()
    )


def line_of(found: Matters, bundles: Bundles, pair: int) -> Line:
    """A pair as it is drawn."""
    a, b = codes_of(found, pair)
    counts = tuple(bundles.counts[pair].tolist())
    looks = standings()
    disputed = any(number and look.disputed for number, look in zip(counts, looks, strict=True))
    return Line(
        id=f"{a}-{b}",
        a=a,
        b=b,
        name=f"{short_name(a)} – {short_name(b)}",
        standing=looks[bundles.firmest[pair]].name,
        group=style().groups[bundles.groups[pair]].name,
        size=int(bundles.sizes[pair]),
        counts=counts,
        documents=int(bundles.documents[pair]),
        disputed=disputed,
        first=_day(int(bundles.first[pair])),
        latest=_day(int(bundles.last[pair])),
    )


def _nodes(
    everyone: Floats, found: Matters, chosen: Chosen, lines: Sequence[Line], scope: Scope
) -> tuple[Node, ...]:
    shown = np.unique(found.ends[chosen.pairs])
    if not len(shown):
        return ()
    codes = [found.actors[number] for number in shown]
    at = spread(everyone, shown)
    if len(scope.focus) == 1 and scope.focus[0] in codes:
        weights = {(line.a, line.b): line.documents for line in lines}
        at = circled(scope.focus[0], codes, at, weights)
    sizes = dict.fromkeys(codes, 0)
    for line in lines:
        for end in (line.a, line.b):
            sizes[end] += sum(line.counts)
    more = _pairs_of(found, chosen.known) - _pairs_of(found, chosen.pairs)
    nodes = (
        _node(code, x, y, sizes[code], int(more[number]))
        for code, number, (x, y) in zip(codes, shown, at.tolist(), strict=True)
    )
    return tuple(sorted(nodes, key=lambda node: (-node.matters, node.code)))


def _node(code: str, x: float, y: float, size: int, more: int) -> Node:
    actor = actors().get(code)
    kind = "entity" if actor is None else actor.kind
    return Node(
        code, names([code])[0], short_name(code), kind, round(x, 4), round(y, 4), size, more
    )


def _pairs_of(found: Matters, pairs: Ints) -> Ints:
    return np.bincount(found.ends[pairs].ravel(), minlength=len(found.actors))


def _day(ordinal: int) -> str | None:
    return dt.date.fromordinal(ordinal).isoformat() if ordinal > 0 else None
