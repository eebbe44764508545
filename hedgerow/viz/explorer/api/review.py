"""Review: the claims that wait for a person, and judgements on them."""

from typing import Annotated

from fastapi import APIRouter, Query

from hedgerow.errors import UsageError
from hedgerow.graph.catalogue import imprint_of
from hedgerow.graph.doubts import Doubt
from hedgerow.graph.records import Imprint
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.review.queue import Filter, Waiting, numbers, queue, reasons
from hedgerow.queries.words.phrases import counted, parties_text, status_text
from hedgerow.viz.design import style
from hedgerow.viz.explorer.api.documents import ClaimId
from hedgerow.viz.explorer.asked import Held, PageAsked, actor
from hedgerow.viz.explorer.evidence.standing import look_of_status
from hedgerow.viz.explorer.review.case import case
from hedgerow.viz.explorer.review.choices import choices
from hedgerow.viz.explorer.review.deciding import Wish, record
from hedgerow.viz.explorer.review.history import history
from hedgerow.viz.explorer.review.told import Case, Choices, Number, Queue, Recorded, Row
from hedgerow.viz.explorer.review.told_record import History
from hedgerow.viz.plain import plain

router = APIRouter(prefix="/api", tags=["review"])
"""Always of the newest state: what was known on a day cannot be judged any more."""


@router.get("/review")
def waiting(  # noqa: PLR0917  as many filters as the address has
    held: Held,
    page: PageAsked,
    about: Annotated[str | None, Query(description="Only claims on this actor.")] = None,
    type: Annotated[str | None, Query(description="Only of this type.")] = None,
    reason: Annotated[str | None, Query(description="Only for this reason.")] = None,
    settled: Annotated[bool, Query(description="Those decided already instead.")] = False,
) -> Queue:
    """The claims that wait for a person, the weightiest first, and why they do."""
    snapshot = held.snapshot()
    every = queue(snapshot)
    wanted = Filter(actor(about) if about else None, type or None, reason or None, settled)
    found = tuple(filter(wanted.passes, every))
    by_reason, by_type = numbers(snapshot, settled=settled)
    return Queue(
        total=len(found),
        open=numbers(snapshot, settled=False)[1].total(),
        settled=numbers(snapshot, settled=True)[1].total(),
        reasons=tuple(
            Number(name, reasons().of(name).label, number)
            for name, number in by_reason.most_common()
        ),
        types=tuple(
            Number(name, vocabulary().tie_type(name).label, number)
            for name, number in by_type.most_common()
        ),
        rows=tuple(
            _row(one, imprint_of(snapshot, one.doubt.document))
            for one in found[page.offset : page.offset + page.limit]
        ),
    )


@router.get("/review/choices")
def all_choices() -> Choices:
    """What a claim can be corrected to."""
    return choices()


@router.get("/review/{id:path}")
def one_case(id: ClaimId, held: Held) -> Case:
    """A claim with its sentence in context, and others that may tell the same."""
    snapshot = held.snapshot()
    found = next((one for one in queue(snapshot) if one.doubt.claim == id), None)
    names = found.reasons if found else ()
    return case(snapshot, id, [reasons().of(each).label for each in names])


@router.get("/judgements")
def judgements(
    held: Held,
    page: PageAsked,
    by: Annotated[str | None, Query(max_length=100, description="Only by this analyst.")] = None,
) -> History:
    """What was decided, the latest first; where analysts disagree, and what lost its claim."""
    return history(held.snapshot(), by or None, page)


@router.post("/judgements")
def judge(wish: Wish, held: Held) -> Recorded:
    """Record a judgement, and tell what it changed; the store is locked for that alone.

    Judgements are only ever added: a later one on the same claim wins.
    """
    if held.path is None:
        raise UsageError("A server holds no judgements; explore the store itself to review.")
    return record(held.path, wish)


def _says(doubt: Doubt) -> str:
    said = status_text(doubt.status)
    return said if doubt.rows == 1 else f"{said} ({counted(doubt.rows, 'row')})"


def _row(one: Waiting, told: Imprint) -> Row:
    doubt = one.doubt
    tie_type = vocabulary().tie_type(doubt.type)
    return Row(
        claim=doubt.claim,
        label=tie_type.label,
        group=style().group_of_type(doubt.type).name,
        parties=parties_text(doubt.actors, directed=False),
        says=_says(doubt),
        look=look_of_status(doubt.status),
        confidence=round(doubt.confidence, 2),
        reasons=tuple(reasons().of(each).label for each in one.reasons),
        published=told.published,
        title=plain(told.title) if told.title else "",
    )
