"""Texts that make a pattern work hard: every part of it that repeats, repeated, then what fails.

The parser of `re` is no public module, and the only one that knows what patterns are made of.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ENDS = ("\x00", "")
RUNS = (*" \t\n\"'“”’([{<-.,:;/&@#%=\\|_*`", "a", "A", "0", "é", "  a", "A a ", "a.", "A.", "1,")
RUNS = (
    *RUNS,
    "\x1b[",
    "\x1b]",
    "://",
    "a@",
    "](",
    "<a ",
    "&a",
    "the ",
    "of the ",
    "'s ",
    "\r\n",
    "- ",
)
MOST = 24
"""Pumps of one pattern; those of long lists of words differ in nothing that matters."""


def pumps(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """What to put first, what to repeat, and what to end with."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    found = dict.fromkeys((*islice(_repeated(tree, ""), MOST), *(("", each) for each in RUNS)))
    for first, part in found:
        for end in ENDS:
            yield first, part, end


def _repeated(parts: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Each part that repeats, with a text that leads up to it."""
    for kind, what in parts:
        if kind in _REPEATS:
            _, most, inner = what
            for sample in _samples(inner):
                if most > 1 and sample:
                    yield before, sample
            yield from _repeated(inner, before)
        else:
            for inner in _inside(kind, what):
                yield from _repeated(inner, before)
        before += next(iter(_samples([(kind, what)])), "")


_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def _inside(kind: Any, what: Any) -> Iterable[Any]:
    if kind is kinds.BRANCH:
        return list(what[1])
    if kind is kinds.SUBPATTERN:
        return [what[3]]
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return [what[1]]
    return [what] if kind is kinds.ATOMIC_GROUP else []


def _samples(parts: Iterable[Any], most: int = 3) -> list[str]:
    """Some short texts that the parts match, or nearly."""
    found = [""]
    for kind, what in parts:
        found = [one + more for one in found for more in _of_one(kind, what, most)][:most]
    return found


def _of_one(kind: Any, what: Any, most: int) -> list[str]:
    if kind in _REPEATS:
        return [each * max(1, what[0]) for each in _samples(what[2], most)]
    if kind is kinds.BRANCH:
        return [each for branch in what[1] for each in _samples(branch, 1)][:most]
    if kind in (kinds.SUBPATTERN, kinds.ATOMIC_GROUP):
        return _samples(what[3] if kind is kinds.SUBPATTERN else what, most)
    return _of_letter(kind, what)[:most]


def _of_letter(kind: Any, what: Any) -> list[str]:
    if kind is kinds.LITERAL:
        return [chr(what)]
    if kind is kinds.NOT_LITERAL or kind is kinds.ANY:
        return ["a", " "] if what != ord("a") else ["b"]
    return _of_class(what) if kind is kinds.IN else [""]


_OF_CATEGORY = {"DIGIT": "0", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a"}


def _of_class(items: Iterable[Any]) -> list[str]:
    items = list(items)
    if items and items[0][0] is kinds.NEGATE:
        return [each for each in "aA0 .\n-" if not _takes(items[1:], each)][:3] or ["x"]
    samples = []
    for kind, what in items:
        if kind is kinds.LITERAL:
            samples.append(chr(what))
        elif kind is kinds.RANGE:
            samples.append(chr(what[0]))
        elif kind is kinds.CATEGORY:
            samples.append(_OF_CATEGORY.get(str(what).removeprefix("CATEGORY_"), "."))
    return samples or ["a"]


def _takes(items: Iterable[Any], character: str) -> bool:
    for kind, what in items:
        if kind is kinds.LITERAL and chr(what) == character:
            return True
        if kind is kinds.RANGE and what[0] <= ord(character) <= what[1]:
            return True
        if kind is kinds.CATEGORY:
            name = str(what).removeprefix("CATEGORY_")
            tests = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": str.isalnum}
            wanted = tests.get(name.removeprefix("NOT_"))
            if wanted is not None and wanted(character) != name.startswith("NOT_"):
                return True
    return False


def own_parts(pattern: re.Pattern[str], most: int = 1) -> list[str]:
    """Some short texts that the whole pattern matches, or nearly."""
    return [each for each in _samples(parser.parse(pattern.pattern, pattern.flags), most) if each]
