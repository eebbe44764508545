"""What a view leaves out for its handling mark, and what people said of it."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from hedgerow.graph.ledger import read_entry
from hedgerow.graph.ratings import CLAIM, DOCUMENT, Rating
from hedgerow.graph.reading import find_claim
from hedgerow.graph.records import Judgement
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.gradings import handling


def stricter(snapshot: Snapshot, most: str) -> set[str]:
    """The documents here whose marks are stricter than one."""
    marks, order = snapshot.ratings().marked(), handling()
    here = {each for each in marks if read_entry(snapshot._database, each) is not None}
    return {each for each in here if not order.allows(marks[each], most)}


def judgements_within(
    database: ox.Store, judgements: Iterable[Judgement], documents: Collection[str]
) -> list[Judgement]:
    """Those judgements all of whose claims are told in some documents; notes may quote others."""
    return [
        one for one in judgements if all(_is_in(database, each, documents) for each in one.claims)
    ]


def ratings_within(
    database: ox.Store, ratings: Iterable[Rating], documents: Collection[str]
) -> list[Rating]:
    """Those ratings that are about outlets, or about some documents and their claims."""
    return [
        one
        for one in ratings
        if one.is_of_outlet
        or (one.subject.startswith(DOCUMENT) and one.subject in documents)
        or (one.subject.startswith(CLAIM) and _is_in(database, one.subject, documents))
    ]


def _is_in(database: ox.Store, claim: str, documents: Collection[str]) -> bool:
    found = find_claim(database, claim)
    return found is not None and found.document in documents
