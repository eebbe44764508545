"""Edges entered by hand that are here already."""

from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.checking import ADD
from hedgerow.graph.snapshot import Snapshot


def entered_before(snapshot: Snapshot, judgement: Judgement) -> Judgement | None:
    """The judgement that counts by which the same analyst entered the same edge, if one did."""
    withdrawn = {each.judgement.id for each in snapshot.orphaned()}
    for known in snapshot.judged().counting():
        same = known.decision == ADD and known.by == judgement.by
        if same and known.corrections == judgement.corrections and known.id not in withdrawn:
            return known
    return None
