"""Changing sound inputs so that they are nearly sound: bytes, numbers, lines and tokens."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Literal

MOST = 100_000
"""Bytes that an input may grow to."""
ROUNDS = 8
NUMBERS = (
    *(b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"4294967295", b"9223372036854775808"),
    *(b"1e999", b"NaN", b"-0", b"1" * 400, "٣".encode(), b"0x7f", b"99999999", b"00000000"),
)
TOKENS: tuple[bytes, ...] = (
    *(bytes([n]) for n in (*range(32), 127, 128, 192, 255)),
    *(b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(
        b"\r\n",
        b"\n\n",
        b"\t\t",
        b'"',
        b'""',
        b"'",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b"{",
        b"[",
        b"]}",
    ),
    *(b"null", b"true", b"[]", b"{}", b"&amp;", b"&#0;", b"&#xD800;", b"<![CDATA[", b"]]>"),
    *(b"<", b"</p>", b"<!--", b"<p>", b"<?xml", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"<script>"),
    *(b"---\n", b"...\n", b"&a *a", b"!!python/object", b"{{", b"%s%n", b"../../etc/passwd", b"\0"),
    *(b"--b\n", b"Content-Length: ", b"WARC/1.0\r\n", b"HTTP/1.1 200\r\n", b"=?utf-8?q?=00?="),
    *(b"endobj", b"stream", b"<<", b">>", b" 0 R", b"/Kids", b"xref", b"trailer"),
    *(b"2024-02-30", b"0000-00-00", b"9999-12-31", b"2024-13", b"12:60:60", b"-1000-01-01"),
    *("\u202e".encode(), "\u0301".encode() * 9, "İ".encode(), "ﬀ".encode(), "\u2028".encode()),
)
_DIGITS = re.compile(rb"\d+")

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutated(chance: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """The data with a few things changed; `others` are inputs to take pieces from."""
    for _ in range(min(int(chance.expovariate(0.5)) + 1, ROUNDS)):
        data = chance.choice(CHANGES)(chance, data, others or (data,))[:MOST]
    return data


def _span(chance: Random, data: bytes, most: int = 64) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(0, most))


def _flip(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return b"\0"
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data, chance.choice((4, 64, 4096)))
    return data[:start] + data[end:]


def _end(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: chance.randint(0, len(data))]


def _repeat(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, data)
    times = chance.choice((2, 3, 10, 100, 1500))
    return data[:end] + data[start:end] * (times - 1) + data[end:]


def _splice(chance: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other, (at, end) = chance.choice(others), _span(chance, data)
    start, stop = _span(chance, other, 400)
    return data[:at] + other[start:stop] + data[end:]


def _token(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at, end = _span(chance, data, chance.choice((0, 8)))
    return data[:at] + chance.choice(TOKENS) + data[end:]


def _number(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    found = list(_DIGITS.finditer(data))
    if not found:
        return data + chance.choice(NUMBERS)
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(NUMBERS) + data[one.end() :]


def _binary(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at, size = chance.randint(0, len(data)), chance.choice((1, 2, 4, 8))
    number = chance.choice((0, 1, 0x7F, 0xFF, 1 << 8 * size - 1, (1 << 8 * size) - 1))
    order: Literal["little", "big"] = chance.choice(("little", "big"))
    told = (number & ((1 << 8 * size) - 1)).to_bytes(size, order)
    return data[:at] + told + data[at + size :]


def _line(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = (lines[b], lines[a]) if chance.random() < 0.5 else (lines[a], lines[a])
    return b"\n".join(lines)


CHANGES: tuple[Change, ...] = (
    _flip, _cut, _end, _repeat, _splice, _token, _token, _token, _number, _number, _binary, _line,
)  # fmt: skip
