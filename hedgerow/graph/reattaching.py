"""Finding the claims that judgements bear on, in what comes and in what is here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import pyoxigraph as ox

from hedgerow.graph.bearing import (
    Bearing,
    mentions_in,
    stand_in,
    witness_of,
    worded_here,
    wording_key,
)
from hedgerow.graph.by_hand import made
from hedgerow.graph.judged import Judged
from hedgerow.graph.rdf import node
from hedgerow.graph.reading import (
    document_with_claims,
    find_claim,
    find_document,
    find_table,
    has_claim,
)
from hedgerow.graph.records import Claim, Document, Judgement, Witness
from hedgerow.graph.resolution.checking import ADD, SAME_ACTOR
from hedgerow.graph.rows_rdf import is_row

Told = Collection[tuple[Document, Sequence[Claim]]]


def entered_here(
    database: ox.Store, judgements: Iterable[Judgement], withdrawn: Collection[str]
) -> list[tuple[Document, list[Claim]]]:
    """What judgements add by hand that is not here, nor was withdrawn.

    Raises:
        UsageError: one carries no edge.
    """
    told = {}
    for judgement in judgements:
        if judgement.decision == ADD:
            document, claim = made(judgement)
            here = database.contains_named_graph(node(document.id))
            if not here and document.id not in withdrawn:
                told[document.id] = document, [claim]
    return list(told.values())


def with_witnesses(
    database: ox.Store, known: Mapping[str, Judgement], judgement: Judgement
) -> Judgement:
    """A judgement with what it saw of the claims it names that are here.

    Rows of event tables are known by their content and need no witness.
    """
    before = known.get(judgement.id, judgement).witnesses
    seen = {each.claim: each for each in (*judgement.witnesses, *before) if each.is_true}
    for each in judgement.claims:
        claim = find_claim(database, each)
        if claim is not None and not is_row(claim):
            found = witness_of(claim, document_with_claims(database, claim.document)[1])
            earlier = seen[each].beside if each in seen else None
            # what stood beside it once may be what is read there now
            seen[each] = replace(found, beside=max(found.beside or 0, earlier or 0))
    named = [seen[each] for each in judgement.claims if each in seen]
    return replace(judgement, witnesses=tuple(named))


def merged(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements with those of one id as one, that has the witnesses of all."""
    found: dict[str, Judgement] = {}
    for each in judgements:
        known = found.get(each.id)
        seen = () if known is None else known.witnesses
        found[each.id] = replace(each, witnesses=(*each.witnesses, *seen))
    return [*found.values()]


def witnesses_for(judged: Judged, told: Told) -> list[tuple[Judgement, list[Witness]]]:
    """What judgements would have seen of claims that come after them."""
    found: dict[str, list[Witness]] = {}
    if judged.unwitnessed:
        for claim, beside in ((claim, claims) for _, claims in told for claim in claims):
            for judgement in judged.unwitnessed.get(claim.id, ()):
                found.setdefault(judgement.id, []).append(witness_of(claim, beside))
    return [(judged.all[judgement], seen) for judgement, seen in found.items()]


def bearing_on(judged: Judged, told: Told) -> Bearing | None:
    """On which claims of documents that come judgements bear without naming them; None if none."""
    if not judged.all:
        return None
    bearing = Bearing()
    for document, claims in told:
        waiting = judged.witnessed.get(document.id, ())
        found = _found(waiting, claims) if waiting else {}
        worded = _worded(judged, claims) if judged.wordings else {}
        if found or worded:
            bearing = bearing.including(Bearing(found, worded))
    return bearing if bearing.found or bearing.worded else None


def bearing_here(
    database: ox.Store, judged: Judged, judgements: Iterable[Judgement], gone: Collection[str] = ()
) -> Bearing:
    """The same of documents that are here, for some judgements."""
    found: dict[tuple[str, str], str] = {}
    wordings: dict[str, list[str]] = {}
    for judgement in judgements:
        if judgement.decision == SAME_ACTOR and judgement.id not in judged.set_aside:
            key = wording_key(judgement.corrections["text"])
            wordings.setdefault(key, []).append(judgement.id)
        for witness in judgement.witnesses:
            if witness.document not in gone and not has_claim(database, witness.claim):
                claims = _claims_of(database, witness.document)
                found |= _found([(judgement, witness)], claims)
    worded = worded_here(database, wordings).worded
    return Bearing(found, worded)


def _found(
    waiting: Iterable[tuple[Judgement, Witness]], claims: Sequence[Claim]
) -> dict[tuple[str, str], str]:
    here = {claim.id for claim in claims}
    found = {}
    for judgement, witness in waiting:
        if witness.claim not in here:
            claim = stand_in(judgement, witness, claims)
            if claim is not None:
                found[judgement.id, witness.claim] = claim
    return found


def _worded(judged: Judged, claims: Iterable[Claim]) -> dict[str, frozenset[tuple[str, str]]]:
    worded: dict[str, set[tuple[str, str]]] = {}
    for claim in claims:
        for wording, mention in mentions_in(claim):
            for judgement in judged.wordings.get(wording, ()):
                worded.setdefault(judgement, set()).add(mention)
    return {judgement: frozenset(mentions) for judgement, mentions in worded.items()}


def _claims_of(database: ox.Store, document: str) -> list[Claim]:
    """The claims of a document, none of one that is not here or is an event table."""
    if find_document(database, document) is None or find_table(database, document) is not None:
        return []
    return document_with_claims(database, document)[1]
