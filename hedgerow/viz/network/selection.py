"""Which pairs a page shows, and what it leaves out, in words.

Events and ties are counted here by their ids alone, so that only those on the page are read whole.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

import pyoxigraph as ox

from hedgerow.graph.ids import from_iri
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.actors import actors
from hedgerow.queries.words.phrases import counted, listed, names

Ends = tuple[str, str]

SHOWN_KINDS = frozenset({"state", "former_state", "body"})


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one page holds and a reader can take in; `matters` are events and ties."""

    pairs: int = 150
    nodes: int = 300
    matters: int = 5000


@dataclass(frozen=True, slots=True)
class Bundle:
    """The ids of the events and ties of a pair, and of the claims behind them."""

    matters: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)


Bundles = Mapping[Ends, Bundle]


@dataclass(frozen=True, slots=True)
class Selection:
    """The pairs to show, strongest first, and one phrase for each kind of omission."""

    pairs: Bundles
    left_out: tuple[str, ...]


def select(snapshot: Snapshot, focus: Sequence[str], limits: Limits) -> Selection:
    """The strongest pairs of states and bodies, those with most ends in `focus` first.

    With a focus, another pair stays only where both its ends have a tie to the focus. The strength
    of a pair is the number of claims behind it.
    """
    everyone, crowded = _bundles(snapshot)
    known = {
        ends: found
        for pair, found in everyone.items()
        if (ends := ends_of(pair)) is not None and _is_shown(ends, focus)
    }
    partners = {end for ends in known if not focus or set(ends) & set(focus) for end in ends}
    near = {ends: found for ends, found in known.items() if partners.issuperset(ends)}
    shown = _strongest(near, focus, limits)
    whose = f"{listed(names(focus))} and {'its' if len(focus) == 1 else 'their'} partners"
    phrases = (
        _phrase(known.values(), near.values(), f"that reach beyond {whose}"),
        _phrase(near.values(), shown.values(), f"beyond the {len(shown)} with the most evidence"),
        _phrase(everyone.values(), known.values(), "with armed movements or unrecognised entities"),
        _crowds(crowded),
    )
    return Selection(shown, tuple(phrase for phrase in phrases if phrase))


def ends_of(pair: str) -> Ends | None:
    """The two actors in what follows `dyad/`; None where the ontology does not know both.

    Some codes hold hyphens themselves.
    """
    parts = pair.split("-")
    cuts = (("-".join(parts[:at]), "-".join(parts[at:])) for at in range(1, len(parts)))
    return next((cut for cut in cuts if cut[0] in actors() and cut[1] in actors()), None)


def _bundles(snapshot: Snapshot) -> tuple[dict[str, Bundle], set[str]]:
    query = files("hedgerow.viz.network").joinpath("assets", "matters.rq").read_text("utf-8")
    rows = snapshot.query(query)
    assert isinstance(rows, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    found: dict[str, Bundle] = defaultdict(Bundle)
    crowded = set()
    for row in rows:
        matter = from_iri(row["matter"].value)
        if row["dyad"] is None:
            crowded.add(matter)
        else:
            bundle = found[from_iri(row["dyad"].value).removeprefix("dyad/")]
            bundle.matters.add(matter)
            bundle.claims.add(row["claim"].value)
    return found, crowded


def _is_shown(ends: Ends, focus: Collection[str]) -> bool:
    kinds = ((end, actors().get(end)) for end in ends)
    return all(end in focus or (actor and actor.kind in SHOWN_KINDS) for end, actor in kinds)


def _strongest(pairs: Bundles, focus: Collection[str], limits: Limits) -> Bundles:
    def rank(ends: Ends) -> tuple[int, int, Ends]:
        return -len(set(ends) & set(focus)), -len(pairs[ends].claims), ends

    kept: dict[Ends, Bundle] = {}
    nodes: set[str] = set()
    matters = 0
    for ends in sorted(pairs, key=rank)[: limits.pairs]:
        matters += len(pairs[ends].matters)
        if matters > limits.matters or len(nodes.union(ends)) > limits.nodes:
            break
        nodes.update(ends)
        kept[ends] = pairs[ends]
    return kept


def _phrase(candidates: Collection[Bundle], kept: Collection[Bundle], which: str) -> str:
    if len(candidates) == len(kept):
        return ""
    left = set().union(*(one.matters for one in candidates))
    left -= set().union(*(one.matters for one in kept))
    held = counted(len(left), "event or tie", "events and ties")
    return f"{counted(len(candidates) - len(kept), 'pair')} {which} ({held})"


def _crowds(matters: Collection[str]) -> str:
    if not matters:
        return ""
    return f"{counted(len(matters), 'event')} with too many parties to draw as lines"
