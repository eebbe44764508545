"""Cuts what pages put around an article: related links, other headlines, credits, advertising.

What is cut never enters the stored text, so no claim can rest on another article's headline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from hedgerow.loaders.text import normalise

_BULLETS = " \t-–—•*#>»|"
_END_MARKS = " \t:.…»>|-–—"
_PROSE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_ASIDE = (
    r"[\[(] ?(?:{0})(?: ?[:|–—-] ?| )[^\]\[()\n]{{1,300}}[\])]"
    r"|^[ \t–—•*#>»|-]*(?:{0}) ?(?:[:|»>]| [–—-] ) *\S.*$"
)
PROSE_WORDS = 8
LONG_LINE = 25


@dataclass(frozen=True, slots=True)
class _Rules:
    endings: frozenset[str]
    interruptions: frozenset[str]
    line: re.Pattern[str]
    aside: re.Pattern[str]
    min_words: int


@cache
def _rules() -> _Rules:
    source = files("hedgerow.loaders") / "data" / "boilerplate.yaml"
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    return _Rules(
        endings=frozenset(data["endings"]),
        interruptions=frozenset(data["interruptions"]),
        line=re.compile("|".join(f"(?:{pattern})" for pattern in data["lines"]), re.IGNORECASE),
        aside=re.compile(_ASIDE.format("|".join(data["asides"])), re.IGNORECASE | re.MULTILINE),
        min_words=data["min_words"],
    )


def without_boilerplate(text: str) -> str:
    """The normalised text up to its trailing sections, without interjected lines."""
    rules = _rules()
    text = _without_brackets(text)
    lines = text.split("\n")
    half = len(text.split()) / 2
    kept: list[str] = []
    before, in_links = 0, False
    for line in lines:
        heading = _heading(line)
        if _ends_article(heading, before, half, rules):
            break
        if heading in rules.interruptions or heading in rules.endings:
            in_links = True
        elif not (in_links and not _is_prose(line)) and not _is_interjected(line, rules):
            in_links = False
            before += len(line.split())
            kept.append(line)
    return normalise("\n".join(kept))


def asides(text: str) -> Iterator[tuple[int, int]]:
    """Where links to other articles and captions stand: `[Related: …]`, a line `Read more: …`."""
    for match in _rules().aside.finditer(text):
        yield match.span()


def _without_brackets(text: str) -> str:
    """The text without asides in brackets; those that are lines go with the lines."""
    kept, position = [], 0
    for start, end in asides(text):
        if text[start] in "[(":
            kept.append(text[position:start].rstrip(" "))
            position = end
    return "".join([*kept, text[position:]])


def _is_interjected(line: str, rules: _Rules) -> bool:
    bare = line.lstrip(_BULLETS)
    return rules.line.match(bare) is not None or rules.aside.fullmatch(bare) is not None


def _heading(line: str) -> str:
    """The line as it stands in the lists."""
    return line.replace("’", "'").lstrip(_BULLETS).rstrip(_END_MARKS).casefold()


def _ends_article(heading: str, before: int, half: float, rules: _Rules) -> bool:
    """Whether a heading with `before` words above it ends the article."""
    if heading in rules.endings:
        return before >= rules.min_words
    return heading in rules.interruptions and before >= max(rules.min_words, half)


def _is_prose(line: str) -> bool:
    """Whether the line reads like a sentence of the article, not like a linked headline."""
    words = len(line.split())
    return words >= LONG_LINE or (words >= PROSE_WORDS and _PROSE_END.search(line) is not None)
