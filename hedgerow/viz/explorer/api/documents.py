"""Documents: which there are, one with its text and claims, and one claim by itself."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from hedgerow.viz.explorer.asked import PageAsked, SnapshotAsked, actor
from hedgerow.viz.explorer.documents.claims import claimed
from hedgerow.viz.explorer.documents.shelf import shelf
from hedgerow.viz.explorer.documents.text import text_of
from hedgerow.viz.explorer.documents.told import Claimed, Shelf, Text
from hedgerow.viz.explorer.problems import sought

router = APIRouter(prefix="/api", tags=["documents"])
DIGITS = r"[0-9a-f]{32}"
DocumentId = Annotated[str, Path(pattern=f"^document/{DIGITS}$", description="`document/0a1b...`")]
ClaimId = Annotated[str, Path(pattern=f"^claim/{DIGITS}$", description="`claim/0a1b...`")]


@router.get("/documents")
def documents(
    snapshot: SnapshotAsked,
    page: PageAsked,
    q: Annotated[str, Query(max_length=200, description="Words of title or publisher.")] = "",
    about: Annotated[str | None, Query(description="Only with claims on this actor.")] = None,
) -> Shelf:
    """The documents that are held, the last published first, without their texts."""
    return shelf(snapshot, q, actor(about) if about else None, page)


@router.get("/documents/{id:path}")
def document(
    id: DocumentId,
    snapshot: SnapshotAsked,
    claim: Annotated[str | None, Query(description="A claim to be shown in any case.")] = None,
) -> Text:
    """A document with its text and all that was read from it; offsets count code points."""
    return text_of(snapshot, id, claim)


@router.get("/claims/{id:path}")
def claim(id: ClaimId, snapshot: SnapshotAsked) -> Claimed:
    """One claim, as it counts with what analysts decided about it."""
    with sought():
        found = list(snapshot.claims(ids=[id]))
    return claimed(snapshot, found)[0]
