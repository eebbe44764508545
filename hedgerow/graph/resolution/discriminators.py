"""The values that keep events of one type apart: a level, an item, a place, an instrument ..."""

import unicodedata
from functools import lru_cache

from hedgerow.graph.records import Claim
from hedgerow.graph.resolution.levels import same_rung
from hedgerow.ontology.vocabulary import TieType, Vocabulary

LEVEL = "level"


def stated_value(claim: Claim, tie_type: TieType, words: Vocabulary) -> str | None:
    """The value of the type's discriminator in a claim, in the claim's words, or None.

    A claim about a tie that names no place, instrument or the like may still name an item.
    """
    name = tie_type.discriminator
    if name is None:
        return None
    core = words.attribute(name).core
    value: str | None = getattr(claim, name) if core else claim.attributes.get(name)
    if value is None and tie_type.kind is not None and name != LEVEL:
        return claim.item
    return value


def comparable(value: str | None, tie_type: TieType) -> str | None:
    """The form in which a discriminator's values are compared; None if nothing is left of it.

    Level slugs stay as they are. Other values are free text: case, accents, blanks and punctuation
    go, so `F-16` and `f 16` are one value.
    """
    if value is None or tie_type.discriminator == LEVEL:
        return value or None
    return _squashed(value) or None


@lru_cache(maxsize=65536)
def _squashed(value: str) -> str:
    letters = unicodedata.normalize("NFKD", value.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def agree(first: str, second: str, tie_type: TieType, actors: tuple[str, ...]) -> bool:
    """Whether two comparable values can be of one event.

    Levels agree where they are the same wording or one of the actors files both under one rung of
    its ladder. Other values agree where one contains the other (`F-16`, `F-16 fighter jets`)
    without cutting a number in two (`Su-3` is not in `Su-30`).
    """
    if first == second:
        return True
    if tie_type.discriminator == LEVEL:
        return same_rung(first, second, actors)
    return _contained(first, second)


@lru_cache(maxsize=65536)
def _contained(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    at = long.find(short)
    while at >= 0:
        end = at + len(short)
        splits_start = at > 0 and short[0].isdigit() and long[at - 1].isdigit()
        splits_end = end < len(long) and short[-1].isdigit() and long[end].isdigit()
        if not (splits_start or splits_end):
            return True
        at = long.find(short, at + 1)
    return False
