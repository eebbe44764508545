"""Where level wordings stand on the actors' own ladders."""

from functools import lru_cache

from hedgerow.graph.records import Rung
from hedgerow.ontology.ladders import ladders


@lru_cache(maxsize=65536)
def rungs_of(level: str | None, actors: tuple[str, ...]) -> tuple[Rung, ...]:
    """The rung under which each actor that has a ladder files the wording, in the actors' order."""
    rungs = []
    for actor in actors:
        ladder = ladders().get(actor)
        rung = None if ladder is None or level is None else ladder.rung_for(level)
        if rung is not None:
            rungs.append(Rung(actor, rung.slug, rung.label, rung.rank))
    return tuple(rungs)


def same_rung(first: str, second: str, actors: tuple[str, ...]) -> bool:
    """Whether one of the actors files both wordings under one rung of its ladder."""
    known = {(rung.ladder, rung.slug) for rung in rungs_of(first, actors)}
    return any((rung.ladder, rung.slug) in known for rung in rungs_of(second, actors))


def rung_height(level: str | None, actors: tuple[str, ...]) -> int:
    """The highest rank of a wording on any actor's ladder; 0 where it has none."""
    return max((rung.rank or 0 for rung in rungs_of(level, actors)), default=0)
