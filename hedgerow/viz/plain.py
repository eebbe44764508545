"""Text from articles without what acts: control characters, escapes, direction overrides."""

import json
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
_ACTING = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff"
)
_UNSEEN = re.compile(f"[{_ACTING}]")
_NOT_IN_JSON = re.compile(f"(?!\n)[{_ACTING}\u2028\u2029]")


def plain(text: str) -> str:
    """One line of text that is safe to show anywhere that takes text.

    Escape sequences and other controls, marks that reverse the reading direction, lone surrogates
    and what XML does not allow are dropped; line breaks and tabs become blanks.
    """
    return _UNSEEN.sub("", _BREAKS.sub(" ", _ESCAPES.sub("", text)))


def as_json(value: object, indent: int | None = None) -> str:
    """JSON in which such characters are escaped, so that it may be shown and read back whole."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
