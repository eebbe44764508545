"""What people hold of a piece of evidence, in words; nothing where nobody said anything.

That it is dated in the future stands beside it.
"""

from collections.abc import Iterator

from hedgerow.ontology.gradings import credibilities, reliabilities
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.sources.dated_ahead import DATED_AHEAD, is_dated_ahead


def grade(reliability: str | None, credibility: str | None) -> str | None:
    """`B2` of a source usually reliable and information probably true; `B` or `2` of one alone."""
    return f"{reliability or ''}{credibility or ''}" or None


def grade_words(reliability: str | None, credibility: str | None) -> str | None:
    """`rated B2: source usually reliable, information probably true`."""
    told = grade(reliability, credibility)
    if told is None:
        return None
    parts = []
    if reliability:
        parts.append(f"source {_short(reliabilities().get(reliability, reliability))}")
    if credibility:
        parts.append(f"information {_short(credibilities().get(credibility, credibility))}")
    return f"rated {told}: {', '.join(parts)}"


def held_of(source: Source) -> Iterator[str]:
    """What people hold of a sentence, and who may see it."""
    told = grade_words(source.reliability, source.credibility)
    ahead = DATED_AHEAD if is_dated_ahead(source) else None
    yield from filter(None, (told, ahead, source.handling))


def _short(words: str) -> str:
    return words.partition(";")[0]
