"""One document: its text, where it was met, and all that was read from it."""

from pathlib import PurePath

from starlette.exceptions import HTTPException

from hedgerow.graph.catalogue import editions_beside, number_of_claims, read_whole
from hedgerow.graph.records import Appearance
from hedgerow.graph.snapshot import Snapshot
from hedgerow.viz.explorer.documents.claims import claimed
from hedgerow.viz.explorer.documents.shelf import first_words
from hedgerow.viz.explorer.documents.told import Place, Text
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain


def text_of(snapshot: Snapshot, document: str, claim: str | None = None) -> Text:
    """A document with its claims; of an event table's rows that of one claim at least.

    Raises:
        HTTPException: there is none, or it was withdrawn; then why.
    """
    read = read_whole(snapshot, document, claim)
    if read is None:
        raise HTTPException(404, _missing(snapshot, document))
    found, claims = read
    newer, older = editions_beside(snapshot, document)
    return Text(
        id=document,
        title=plain(found.title) if found.title else first_words(found.text),
        places=tuple(map(_place, found.appearances)),
        published=found.published,
        language=next((each.language for each in found.appearances if each.language), None),
        newer=newer,
        older=older,
        text=found.text,
        claims=claimed(snapshot, claims),
        held=max(len(claims), number_of_claims(snapshot, document)),
    )


def _missing(snapshot: Snapshot, document: str) -> str:
    for one in snapshot.withdrawals():
        if one.document == document:
            told = f"{plain(one.by)} on {one.at[:10]}: {plain(one.reason)}"
            return f"This document was withdrawn by {told.rstrip('.')}."
    return "There is no such document here; it may be unknown by the day looked back to."


def _place(appearance: Appearance) -> Place:
    address = web_address(appearance.url) or web_address(appearance.source)
    title, publisher = (
        plain(each) if each else None for each in (appearance.title, appearance.publisher)
    )
    file = None if address else plain(PurePath(appearance.source).name)
    return Place(title, publisher, appearance.published, address, file)
