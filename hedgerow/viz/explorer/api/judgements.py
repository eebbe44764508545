"""Judgements as a file: what analysts decided, to be taken over by another store."""

from fastapi import APIRouter, Response

from hedgerow.graph.judgements_json import lines
from hedgerow.viz.explorer.asked import Held
from hedgerow.viz.explorer.downloads import attachment

router = APIRouter(tags=["review"])


@router.get("/export/judgements.jsonl", response_class=Response)
def as_lines(held: Held) -> Response:
    """Every judgement as a line of JSON, as `hedgerow review import` reads them."""
    content = "".join(lines(held.snapshot().judgements())).encode()
    return attachment(content, "judgements", "jsonl", "application/jsonl")
