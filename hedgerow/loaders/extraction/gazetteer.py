"""One automaton over every name of a state, a body and an official, and over phrases that only look
like one ("South China Sea")."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.ontology.actors import actors
from hedgerow.ontology.officials import Official, officials
from hedgerow.ontology.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Entry:
    """What a surface form stands for; `person` is set for officials."""

    actor: str
    kind: str
    person: str | None = None
    official: Official | None = None


def is_body(actor_id: str) -> bool:
    """Whether an actor is an organisation."""
    actor = actors().get(actor_id)
    return actor is not None and actor.kind == "body"


class Gazetteer:
    """Finds known names in a text, longest match first, whole words only."""

    def __init__(self, entries: dict[str, list[Entry]], masks: tuple[str, ...]) -> None:
        self._entries = entries
        self._forms = [*entries, *(mask for mask in masks if mask not in entries)]
        self._automaton = AhoCorasick(self._forms)

    def knows(self, form: str) -> bool:
        """Whether the form is in the tables."""
        return form in self._entries

    def actor_of(self, form: str) -> str | None:
        """The only actor that a form can mean, or None."""
        found = {entry.actor for entry in self._entries.get(form, ())}
        return found.pop() if len(found) == 1 else None

    def home_of(self, text: str) -> str | None:
        """The state of the capital in the dateline, or None: `HANOI, Sept 10 -`, `NEW DELHI:`."""
        for pattern in (_DATELINE, _BARE_DATELINE):
            for match in pattern.finditer(text, 0, DATELINE_WITHIN):
                state = self.actor_of(match.group("place").title())
                if state is not None and not is_body(state):
                    return state
        return None

    def find(self, text: str, published: PartialDate | None) -> Iterator[tuple[int, int, Entry]]:
        """Start, end and meaning of each known name."""
        for index, start, end in longest_whole(self._automaton, text):
            meanings = self._entries.get(self._forms[index])
            entry = _choose(meanings, published) if meanings else None
            if entry is not None:
                yield start, end, entry


def longest_whole(automaton: AhoCorasick, text: str) -> Iterator[tuple[int, int, int]]:
    """Whole-word matches, none overlapping another: of two that do, the longer."""
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    whole = [match for match in matches if _whole_word(text, match[1], match[2])]
    held: tuple[int, int, int] | None = None
    for match in sorted(whole, key=lambda match: (match[1], -match[2])):
        if held is None or match[1] >= held[2]:
            if held is not None:
                yield held
            held = match
        elif match[2] - match[1] > held[2] - held[1]:
            held = match
    if held is not None:
        yield held


_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?!\d)|\d{1,2} [A-Z][a-z]{2,8}\.?))?(?:,? \d{4})?"
_DATELINE = re.compile(
    r"(?:^|\n)\s*(?P<place>[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)?)"
    rf"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?= ?[(–—-]))?{_DAY}(?: ?\[[^]\n]{{2,30}}\])?{_DAY},?\s?"
    r"(?:(?:\([^)\n]{2,80}\))?\s?[-–—:]{1,2}\s|\([^)\n]{2,80}\)\s)"
)
_BARE_DATELINE = re.compile(
    r"(?:^|\n)(?P<place>[A-Z]{4,}(?: [A-Z]{3,})?),? [A-Z][a-z]{2,8}\.? \d{1,2}\s(?=[A-Z])"
)
DATELINE_WITHIN = 400
_REVERSED = re.compile(r"(?i:\b(?:non|anti|pro|ex|un|counter))-$")


def _whole_word(text: str, start: int, end: int) -> bool:
    """Not inside a longer word, nor after a prefix that turns it round (`non-NATO`)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    return before != "-" or _REVERSED.search(text, max(0, start - 8), start) is None


def _choose(meanings: list[Entry], published: PartialDate | None) -> Entry | None:
    """The only meaning, else the official in office nearest to the publication, else none."""
    if len({entry.actor for entry in meanings}) == 1:
        return meanings[0]
    dated = [entry for entry in meanings if entry.official is not None]
    if published is None or len(dated) != len(meanings):
        return None
    return min(dated, key=lambda entry: _days_out_of_office(entry.official, published))


def _days_out_of_office(official: Official | None, day: PartialDate) -> int:
    if official is None or official.start is None:
        return 10**6
    if day.latest < official.start.earliest:
        return (official.start.earliest - day.latest).days
    if official.end is not None and official.end.latest < day.earliest:
        return (day.earliest - official.end.latest).days
    return 0


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer over the ontology's tables."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    for surface in actors().surfaces():
        for form in {surface.text, surface.text.replace("'", "’")}:
            entries[form].append(Entry(surface.actor, surface.kind))
    for official in officials():
        for form in (official.name, *official.aliases):
            entries[form].append(Entry(official.state, "person", official.name, official))
    for state, firms in table("firms").items():
        for firm in firms:
            entries[firm].append(Entry(state, "firm"))
    return Gazetteer(dict(entries), (*actors().masks(), *actors().places()))
