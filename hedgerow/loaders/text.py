"""Text in one form: what is stored, quoted and hashed.

Article text is hostile input. Characters that nobody sees (controls, bidirectional marks, zero
widths, tag characters) can split a name or reorder a sentence on screen, so they are dropped.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")

_INVISIBLE = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F),  # C0 and C1 controls
    (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C),  # soft hyphen, joiner, Arabic mark
    (0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0),  # Hangul fillers
    (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),  # widths, bidi
    (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF),  # BOM, noncharacters
    (0xE0000, 0xE007F),  # tag characters
)  # fmt: skip
_BLANKS = ((0x09, 0x09), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A),
           (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000))  # fmt: skip
_SURROGATES = ((0xD800, 0xDFFF),)

MIN_WRAP, MAX_WRAP = 40, 120
MIN_WRAPPED_LINES = 4
WRAPPED_SHARE = 0.9
SHORTEST_BROKEN = 20
"""A line of this length that the next one continues in lower case is broken inside a sentence."""
MIN_CONTINUED_LINES = 3

_ESCAPES = re.compile(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\)?|[ -/]*[0-~])"
    "|\x9b[0-?]*[ -/]*[@-~]"
)
"""What colours a terminal or sets its title, with its parameters."""
_DROP_CAPITAL = re.compile(r"(?m)^([B-HJ-Z])\n{1,2}(?=[a-z]{2})")
_SENTENCE_END = '.!?…:;"”’)|'


def _code_points(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_code_points(_INVISIBLE), None),
    **dict.fromkeys(_code_points(_BLANKS), " "),
    **dict.fromkeys(_code_points(_SURROGATES), "\ufffd"),
}


def normalise(text: str) -> str:
    """The stored form: NFC, LF, plain blanks, nothing invisible, no trailing blanks.

    Runs of empty lines become one. Normalising twice changes nothing.
    """
    visible = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)).translate(_TABLE)
    composed = unicodedata.normalize("NFC", visible)
    lines = "\n".join(line.rstrip(" ") for line in composed.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def one_line(text: str) -> str:
    """The normalised text with every run of blanks and line ends as one blank."""
    return " ".join(normalise(text).split())


def printable(name: str) -> str:
    """A file name or other foreign string, safe to show: what does not print is escaped."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in name
    )


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def unwrap(text: str) -> str:
    """Join the lines of hard-wrapped paragraphs; text that is not hard-wrapped is unchanged.

    A capital that a page sets alone at the head of a paragraph joins its word.
    """
    return joined_lines(_DROP_CAPITAL.sub(r"\1", text))


def joined_lines(text: str) -> str:
    """The text with a blank for each line end inside a sentence, so that offsets stay.

    Such a line end is followed by lower case; or it stands in a text of which nearly all lines end
    where the next word no longer fitted into the width of the longest, or of which several go on
    in lower case, and ends no sentence.
    """
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    width = _wrapped_width(lines)
    continued = sum(_continues(line, following) for line, following in pairwise(lines))
    parts = [lines[0]]
    for number, (line, following) in enumerate(pairwise(lines)):
        goes_on = bool(line and following) and (
            _continues(line, following)
            or (width and _is_full(line, following, width))
            or (number and continued >= MIN_CONTINUED_LINES and _is_broken(line, following))
        )
        parts.append((" " if goes_on else "\n") + following)
    return "".join(parts)


def _wrapped_width(lines: Sequence[str]) -> int:
    """The width of a text that is hard-wrapped throughout, else 0."""
    width = max(len(line) for line in lines)
    breaks = [(line, following) for line, following in pairwise(lines) if line and following]
    full = [_is_full(line, following, width) for line, following in breaks]
    wrapped = len(full) >= MIN_WRAPPED_LINES and sum(full) >= WRAPPED_SHARE * len(full)
    return width if wrapped and MIN_WRAP <= width <= MAX_WRAP else 0


def _continues(line: str, following: str) -> bool:
    open_end = len(line) >= SHORTEST_BROKEN and line[-1] not in _SENTENCE_END
    return open_end and following[:1].islower()


def _is_broken(line: str, following: str) -> bool:
    fits = MIN_WRAP <= len(line) <= MAX_WRAP
    return fits and line[-1] not in _SENTENCE_END and following[0].isalnum()
