"""Whether nobody but the parties to a matter says that it was concluded, or holds."""

from collections.abc import Collection, Sequence

from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.sources.bearing import bearing
from hedgerow.queries.sources.speakers import named_side, outlet_of
from hedgerow.queries.words.edge_words import standing_of
from hedgerow.queries.words.phrases import CONCLUDED, HELD

PARTY_ONLY = "only a party says so"
"""How it is shown; it changes neither status nor any number."""


def party_only(edge: Edge, sources: Sequence[Source], standing: str | None = None) -> bool:
    """Whether a concluded event or held tie rests on its parties' own word alone.

    That is on sentences of outlets that a party's state or ruling party owns, or that give the
    words of one who speaks for a party.
    """
    if (standing or standing_of(edge)) not in (CONCLUDED, HELD):
        return False
    firm = bearing(edge, sources, CONCLUDED)
    return bool(firm) and all(party_behind(source, edge.actors) for source in firm)


def party_behind(source: Source, actors: Collection[str]) -> str | None:
    """Which of some actors a sentence is the word of, by its outlet, else by its speaker."""
    outlet = outlet_of(source)
    if outlet is not None and outlet.is_of_the_state and outlet.state in actors:
        return outlet.state
    side = named_side(source)
    return side if side in actors else None
