"""The summaries of the edges that are wanted, those read last being at hand."""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from hedgerow.graph.ids import to_iri
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, archive_of
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.reading.selection import Selection
from hedgerow.queries.reading.summaries import id_in

AT_HAND = 50_000
"""As many summaries, of about 1 KB, are kept to be found by id, or those of one selection."""


def summaries_of(reader: Reader, wanted: Selection) -> Sequence[str] | None:
    """The summaries of a selection by id, None where a reader has none."""

    def read() -> Sequence[str] | None:
        summaries = archive_of(reader).summaries(wanted.ids, wanted.bindings)
        _put_at_hand(reader, summaries or ())
        return summaries

    return kept(reader, ("summaries", wanted), read)


def summaries_for(reader: Reader, ids: Sequence[str]) -> Sequence[str] | None:
    """The summaries of some edges, None where a reader has none."""
    at_hand = _at_hand(reader)
    missing = tuple(each for each in ids if each not in at_hand)
    read = archive_of(reader).summaries(part("ids"), {"ids": nodes(missing)})
    found = (at_hand[each] for each in ids if each in at_hand)
    return None if read is None else [*found, *read]


def nodes(ids: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    """The nodes of some ids, as queries of edges and sentences need them."""
    return tuple(ox.NamedNode(to_iri(each)) for each in ids)


def _at_hand(reader: Reader) -> dict[str, str]:
    """By id; the sentences of what is shown are mostly among those read last."""
    return kept(reader, ("at hand",), dict[str, str])


def _put_at_hand(reader: Reader, summaries: Sequence[str]) -> None:
    at_hand = _at_hand(reader)
    if len(at_hand) + len(summaries) > AT_HAND:
        at_hand.clear()
    at_hand.update((id_in(each), each) for each in summaries)
