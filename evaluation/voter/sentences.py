"""The training sentences as examples: marked text, and what each pair of its actors is told of."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.voter.marking import marked
from hedgerow.loaders.extraction.voter.network import HOLDS
from hedgerow.ontology.vocabulary import vocabulary

NONE = "none"
SIGNS = {"AB": ">", "BA": "<", "S": "-"}
_TURNED = {">": "<", "<": ">", "-": "-"}
_MARK = re.compile(r"\[(?P<letters>[A-Z](?:\+[A-Z])*): (?P<words>[^\]]*)\]")
_TIE = re.compile(r"(?P<type>\w+) (?P<status>\w+) (?P<first>[A-Z])(?P<sign>[->])(?P<second>[A-Z])")

Pair = tuple[int, int]
Span = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tie:
    """A label such as `visit>` (by the actor that comes first), `visit<` or `meeting-`."""

    label: str
    standing: str


@dataclass(frozen=True, slots=True)
class Example:
    """`ties` has every pair of actors, by their places in `text`, that somebody judged."""

    text: str
    ties: Mapping[Pair, tuple[Tie, ...]]
    register: str


def read(folder: Path) -> list[Example]:
    """The examples of all CSV files in the folders of a folder, in order."""
    return [example(row) for path in sorted(folder.glob("*/*.csv")) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def example(row: Mapping[str, str]) -> Example:
    """A row with one judged pair (`type`, `status`, `direction`) or with all of them (`ties`).

    Raises:
        ValueError: a tie is not written as documented, or names a status there is not.
    """
    text, spans = unmarked(row["sentence"])
    seen = marked(text, _mentions(text, spans))
    marked_by_hand = {letter for _, _, letters in spans for letter in letters}
    letters = sorted(marked_by_hand & set(seen.actors))
    place = {letter: seen.actors.index(letter) for letter in letters}
    ties: dict[Pair, tuple[Tie, ...]] = dict.fromkeys(combinations(sorted(place.values()), 2), ())
    for first, second, tie in _told(row):
        if first in place and second in place:
            one, other = place[first], place[second]
            pair, read = ((one, other), tie) if one < other else ((other, one), _turned(tie))
            ties[pair] = (*ties[pair], read)
    return Example(seen.text, ties, row["register"])


def unmarked(sentence: str) -> tuple[str, list[Span]]:
    """The plain sentence and where whom stands: `[A: Peru]`, `[A+B: the two]`."""
    text, position = "", 0
    spans: list[Span] = []
    for match in _MARK.finditer(sentence):
        text += sentence[position : match.start()]
        letters = tuple(match["letters"].split("+"))
        spans.append((len(text), len(text) + len(match["words"]), letters))
        text += match["words"]
        position = match.end()
    return text + sentence[position:], spans


def _mentions(text: str, spans: list[Span]) -> list[Mention]:
    """Mentions as the extractor finds them, with letters for actors; those it misses as marked."""
    found = find_mentions(text, None)
    letter_of = {
        actor: letters[0]
        for start, end, letters in spans
        for mention in found
        if len(letters) == 1 and mention.start < end and start < mention.end
        for actor in mention.actors
    }
    lettered = [
        Mention(m.start, m.end, m.text, tuple(letter_of.get(a, a) for a in m.actors), m.kind)
        for m in found
    ]
    missed = [
        Mention(start, end, text[start:end], letters, "coreference")
        for start, end, letters in spans
        if not any(mention.start < end and start < mention.end for mention in found)
    ]
    return [*lettered, *missed]


def _told(row: Mapping[str, str]) -> Iterator[tuple[str, str, Tie]]:
    if "type" in row:
        if row["type"] != NONE:
            yield "A", "B", _tie(row["type"], SIGNS[row["direction"]], row["status"])
        return
    for text in filter(None, (part.strip() for part in row["ties"].split(";"))):
        match = _TIE.fullmatch(text)
        if match is None:
            raise ValueError(f"not a tie: {text!r}; write it like `visit occurred A>B`")
        tie = _tie(match["type"], match["sign"], match["status"])
        yield match["first"], match["second"], tie


def _tie(type_name: str, sign: str, status: str) -> Tie:
    directed = vocabulary().tie_type(type_name).directed
    return Tie(type_name + (sign if directed else SIGNS["S"]), standing(status))


def standing(status: str) -> str:
    """`holds`, or the standing of a status in the ontology: concluded, prospective, …"""
    return HOLDS if status == HOLDS else vocabulary().status(status).standing


def _turned(tie: Tie) -> Tie:
    return Tie(tie.label[:-1] + _TURNED[tie.label[-1]], tie.standing)
