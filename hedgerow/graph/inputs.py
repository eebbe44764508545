"""Input files that were read to their end: the ledger remembers them, so that none is read again.

A file is known by a key that changes when the file does. The note of it is part of the commit that
stores the last of what it held.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.graph.rdf import LEDGER, NQuad, token
from hedgerow.graph.reading import describe
from hedgerow.graph.writing import GraphWriter


@dataclass(frozen=True, slots=True)
class Input:
    """How many documents a file held, and how many of its parts could not be used."""

    documents: int
    skipped: int = 0


def input_quads(inputs: Mapping[str, Input]) -> list[NQuad]:
    """The ledger's notes of files, by key."""
    writer = GraphWriter(str(LEDGER))
    for key, found in inputs.items():
        writer.value(token(key), "documents", found.documents)
        writer.value(token(key), "skipped", found.skipped)
    return writer.quads


def read_input(database: ox.Store, key: str) -> Input | None:
    """What is noted of a file; None where it was not read to its end."""
    found = describe(database, key, LEDGER)
    if not found:
        return None
    return Input(int(found.required("documents")), int(found.required("skipped")))
