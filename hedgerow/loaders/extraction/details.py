"""What else a sentence says about a tie: item, quantity, value, rank and other attributes."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from hedgerow.loaders.extraction.candidates import Candidate, Reading
from hedgerow.loaders.extraction.lexicon import table, word_list
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.money import find_money
from hedgerow.loaders.extraction.offices import SHIP, rank_of
from hedgerow.ontology.vocabulary import vocabulary

_DESIGNATION = re.compile(
    r"\b(?:[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Z]{0,3}\d{0,2}"
    r"|[A-Z]\d{1,3}[A-Z]?\b(?= (?:howitzers?|tanks?|rifles?)))"
)
_COUNT = "|".join(table("numbers")["counts"])


def details(candidate: Candidate, reading: Reading) -> dict[str, str]:
    """Attribute name -> value for what the type declares and the sentence tells."""
    declared = vocabulary().tie_type(candidate.type).attributes
    found: dict[str, str] = {}
    for name in declared:
        value = _FINDERS.get(name, _by_keyword(name))(candidate, reading)
        if value is not None:
            found[name] = value
    return {**found, **{k: v for k, v in candidate.attributes.items() if k in declared}}


Finder = Callable[[Candidate, Reading], str | None]


def _by_keyword(name: str) -> Finder:
    def find(candidate: Candidate, reading: Reading) -> str | None:
        text = reading.sentence.text
        return next(
            (value for value, pattern in _keywords(name).items() if pattern.search(text)), None
        )

    return find


@cache
def _keywords(name: str) -> Mapping[str, re.Pattern[str]]:
    values = table("attributes").get(name, {})
    return {value: re.compile(text, re.IGNORECASE) for value, text in values.items()}


def _item(candidate: Candidate, reading: Reading) -> str | None:
    """The weapon or system named nearest after the trigger, else nearest before it."""
    hits = _weapons(reading.sentence.text)
    position = candidate.trigger[0] - reading.sentence.start
    after = [hit for hit in hits if hit.start() >= position]
    chosen = after[0] if after else (hits[-1] if hits else None)
    return chosen.group().strip() if chosen else None


def _weapons(text: str) -> list[re.Match[str]]:
    hits = [*_DESIGNATION.finditer(text), *_systems().finditer(text)]
    return sorted(hits, key=lambda match: match.start())


@cache
def _systems() -> re.Pattern[str]:
    names = "|".join(table("weapons")["systems"])
    kinds = "|".join(table("weapons")["kinds"])
    prefixes = "|".join(table("weapons")["prefixes"])
    return re.compile(rf"\b(?:{names})\b|(?i:\b(?:(?:{prefixes})[ -])*(?:{kinds})\b)")


def _quantity(candidate: Candidate, reading: Reading) -> str | None:
    item = _item(candidate, reading)
    if item is None:
        return None
    pattern = re.compile(
        rf"\b(?P<count>\d{{1,4}}|{_COUNT})\s+(?:[\w’'-]+\s+){{0,3}}?{re.escape(item)}",
        re.IGNORECASE,
    )
    match = pattern.search(reading.sentence.text)
    return (
        match.group("count").lower() if match and match.group("count") not in {"a", "an"} else None
    )


def _value(candidate: Candidate, reading: Reading) -> str | None:
    money = find_money(reading.sentence.text)
    return money.amount if money else None


def _currency(candidate: Candidate, reading: Reading) -> str | None:
    money = find_money(reading.sentence.text)
    return money.currency if money else None


def _rank(candidate: Candidate, reading: Reading) -> str | None:
    return rank_of(candidate.fillers[0].mention.text)


def _name(candidate: Candidate, reading: Reading) -> str | None:
    """A capitalised name beside the word: `Exercise Balikatan`, `the Cobra Gold drills`."""
    match = _EXERCISE_NAME.search(reading.sentence.text)
    return (match.group("after") or match.group("before")) if match else None


_CAPITALISED = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|\d{2,4})){0,9}"
_EXERCISE_NAME = re.compile(
    rf"\b(?:[Ee]xercises?|drills?) (?P<after>{_CAPITALISED})"
    rf"|\b(?P<before>(?!The|Joint|Military|Naval|U\.?S){_CAPITALISED}) "
    r"(?:(?:joint|military|naval|annual|war) )*(?:exercises?|drills?|war games)\b"
)


def _ship(candidate: Candidate, reading: Reading) -> str | None:
    match = SHIP.search(reading.sentence.text)
    return match.group() if match else None


def _firm(candidate: Candidate, reading: Reading) -> str | None:
    """The arms maker that stands for a party, else the one that the sentence names."""
    firms = [mention for mention in reading.mentions if mention.kind == "firm"]
    acting = [filler.mention for filler in candidate.fillers if filler.mention.kind == "firm"]
    return next((mention.text for mention in [*acting, *firms]), None)


_FINDERS: Mapping[str, Finder] = {
    "item": _item,
    "quantity": _quantity,
    "value": _value,
    "currency": _currency,
    "rank": _rank,
    "name": _name,
    "ship": _ship,
    "firm": _firm,
}


def place_of(candidate: Candidate, reading: Reading) -> str | None:
    """A named place after `in` or `at` that is no party's slot: the venue, in the text's words."""
    used = {(filler.mention.start, filler.mention.end) for filler in candidate.fillers}
    for mention in reading.mentions:
        if (mention.start, mention.end) not in used and _is_venue(mention, reading):
            return mention.text
    return None


def _is_venue(mention: Mention, reading: Reading) -> bool:
    before = reading.sentence.text[: mention.start - reading.sentence.start].split()
    local = word_list("locative") & {"in", "at", "near", "outside", "off"}
    return mention.kind in {"capital", "name"} and bool(before) and before[-1].lower() in local
