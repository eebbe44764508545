"""Lines all in capitals, such as headlines of wires, brought into the case that rules can read."""

import re
from functools import cache

from hedgerow.ontology.actors import actors

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FEWEST_WORDS = 4


def in_mixed_case(text: str) -> str:
    """The text with every line in capitals as a headline in title case; offsets stay the same."""
    if not any(map(_is_in_capitals, text.splitlines())):
        return text
    return _LINE.sub(lambda line: _mixed(line.group()), text)


def _mixed(line: str) -> str:
    return _WORD.sub(_recased, line) if _is_in_capitals(line) else line


def _is_in_capitals(line: str) -> bool:
    return line.isupper() and len(_WORD.findall(line)) >= FEWEST_WORDS


def _recased(word: re.Match[str]) -> str:
    """The word capitalised, but for an acronym of an actor, and where that would change offsets."""
    found = word.group()
    told = found.capitalize()
    return found if found in _acronyms() or len(told) != len(found) else told


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(each.text for each in actors().surfaces() if each.text.isupper())
