"""When a tie came about, by the sentence that tells it and the day the article was published."""

import re
from collections.abc import Sequence
from functools import cache

from hedgerow.loaders.extraction.attachment import date_of, hangs_on, is_deadline
from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.clause_cues import PLANNED
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.marked import Trigger, anniversary_of, marked
from hedgerow.loaders.extraction.modality import Modality
from hedgerow.loaders.extraction.outcome import HEARSAY
from hedgerow.loaders.extraction.when import When, find_dates
from hedgerow.loaders.publication import misdates
from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.vocabulary import vocabulary

ANNIVERSARY = "-anniversary"
"""Rules so named tell of what an anniversary marks: it happened, so many years ago."""
CONFLICT = "date_conflict"
LOOK_BACK = 600
"""Characters before a sentence in which `the following day` finds its day."""
_PAST = "VBD"


def date_for(
    candidate: Candidate,
    reading: Reading,
    text: str,
    published: PartialDate | None,
    modality: Modality,
    *,
    seconding: Sequence[Candidate] = (),
) -> When | None:
    """The date of a candidate read in a document's `text`; None where the words give none.

    `seconding` are the candidates that tell the same: their words say which anniversary is its own.
    """
    sentence = reading.sentence.text
    start, end = trigger = _trigger(candidate, reading)
    spoken_of = _spoken_of(text, reading, published)
    dates = find_dates(sentence, published, spoken_of=spoken_of)
    status = (modality.stage if modality.status in HEARSAY else None) or modality.status
    if candidate.rule.endswith(ANNIVERSARY):
        triggers = [_trigger(each, reading) for each in (candidate, *seconding)]
        return anniversary_of(dates, triggers, reading.parse, status)
    if not vocabulary().is_prospective(status):
        happened = [when for when in dates if not _is_yet_to_come(when, sentence, published)]
        since = marked(happened, [trigger], reading.parse, status)
        told = [when for when in happened if since is None or when.start > since.start]
        return date_of(told, start, end, reading.parse, status) or since
    coming = find_dates(sentence, published, ahead=True, spoken_of=spoken_of)
    chosen = date_of(coming, start, end, reading.parse, status)
    if chosen is None or reading.parse is None or not _is_of_past_act(chosen, reading):
        return chosen
    if status == PLANNED:
        return None
    return next((when for when in dates if when.start == chosen.start), None)


def _trigger(candidate: Candidate, reading: Reading) -> Trigger:
    start, end = candidate.trigger
    return start - reading.sentence.start, end - reading.sentence.start


def checked_against_date(
    modality: Modality, when: When | None, published: PartialDate | None, text: str
) -> tuple[Modality, set[str]]:
    """What is dated after the publication has not happened yet; the words are flagged.

    So is a day reckoned from a publication date that the article's own dateline contradicts.
    """
    if when is None or published is None:
        return modality, set()
    if vocabulary().is_concluded(modality.status) and when.date.earliest > published.latest:
        return Modality(PLANNED, attributed_to=modality.attributed_to), {CONFLICT}
    doubtful = when.basis == "relative" and misdates(text, published)
    return modality, {CONFLICT} if doubtful else set()


def _is_yet_to_come(when: When, sentence: str, published: PartialDate | None) -> bool:
    """`ordered for delivery by 2030`: not when it was ordered."""
    if published is None or when.date.earliest <= published.latest:
        return False
    return is_deadline(when, sentence)


def _is_of_past_act(when: When, reading: Reading) -> bool:
    """`agreed on Monday to sign`: the day of agreeing; not `put off to June`, `was due`."""
    if reading.parse is None:
        return False
    verb, preposition = hangs_on(when, reading.parse)
    fixed = preposition in table("dates")["shifted_to"] or preposition == "for"
    return verb is not None and verb.tag_ == _PAST and verb.lemma_ != "be" and not fixed


def _spoken_of(text: str, reading: Reading, published: PartialDate | None) -> PartialDate | None:
    """The last day named before a sentence that reckons from it."""
    if _reckoning().search(reading.sentence.text) is None:
        return None
    start = reading.sentence.start
    before = find_dates(text[max(0, start - LOOK_BACK) : start], published)
    return next((w.date for w in reversed(before) if w.date.precision == "day"), None)


@cache
def _reckoning() -> re.Pattern[str]:
    return re.compile(table("dates")["reckoning"], re.IGNORECASE)
