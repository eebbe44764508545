"""Personal names: what they look like, where they stand beside an office, and their short forms."""

import re
import unicodedata
from functools import cache

from hedgerow.loaders.extraction.lexicon import table, word_list
from hedgerow.loaders.extraction.offices import OFFICE, TITLE_WORDS, alternatives

SHORTEST_FORM = 4
"""A given or middle name alone stands for a person from this length on."""

_LAST_LATIN = 0x1EFF


def _capitals() -> str:
    """Latin capitals as a character class: `re` has no name for them."""
    latin = (chr(point) for point in range(0xC0, _LAST_LATIN + 1))
    return "A-Z" + "".join(c for c in latin if unicodedata.category(c) == "Lu")


_CAPITAL = f"[{_capitals()}]"
_PARTICLES = alternatives(word_list("name_particles"))
_WORD = rf"(?:{_CAPITAL}\w*(?:[’'ʻ`-](?!s\b)\w+)*|(?:d|l)[’']{_CAPITAL}\w+)"
_INITIALS = rf"(?:{_CAPITAL}\.)+(?:-{_CAPITAL}\.)?"
_PART = rf"(?:{_INITIALS}|{_WORD})"
_LINK = rf"(?:[ -](?:{_PARTICLES})(?=[ -])){{0,2}}(?:[ -]|(?<=\.))"
PERSON = rf"(?P<name>{_PART}(?:{_LINK}{_PART}){{0,5}}(?!\w))"
"""A capitalised name with its initials and particles."""

_RETIRED = r"(?: \([^()\n]{1,16}\))?"
_STYLES = alternatives(table("offices")["honorifics"])
_HONORIFIC = rf"(?:(?:the )?(?:{_STYLES})(?:\.(?=\w)|\.?{_RETIRED} ))"
_STYLED = rf"{_HONORIFIC}{{0,5}}{PERSON}"

NAME = re.compile(rf"{_RETIRED},? {_STYLED}")
"""A name right after an office, with ranks and honorifics before it: `, Gen. (ret.) Juan Salas`."""

NAME_AFTER_POSSESSIVE = re.compile(rf"['’]s? {_STYLED}")
"""`Ghana's Kojo Mensah`."""

NAME_AT_END = re.compile(rf"{PERSON}{_RETIRED}$")
"""The name that a stretch ends with."""

APPOSED = re.compile(
    rf", (?:who is )?(?:(?:the|a|an) )?(?:(?:then|current) )?"
    rf"(?P<office>{OFFICE} (?:of|for|to|from) (?:the )?)?$"
)
"""What stands between a name and its nation: `, the `, `, commander of the `."""

OF_NATION = re.compile(rf"(?<!\w)(?:{OFFICE} |{_HONORIFIC}){_STYLED} (?:of|from) (?:the )?$")
"""An office, a name, `of`, and then a nation."""

OFFICE_OF = re.compile(rf"(?<!\w){OFFICE} (?:of|for|from) (?:the )?$")
"""An office and `of`, right before a nation: `Foreign Minister of Peru …`."""

TITLED_NAME = re.compile(rf"(?<![\w-])(?P<title>(?:{OFFICE}{_RETIRED},? )+){_STYLED}")
"""An office and a name with no nation told."""

TITLE_BEFORE = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[\"“(])){TITLE_WORDS}{_HONORIFIC}{{0,4}}$")
"""The titles that end right where a name begins."""


OF_AT_END = re.compile(r"(?<=\s)(?:of|for|from) (?:the )?$")
"""What OFFICE_OF and OF_NATION end with; it rules most places out cheaply."""

_STYLE_FIRST = re.compile(rf"(?:{_HONORIFIC}|{OFFICE} )+")


def name_in(text: str, match: re.Match[str] | None) -> tuple[int, int] | None:
    """Where the name in a match begins and ends, without titles and what only follows."""
    if match is None:
        return None
    start, end = match.span("name")
    style = _STYLE_FIRST.match(text, start, end)
    start = style.end() if style is not None else start
    kept, position = start, start
    for word in text[start:end].split(" "):
        if word in _no_names() or word.lower() in _office_words():
            break
        position += len(word)
        kept = position
        position += 1
    spoken = [word for word in text[start:kept].split() if word.strip(".") not in _styles()]
    return (start, kept) if any(len(word.strip(".")) > 1 for word in spoken) else None


@cache
def _no_names() -> frozenset[str]:
    return word_list("not_names") | frozenset(table("offices")["institutions"])


def may_be_title(word: str) -> bool:
    """Whether a word can be the last of a title or of what stands before a name."""
    return word.rstrip(".") in _styles() or word.lower().rstrip(".") in _title_ends()


@cache
def _title_ends() -> frozenset[str]:
    titles = {title for row in table("titles") for title in row["titles"]}
    whole = {*titles, *table("offices")["heads"]}
    ends = frozenset(re.split(r"[ -]", title)[-1].lower().rstrip(".") for title in whole)
    return ends | _office_words()


@cache
def _office_words() -> frozenset[str]:
    parts = table("offices")
    return frozenset({*parts["heads"], *parts["modifiers"], *parts["domains"]})


@cache
def _styles() -> frozenset[str]:
    return frozenset(table("offices")["honorifics"])


def forms_of(name: str, *, family_name_first: bool) -> set[str]:
    """The shorter ways to name the same person."""
    words = name.split()
    last = words[-1]
    forms = {name, last, *(part for part in last.split("-")[1:] if last.startswith(("Al-", "El-")))}
    forms.update(word for word in words[:-1] if len(word) >= SHORTEST_FORM and word[0].isupper())
    if len(words) > 1 and words[-2][0].islower():
        forms.add(" ".join(words[-2:]))
    if family_name_first:
        forms.add(words[0])
    return {form for form in forms if len(form) > 1 and form[0].isupper()} - _no_names() - _styles()
