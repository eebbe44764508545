"""What a view leaves out for its handling mark, and what people said of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import pyoxigraph as ox

from hedgerow.graph.bearing import Bearing
from hedgerow.graph.judged import Judged
from hedgerow.graph.ledger import read_entry
from hedgerow.graph.ratings import CLAIM, DOCUMENT, Rating
from hedgerow.graph.reading import find_claim
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.checking import SAME_ACTOR
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.gradings import handling

REJECT = "reject"


def stricter(snapshot: Snapshot, most: str) -> set[str]:
    """The documents here whose marks are stricter than one."""
    marks, order = snapshot.ratings().marked(), handling()
    here = {each for each in marks if read_entry(snapshot._database, each) is not None}
    return {each for each in here if not order.allows(marks[each], most)}


def decided_within(
    database: ox.Store,
    decided: Judged,
    judgements: Iterable[Judgement],
    documents: Collection[str],
) -> tuple[list[Judgement], Bearing]:
    """What of some judgements may be told of some documents, and on which claims that bears.

    A judgement is kept if all it is on is told in them, as notes may quote any of it; a claim that
    is read anew is in its place. A rejection holds for what is told in them whatever else it is on,
    then without its note. One that takes another back is kept with it. One on a wording is kept,
    without its note, where that wording is met.
    """
    here = _Here(database, decided, documents)
    known = {one.id: one for one in judgements}
    found: dict[str, Judgement | None] = {}
    for one in known.values():
        for each in reversed(
            _back(one, known, found)
        ):  # what is taken back goes before what does so
            if each.id not in found:
                of = found.get(each.undoes) if each.undoes is not None else None
                found[each.id] = here.told(each) if each.undoes is None else _undoing(each, of)
    kept = {each: told for each, told in found.items() if told is not None}
    return [*kept.values()], here.bearing(kept)


def _back(
    one: Judgement, known: Mapping[str, Judgement], found: Collection[str]
) -> list[Judgement]:
    """A judgement, what it takes back, what that takes back, and so on up to what is found."""
    chain = [one]
    while (undoes := chain[-1].undoes) is not None and undoes in known and undoes not in found:
        chain.append(known[undoes])
    return chain


def _undoing(one: Judgement, told: Judgement | None) -> Judgement | None:
    """A judgement that takes back another, of which that much may be told."""
    if told is None or told.id == one.undoes:
        return one if told is not None else None
    return replace(one, undoes=told.id, note=None)


class _Here:
    """What judgements are on, as far as it is told in some documents."""

    def __init__(self, database: ox.Store, decided: Judged, documents: Collection[str]) -> None:
        self._database = database
        self._decided = decided
        self._documents = documents

    def told(self, one: Judgement) -> Judgement | None:
        """A judgement as far as it may be told; None where nothing of it may."""
        if one.decision == SAME_ACTOR:
            met = any(self._has(each) for each in self._decided.attached(one.id))
            return replace(one, note=None) if met else None
        told = tuple(each for each in one.claims if self._is_on(one, each))
        if one.claims and len(told) == len(one.claims):
            return one
        if told and one.decision == REJECT:
            return replace(one, claims=told, note=None)
        return None

    def bearing(self, kept: Mapping[str, Judgement]) -> Bearing:
        """On which claims here they bear, by the ids that they are told under."""
        all_ = self._decided.bearing
        found = {
            (kept[one].id, named): claim
            for (one, named), claim in all_.found.items()
            if one in kept and self._has(claim)
        }
        worded = {
            kept[one].id: frozenset(each for each in mentions if self._has(each[0]))
            for one, mentions in all_.worded.items()
            if one in kept
        }
        return Bearing(found, worded)

    def _is_on(self, one: Judgement, claim: str) -> bool:
        """Whether a claim that it names is told here, or was until it was read anew."""
        found = self._decided.bearing.found.get((one.id, claim), claim)
        place = find_claim(self._database, found)
        if place is not None:
            return place.document in self._documents
        seen = (each.document for each in one.witnesses if each.claim == claim)
        return next(seen, None) in self._documents

    def _has(self, claim: str) -> bool:
        return _is_in(self._database, claim, self._documents)


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
