"""Deals of which a sentence tells twice: that they were signed, and that they came to nothing."""

import re
from dataclasses import replace
from functools import cache

from hedgerow.loaders.extraction.candidates import Reading
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.outcome import AGREED, CANCELLED, SIGNED
from hedgerow.loaders.extraction.voting import Vote
from hedgerow.ontology.vocabulary import vocabulary


def undone_later(vote: Vote, reading: Reading) -> Vote | None:
    """The vote that what was signed was called off, where the sentence names no other deal."""
    candidate = vote.candidate
    plain = candidate.status or vocabulary().tie_type(candidate.type).default_status
    named = {actor for mention in reading.mentions for actor in mention.actors}
    undoing = _pattern().search(reading.sentence.text)
    if plain not in {SIGNED, AGREED} or named != set(candidate.actors) or undoing is None:
        return None
    start, end = undoing.span(undoing.lastindex or 0)
    at = reading.sentence.start
    return replace(
        vote, candidate=replace(candidate, trigger=(at + start, at + end), status=CANCELLED)
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(table("modality")["undone_later"]), re.IGNORECASE)
