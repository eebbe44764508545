"""Bytes to text: UTF-8 first, byte order marks, then a guess that is checked."""

import codecs
import re

import charset_normalizer
import ftfy

from hedgerow.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 1 << 16
MOSTLY = 0.9
MAX_DAMAGE = 0.1
MAX_CONTROLS = 0.01
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text that `raw` encodes, mojibake repaired; `declared` is the encoding it is said to be.

    Raises:
        InputError: the bytes are no text in any encoding we can tell.
    """
    text = _marked(raw) or _utf8(raw) or _declared(raw, declared)
    text = text or _western(raw) or _guessed(raw)
    if text is None or _controls(text[:SAMPLE]) > MAX_CONTROLS:
        raise InputError("this is binary data, not text; save the article as .txt, .html or .json")
    return repair(text)


def has_wide_mark(start: bytes) -> bool:
    """Whether the first bytes say UTF-16 or UTF-32, where a line end is more than one byte."""
    return any(start.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8-sig")


def repair(text: str) -> str:
    """Undo UTF-8 that was read as Latin-1 or Windows-1252 (`Vietnamâ€™s`)."""
    return text if text.isascii() else ftfy.fix_encoding(text)


def _marked(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    return None


def _utf8(raw: bytes) -> str | None:
    """UTF-8, forgiving the odd damaged character among many sound ones."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if text.count("\ufffd") <= MAX_DAMAGE * foreign else None


def _declared(raw: bytes, encoding: str | None) -> str | None:
    """What the source says of itself, where that can be."""
    try:
        return None if encoding is None else str(raw, encoding)
    except (LookupError, ValueError):
        return None


def _western(raw: bytes) -> str | None:
    """Windows-1252, which the detector mistakes for its rarer cousins in short English texts."""
    sample = raw[:SAMPLE]
    plain = sum(byte < 0x80 for byte in sample)
    if b"\0" in sample or plain < MOSTLY * len(sample):
        return None
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _guessed(raw: bytes) -> str | None:
    best = charset_normalizer.from_bytes(raw[:SAMPLE]).best()
    return None if best is None else raw.decode(best.encoding, errors="replace")


def _controls(text: str) -> float:
    """The share of control characters, which text has hardly any of."""
    return len(_CONTROLS.findall(text)) / max(len(text), 1)
