"""Which pairs are drawn: the best attested ones of those asked for, and what is left out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from hedgerow.ontology.actors import actors
from hedgerow.queries.words.phrases import counted, listed, names
from hedgerow.viz.explorer.network.asked import Filters, Scope
from hedgerow.viz.explorer.network.bundles import Bundles
from hedgerow.viz.explorer.network.matters import Bools, Ints, Matters
from hedgerow.viz.explorer.network.standings import NOT_YET
from hedgerow.viz.network.selection import SHOWN_KINDS


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """The numbers of the pairs to draw, best attested first, of all in scope, and of all at all.

    `left_out` has one phrase for each kind of omission.
    """

    pairs: Ints
    near: Ints
    known: Ints
    left_out: tuple[str, ...]


def choose(
    found: Matters, standing: Ints, bundles: Bundles, scope: Scope, filters: Filters
) -> Chosen:
    """The pairs of states and bodies, those with an anchor first; all of whom no anchor is far."""
    left = bundles.left
    known = left & _between(_shown(found, scope.anchors), found.ends)
    touching, near = _near(found, known, scope.anchors)
    order = np.lexsort((np.arange(len(left)), -bundles.documents, ~touching))
    pairs = order[near[order]][: scope.limit]
    shown = np.zeros(len(left), dtype=np.bool_)
    shown[pairs] = True
    phrases = (
        _phrase(found, standing, known & ~near, f"that reach beyond {_whose(scope.anchors)}"),
        _phrase(found, standing, near & ~shown, f"beyond the {len(pairs)} with the most evidence"),
        _phrase(found, standing, left & ~known, "with armed movements or unrecognised entities"),
        _undated(found, filters),
        _crowd(found),
    )
    left_out = tuple(filter(None, phrases))
    return Chosen(pairs, np.flatnonzero(near), np.flatnonzero(known), left_out)


def codes_of(found: Matters, pair: int) -> tuple[str, str]:
    """The codes of the two actors of a pair."""
    a, b = found.ends[pair]
    return found.actors[a], found.actors[b]


def _shown(found: Matters, anchors: Collection[str]) -> Bools:
    kinds = ((code, actors().get(code)) for code in found.actors)
    return np.fromiter(
        (code in anchors or (one is not None and one.kind in SHOWN_KINDS) for code, one in kinds),
        dtype=np.bool_,
    )


def _between(members: Bools, ends: Ints) -> Bools:
    return np.logical_and(members[ends[:, 0]], members[ends[:, 1]])


def _near(found: Matters, known: Bools, anchors: Sequence[str]) -> tuple[Bools, Bools]:
    """Which pairs have an anchor, and which are between anchors and those tied to one."""
    everyone = np.ones(len(known), dtype=np.bool_)
    if not anchors:
        return everyone, known
    anchored = np.isin(np.array(found.actors), anchors)
    touching = known & (anchored[found.ends[:, 0]] | anchored[found.ends[:, 1]])
    partners = anchored.copy()
    partners[found.ends[touching].ravel()] = True
    return touching, known & _between(partners, found.ends)


def _whose(anchors: Sequence[str]) -> str:
    return f"{listed(names(anchors))} and {'its' if len(anchors) == 1 else 'their'} partners"


def _phrase(found: Matters, standing: Ints, without: Bools, which: str) -> str:
    number = int(without.sum())
    if not number:
        return ""
    held = int((found.of_pairs(without) & (standing != NOT_YET)).sum())
    about = counted(held, "event or tie", "events and ties")
    return f"{counted(number, 'pair')} {which} ({about})"


def _undated(found: Matters, filters: Filters) -> str:
    number = int((found.first == 0).sum()) if filters.windowed else 0
    return (
        f"{counted(number, 'event or tie', 'events and ties')} of no known date" if number else ""
    )


def _crowd(found: Matters) -> str:
    if not found.crowded:
        return ""
    return f"{counted(found.crowded, 'event')} with too many parties to draw as lines"
