"""Text from articles without what acts: control characters, escapes, direction overrides."""

import re

_ESCAPES = re.compile(
    "\x1b(?:"
    "\\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor moves
    "|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # operating system commands: titles, links
    "|[PX^_][^\x1b]*\x1b\\\\"  # strings to the terminal itself
    "|[ -/]*[0-~]"
    ")?"
    "|\x9b[0-?]*[ -/]*[@-~]"
)
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str) -> str:
    """One line of text that is safe to show anywhere that takes text.

    Escape sequences and other controls, marks that reverse the reading direction, lone surrogates
    and what XML does not allow are dropped; line breaks and tabs become blanks.
    """
    return _UNSEEN.sub("", _BREAKS.sub(" ", _ESCAPES.sub("", text)))
