"""Ties that are another type on the soil of a party: talks in Hanoi with Vietnam are a visit."""

import re
from dataclasses import replace
from functools import cache

from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.extraction.parties import is_state
from hedgerow.loaders.extraction.rules import AtHome, rule_files

_PLACES = frozenset({"name", "capital", "port"})
_AT = word_list("locative") & {"in", "at"}


def where_it_took_place(candidate: Candidate, reading: Reading) -> Candidate:
    """The candidate, or what it is where one of its two parties was the host."""
    rule = _rules().get(candidate.type)
    if rule is None or len(candidate.fillers) != 2:
        return candidate
    if re.search(rule.unless, reading.sentence.text, re.IGNORECASE):
        return candidate
    hosts = _places(reading) & set(candidate.actors)
    guests = [filler for filler in candidate.fillers if filler.actor not in hosts]
    if len(guests) != 1 or not is_state(guests[0].actor):
        return candidate
    host = next(filler for filler in candidate.fillers if filler.actor in hosts)
    return replace(candidate, type=rule.type, fillers=(guests[0], host))


def _places(reading: Reading) -> set[str]:
    """The states in which something is said to take place."""
    text, start = reading.sentence.text, reading.sentence.start
    return {
        mention.actors[0]
        for mention in reading.mentions
        if mention.kind in _PLACES and _word_before(text, mention.start - start) in _AT
    }


def _word_before(text: str, position: int) -> str:
    return text[:position].rstrip().rpartition(" ")[2].lower()


@cache
def _rules() -> dict[str, AtHome]:
    return {file.type: file.at_home for file in rule_files() if file.at_home is not None}
