"""Partnership levels in a text: wordings as slugs, and what "the highest level" means."""

import re

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.ladders import ladders

_WORDS = "|".join(table("levels")["words"])
_HEADS = "|".join(table("levels")["heads"])
_WORDING = re.compile(
    rf"\b(?P<words>(?:{_WORDS})(?:(?:,? and |, | |-)(?:{_WORDS})){{0,11}})\s+"
    rf"(?P<head>(?:co-?operati(?:on|ve) )?(?:{_HEADS}))\b",
    re.IGNORECASE,
)
_TOP = re.compile(table("levels")["top"], re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:a|an|the|its|their)\s*)?['\"“‘]?$", re.IGNORECASE)
_ALONE = frozenset(table("levels")["no_level_alone"])


def levels_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and slug of each named level: `comprehensive strategic partnership`."""
    found = []
    for match in _WORDING.finditer(text):
        slug = _slug(match.group("words"))
        if "cooperative" in match.group("head").lower().replace("-", ""):
            slug += "_cooperative"
        if slug and slug not in _ALONE:
            found.append((match.start(), match.end(), slug))
    return found


def _slug(words: str) -> str:
    parts = re.split(r"[\s,]+", words.lower().replace("co-operative", "cooperative"))
    return "_".join(part.replace("-", "_") for part in parts if part and part != "elevated")


def level_and_former(text: str, near: int) -> tuple[str | None, str | None]:
    """The level named nearest to a position, and the one named after `from`."""
    former = [slug for start, _, slug in levels_in(text) if _FROM.search(text[:start])]
    current = [
        (abs(start - near), slug)
        for start, _, slug in levels_in(text)
        if not _FROM.search(text[:start])
    ]
    return (min(current)[1] if current else None), (former[0] if former else None)


def top_level(text: str, actors: tuple[str, ...]) -> str | None:
    """The slug of the top rung where a text speaks of the highest level of a party's ladder.

    Only where exactly one party has an ordered ladder, or a text names whose hierarchy it means,
    is that rung known; "the highest level" of two ladders is nobody's.
    """
    if _TOP.search(text) is None:
        return None
    ordered = [
        ladder for actor in actors if (ladder := ladders().get(actor)) and ladder.order == "ordered"
    ]
    if len(ordered) != 1:
        return None
    ranked = [rung for rung in ordered[0].rungs if rung.rank is not None]
    return max(ranked, key=lambda rung: rung.rank or 0).slug if ranked else None
