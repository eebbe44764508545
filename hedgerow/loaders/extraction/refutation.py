"""What a sentence calls untrue: a report, a rumour, or all that follows `denied reports`."""

import re
from functools import cache

from hedgerow.loaders.extraction.lexicon import table


def refutes_before(sentence: str, position: int) -> bool:
    """Whether the words before `position` deny what comes after them."""
    return _pattern("refutations").search(sentence, 0, position) is not None


def is_not_quite_done(sentence: str, position: int) -> bool:
    """Whether the words right before `position` stop short of the act: `all but signed`."""
    return _pattern("not_quite").search(sentence, 0, position) is not None


def calls_reports_untrue(sentence: str) -> bool:
    """Whether the sentence calls something false; where it tells a report, the report."""
    return _pattern("denials_of_reports").search(sentence) is not None


def is_fabricated_before(sentence: str, position: int) -> bool:
    """Whether the words before `position` show what was made up: `a doctored video shows`."""
    return _pattern("fabricated").search(sentence, 0, position) is not None


def is_hearsay_before(sentence: str, position: int) -> bool:
    """Whether the words before `position` make what follows hearsay: `word is that`."""
    return _pattern("hearsay").search(sentence, 0, position) is not None


def is_reacted_to(sentence: str, position: int) -> bool:
    """Whether the words before `position` tell of a decision that others react to."""
    return _pattern("reacted_to").search(sentence, 0, position) is not None


def calls_the_last_untrue(following: str) -> bool:
    """Whether the sentence that opens a text denies what was reported before it."""
    first = re.split(r"[.!?](?=\s|$)", following.strip("\"'”’)] \n"), maxsplit=1)[0]
    return _pattern("denials_that_follow").search(first) is not None


@cache
def _pattern(listed: str) -> re.Pattern[str]:
    return re.compile("|".join(table("modality")[listed]), re.IGNORECASE)
