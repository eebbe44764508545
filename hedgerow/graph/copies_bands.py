"""Bands: a few numbers of a text that copies of it are likely to share, to find them by.

Each band joins several minima of MinHash (A. Broder 1997; bands after Leskovec, Rajaraman and
Ullman, Mining of Massive Datasets, chapter 3). Half of them are taken from the whole text, half
from its beginning, since what is cut is cut from the end.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import Any

from hedgerow.graph.copies_text import Wording

BEGINNING = 130
"""As many runs of words from the top are the beginning."""
BANDS = 4
"""Of the whole and of the beginning each."""
MINIMA = 3
"""In a band."""
SEED = 1
_SCHEME = "affine32"
_BITS = 63  # so that the store holds it in place and not in its table of strings

Bands = tuple[int, ...]


def bands_of(wording: Wording) -> Bands:
    """The bands of a text, by which alone any that may be its copy is found."""
    parts = (wording.runs, wording.runs[:BEGINNING])
    return tuple(band for place, runs in enumerate(parts) for band in _bands(place, runs))


def _bands(place: int, runs: Sequence[int]) -> list[int]:
    minhash = _empty().copy()
    minhash.update_batch(runs)
    minima = minhash.hashvalues.reshape(BANDS, MINIMA)
    return [_number(f"{place} {n} {found.tolist()}") for n, found in enumerate(minima)]


def _number(band: str) -> int:
    digest = blake2b(band.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _BITS)


def _itself(run: int) -> int:
    return run


@cache
def _empty() -> Any:  # noqa: ANN401  the library tells no types
    # its import takes 0.4 s, which a store without copies to look for need not spend
    from datasketch import MinHash  # type: ignore[import-untyped]  # noqa: PLC0415

    return MinHash(BANDS * MINIMA, seed=SEED, hashfunc=_itself, scheme=_SCHEME)
