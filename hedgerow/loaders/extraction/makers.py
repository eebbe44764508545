"""Who supplies, where syntax does not say: an arms maker, or the state that makes the system."""

import re
from collections.abc import Iterable
from functools import cache

from hedgerow.loaders.extraction.candidates import Filler
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.vocabulary import TieType


def supplier_first(fillers: list[Filler], tie_type: TieType, sentence: str) -> list[Filler]:
    """The parties with the arms maker, or the state that makes what is named, in front."""
    if "firm" not in tie_type.attributes:
        return fillers
    makers = makers_named(sentence)
    return sorted(fillers, key=lambda f: (f.mention.kind != "firm", f.actor not in makers))


def has_maker(fillers: Iterable[Filler], sentence: str) -> bool:
    """Whether one of the parties makes a system that the sentence names."""
    return not makers_named(sentence).isdisjoint(filler.actor for filler in fillers)


def makers_named(sentence: str) -> frozenset[str]:
    """The states whose systems a sentence names."""
    return frozenset(state for state, systems in _systems() if systems.search(sentence))


@cache
def _systems() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (state, re.compile(rf"(?<![\w-])(?:{'|'.join(systems)})(?!\w)"))
        for state, systems in table("makers").items()
    )
