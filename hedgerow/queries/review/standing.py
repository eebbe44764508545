"""What was decided about claims, and what counts no longer: read once a commit."""

from collections import defaultdict
from collections.abc import Mapping

from hedgerow.graph.catalogue import superseded_documents
from hedgerow.graph.conflicts import Conflict, conflicts
from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.judging import in_order
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.kept import kept


def judged_in(snapshot: Snapshot) -> Judged:
    """The judgements of a snapshot, by the claims they name."""
    return kept(snapshot, ("judged",), snapshot.judged)


def conflicts_in(snapshot: Snapshot) -> list[Conflict]:
    """Where analysts hold the contrary of each other, the latest first."""
    return kept(snapshot, ("conflicts",), lambda: conflicts(judged_in(snapshot)))


def judgements_by_claim(snapshot: Snapshot) -> Mapping[str, list[Judgement]]:
    """All judgements on each claim by time: the undone ones too, and those that undid them."""
    return kept(snapshot, ("judgements",), lambda: _by_claim(judged_in(snapshot)))


def older_editions(snapshot: Snapshot) -> frozenset[str]:
    """The documents of which a newer edition is here."""
    return kept(snapshot, ("superseded",), lambda: superseded_documents(snapshot))


def _by_claim(judged: Judged) -> Mapping[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in in_order(judged.all.values()):
        about = one
        while about.undoes is not None and about.undoes in judged.all:
            about = judged.all[about.undoes]
        for claim in judged.attached(about.id):
            found[claim].append(one)
    return found
