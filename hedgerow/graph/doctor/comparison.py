"""What is stored beside what should be."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from hedgerow.graph.rdf import NQuad, local_id

_SHOWN = 3


def compared(
    expected: Collection[NQuad], stored: Iterable[ox.Quad]
) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What is missing, and what is strange; numbers are compared as a database writes them."""
    scratch = ox.Store()
    scratch.load("".join(expected).encode(), format=ox.RdfFormat.N_QUADS, lenient=True)
    wanted, there = set(scratch), set(stored)
    return wanted - there, there - wanted


def told(missing: Collection[ox.Quad], strange: Collection[ox.Quad]) -> str:
    """The difference in words."""
    about = sorted({local_id(quad.subject) for quad in (*missing, *strange)})
    more = f" and {len(about) - _SHOWN:,} more" if len(about) > _SHOWN else ""
    what = f"{len(missing):,} quads are missing and {len(strange):,} too many"
    return f"{what}, about {', '.join(about[:_SHOWN])}{more}"
