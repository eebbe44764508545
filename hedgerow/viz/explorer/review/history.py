"""What was decided, by whom and when; where analysts disagree; what lost its claim."""

from collections.abc import Iterator, Sequence

from hedgerow.errors import UsageError
from hedgerow.graph.conflicts import Conflict
from hedgerow.graph.judged import Judged
from hedgerow.graph.orphans import Orphan
from hedgerow.graph.records import Claim, Judgement, Witness
from hedgerow.graph.resolution.judging import in_order
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.review.standing import conflicts_in, judged_in
from hedgerow.queries.review.telling import conflict_rows, told_judgement
from hedgerow.queries.words.phrases import parties_text, slug_words
from hedgerow.viz.explorer.asked import Page
from hedgerow.viz.explorer.documents.claims import decided, told_claim
from hedgerow.viz.explorer.review.told_record import Apart, History, Lost, Past, Subject
from hedgerow.viz.plain import plain

MOST = 100
"""As many conflicts and lost judgements are listed; their number is told in any case."""


def history(snapshot: Snapshot, by: str | None, page: Page) -> History:
    """Judgements, the latest first, with the conflicts and what lost its claim."""
    judged = judged_in(snapshot)
    every = list(reversed(in_order(judged.all.values())))
    wanted = [one for one in every if by is None or one.by == by]
    apart, lost = conflicts_in(snapshot), snapshot.orphaned()
    shown = wanted[page.offset : page.offset + page.limit]
    return History(
        total=len(wanted),
        recorded=len(every),
        analysts=tuple(sorted({plain(one.by) for one in every})),
        rows=tuple(_past(snapshot, judged, one) for one in shown),
        apart=len(apart),
        conflicts=tuple(_apart(snapshot, apart[:MOST])),
        lost=len(lost),
        orphaned=tuple(map(_lost, lost[:MOST])),
    )


def _past(snapshot: Snapshot, judged: Judged, one: Judgement) -> Past:
    about = judged.all.get(one.undoes or "")
    claims = judged.attached(one.id if about is None else about.id)
    return Past(
        judgement=decided(one, judged),
        undone_by=tuple(plain(each.by) for each in judged.undoing(one.id)),
        takes_back=None if about is None else _takes_back(about),
        about=tuple(_subject(snapshot, each, about or one) for each in claims),
    )


def _takes_back(judgement: Judgement) -> str:
    told = told_judgement(judgement)
    what = f"{slug_words(judgement.decision)}{f' ({told})' if told else ''}"
    return plain(f"{what} by {judgement.by}, {judgement.at[:16].replace('T', ' ')}")


def _subject(snapshot: Snapshot, claim: str, judgement: Judgement) -> Subject:
    found = next(iter(_here(snapshot, claim)), None)
    if found is not None:
        return Subject(claim, found.document, told_claim(found), None)
    seen = next((each for each in judgement.witnesses if each.claim == claim), None)
    if seen is None:
        return Subject(claim, None, None, None)
    return Subject(claim, seen.document, None, plain(_seen(seen)))


def _seen(witness: Witness) -> str:
    return f"{parties_text(witness.actors, directed=False)}: {slug_words(witness.type)}"


def _here(snapshot: Snapshot, claim: str) -> Iterator[Claim]:
    try:
        yield from snapshot.claims(ids=[claim])
    except UsageError:  # it was withdrawn, or never here
        return


def _apart(snapshot: Snapshot, found: Sequence[Conflict]) -> Iterator[Apart]:
    for one, row in zip(found, conflict_rows(found), strict=True):
        earlier, later = (
            plain(f"{row[f'{side}_says']}: {each.by}, {each.at[:16].replace('T', ' ')}")
            for side, each in (("earlier", one.first), ("later", one.second))
        )
        is_wording = one.kind == "wording"
        yield Apart(
            wording=plain(one.about[0]) if is_wording else None,
            about=()
            if is_wording
            else tuple(_subject(snapshot, each, one.first) for each in one.about),
            earlier=earlier,
            later=later,
        )


def _lost(one: Orphan) -> Lost:
    seen, told = one.witness, told_judgement(one.judgement)
    return Lost(
        id=one.judgement.id,
        decision=slug_words(one.judgement.decision),
        by=plain(one.judgement.by),
        at=one.judgement.at,
        note=plain(one.judgement.note) if one.judgement.note else None,
        what=plain(told),
        words=plain(_seen(seen)) if seen else "a claim that was never here",
        document=None if seen is None else seen.document,
    )
