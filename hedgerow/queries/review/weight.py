"""Whether a claim counts, and what people decided on how it was read."""

from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.resolution import LEAST_CONFIDENCE
from hedgerow.graph.resolution.checking import ADD
from hedgerow.graph.resolution.judging import in_order, is_by_hand
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.review.standing import judged_in, older_editions

COUNTS = "counts"
VERDICTS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def whether_it_counts(snapshot: Snapshot, claim: Claim) -> str:
    """`counts`, or `does not count: rejected by Ann` and other reasons."""
    why = _against(snapshot, claim)
    return COUNTS if why is None else f"does not count: {why}"


def verdict(snapshot: Snapshot, claim: str) -> str | None:
    """`corrected by Ann`: the last word of people on a claim, which counts; None without one."""
    last = _last(snapshot, claim)
    return None if last is None else f"{VERDICTS[last.decision]} by {last.by}"


def _against(snapshot: Snapshot, claim: Claim) -> str | None:
    stands = judged_in(snapshot).standing(claim)
    if stands is None:
        return verdict(snapshot, claim.id) if _is_added(snapshot, claim) else "taken back"
    if stands.confidence < LEAST_CONFIDENCE:
        return "read too unsurely"
    if claim.document in older_editions(snapshot):
        return "a newer edition of its document is here"
    return None


def _is_added(snapshot: Snapshot, claim: Claim) -> bool:
    """Whether a claim is not one by hand whose judgement was taken back."""
    made = judged_in(snapshot).about([claim.id])
    return not is_by_hand(claim) or any(each.decision == ADD for each in made)


def _last(snapshot: Snapshot, claim: str) -> Judgement | None:
    made = [each for each in judged_in(snapshot).about([claim]) if each.decision in VERDICTS]
    return in_order(made)[-1] if made else None
