"""Rows told again: the same day, actors, code and page."""

import hashlib
from array import array
from collections.abc import Iterable


class Repeats:
    """A memory of rows in constant space.

    Each place remembers the row that came to it last, so what is told again is recognised among
    about as many rows back as there are places; what is missed beyond that is a claim of its own.
    """

    def __init__(self, places: int) -> None:
        self._mask = places - 1
        self._seen = array("Q", bytes(8 * places))

    def among(self, keys: Iterable[str]) -> list[bool]:
        """For each key, in turn, whether it was met before."""
        return [self._met(key) for key in keys]

    def _met(self, key: str) -> bool:
        # Not Python's own hash, which differs between runs.
        digest = hashlib.blake2b(key.encode(errors="surrogateescape"), digest_size=8).digest()
        number = int.from_bytes(digest, "little") | 1
        place = (number >> 1) & self._mask
        if self._seen[place] == number:
            return True
        self._seen[place] = number
        return False
