"""Splitting a text into sentences with their offsets.

A regular expression with an abbreviation list: a parser's own splits are worse on headlines and
lists, and sentences are needed before anything is parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hedgerow.loaders.boilerplate import asides
from hedgerow.loaders.extraction.lexicon import word_list
from hedgerow.loaders.text import joined_lines

MAX_SENTENCE = 1200
"""Longer stretches without a full stop are cut here: no news sentence is that long, and parsing
time grows with length."""

LONGEST_DATELINE = 120

_BREAK = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_LINE = re.compile(r"[^\n]+")
_DATELINE = re.compile(
    r"^(?:\([^)\n]{2,30}\)\s*[-–—]?\s*)?"
    r"[A-ZÀ-Ỹ][\w'’.]*(?:[ ,/-]+[A-ZÀ-Ỹ][\w'’.]*){0,5}(?:,? \d{1,2})?(?:,? \d{4})?"
    r"\s*(?:\([^)\n]{2,30}\))?\s*(?:[-–—]{1,2}|:)\s+(?=[\"“‘]?[A-Z])"
)
"""A place, perhaps a day and an agency, and a dash: not part of the first sentence."""
_LAST_WORD = re.compile(r"(\S+)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text == document.text[start:end]`; `headline` for a title line."""

    text: str
    start: int
    end: int
    headline: bool = False


def split_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order, without surrounding blanks."""
    first = True
    for line in _LINE.finditer(_without_asides(joined_lines(text))):
        headline = _is_headline(line.group(), first=first)
        first = False
        for first_letter, last in _spans(line.group()):
            start, end = line.start() + first_letter, line.start() + last
            yield Sentence(text[start:end], start, end, headline)


def _without_asides(text: str) -> str:
    """The text with line ends where links to other articles and captions stand."""
    parts, position = [], 0
    for start, end in asides(text):
        parts += [text[position:start], "\n" * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def _is_headline(line: str, *, first: bool) -> bool:
    return first and len(line) < 200 and line.rstrip()[-1:] not in '.!?…"”:;,'


def _spans(line: str) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(line, 0, LONGEST_DATELINE)
    start = dateline.end() if dateline and dateline.group().split()[0].isupper() else 0
    for match in _BREAK.finditer(line):
        if _ends_sentence(line, match):
            yield from _trimmed(line, start, match.end())
            start = match.end()
    yield from _trimmed(line, start, len(line))


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        return True
    before = _LAST_WORD.search(line, max(0, match.start() - 30), match.start())
    word = re.split(r"[-–/]", before.group(1))[-1].lstrip("\"'“‘([") if before else ""
    is_initial = len(word) == 1 and word.isupper()
    is_dotted = "." in word and len(word) <= 5 and not _next_word_starts_sentence(line, match.end())
    return not (is_initial or is_dotted or word.lower() in _abbreviations())


def _next_word_starts_sentence(line: str, position: int) -> bool:
    following = line[position:].lstrip().split(" ", 1)[0].strip("\"'“‘([")
    return following in word_list("sentence_starters")


def _abbreviations() -> frozenset[str]:
    return word_list("abbreviations")


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = line.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut + 1 if line[cut : cut + 1] == " " else cut
    if start < end:
        yield start, end
