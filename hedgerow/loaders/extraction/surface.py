"""Cues from the words alone, for engines without a parse."""

import re
from functools import cache

from hedgerow.loaders.extraction.lexicon import table

REACH = 90


def surface_cues(sentence: str, start: int, end: int) -> list[str]:
    """The cues within reach of a trigger at sentence offsets `start` to `end`."""
    nearby = sentence[max(0, start - REACH) : end + REACH // 2]
    return [cue for cue, pattern in _patterns().items() if pattern.search(nearby)]


def is_question(sentence: str) -> bool:
    """Whether a sentence asks: it says nothing."""
    return sentence.rstrip("\"'”’)] ").endswith("?")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        cue: re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
        for cue, forms in table("modality")["surface"].items()
    }
