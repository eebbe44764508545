"""The queue, judgements, conflicts and what lost its claim, as rows in words."""

from collections.abc import Iterable, Iterator

from hedgerow.graph.catalogue import imprint_of_claim
from hedgerow.graph.conflicts import Conflict
from hedgerow.graph.judged import Judged
from hedgerow.graph.orphans import Orphan
from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.resolution.checking import ACTORS, ADD, SAME_ACTOR
from hedgerow.graph.resolution.judging import in_order
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.rated import ratings_of
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.review.queue import Waiting, reasons
from hedgerow.queries.sources.contradictions import CONTRARY, Contradiction, contradictions
from hedgerow.queries.words.phrases import matter_text, names, parties_text, slug_words, status_text

WAITING = (
    *("claim", "waits_for", "says", "date", "confidence", "publisher", "published", "quote"),
    *("against", "handling"),
)
JUDGEMENTS = ("judgement", "at", "by", "decision", "what", "why", "state", "claims")
ORPHANS = (
    "judgement",
    "at",
    "by",
    "decision",
    "what",
    "claim",
    "document",
    "type",
    "actors",
    "why",
)
CONFLICTS = (
    *("about", "on", "earlier", "earlier_says", "earlier_judgement"),
    *("later", "later_says", "counts"),
)
ON = {
    "verdict": "whether it counts",
    "pair": "whether they are one event",
    "wording": "whom the wording means",
}
"""What a conflict is on that is not on a field."""


def told_claim(claim: Claim) -> str:
    """A claim in one line: `Russia to Vietnam: arms deal, Su-35, signed`."""
    label = vocabulary().tie_type(claim.type).label
    matter = matter_text(label, claim.level, claim.item, claim.place)
    says = status_text(claim.status, claim.stage)
    return f"{parties_text(claim.actors, directed=claim.directed)}: {matter}, {says}"


def told_judgement(judgement: Judgement) -> str:
    """What a judgement decides, beside which claims: `date 2024-05`, `"Hanoi" is Vietnam`."""
    told = judgement.corrections
    if judgement.undoes is not None:
        return f"undoes {judgement.undoes}"
    if judgement.decision == SAME_ACTOR:
        return f'"{told["text"]}" is {names([told["code"]])[0]}'
    if judgement.decision == ADD:
        who = parties_text(told[ACTORS].split(), directed=False)
        return f"{who}: {slug_words(told['type'])}, {status_text(told['status'])}"
    return "; ".join(f"{slug_words(name)} {value or 'none'}" for name, value in told.items())


def waiting_rows(snapshot: Snapshot, waiting: Iterable[Waiting]) -> Iterator[Row]:
    """Rows of the queue."""
    contrary, ratings = contradictions(snapshot), ratings_of(snapshot)
    for one in waiting:
        (claim,) = snapshot.claims(ids=[one.doubt.claim])
        place = imprint_of_claim(snapshot, claim)
        yield {
            "claim": claim.id,
            "waits_for": tuple(reasons().of(each).label for each in one.reasons),
            "says": told_claim(claim),
            "date": claim.date,
            "confidence": round(claim.confidence, 2),
            "publisher": place.publisher,
            "published": place.published,
            "quote": claim.quote,
            "against": _against(contrary.get(claim.id)),
            "handling": ratings.handling(claim.document),
        }


def _against(found: Contradiction | None) -> str | None:
    """`another date than event/1a2b...`: what of several sources a claim contradicts."""
    return None if found is None else f"{CONTRARY[found.how]} {found.event}"


def judgement_rows(
    judged: Judged, judgements: Iterable[Judgement], found: Iterable[Conflict]
) -> Iterator[Row]:
    """Rows of judgements, the latest first, with what became of each."""
    contrary: dict[str, set[str]] = {}
    for each in found:
        contrary.setdefault(each.first.id, set()).add(each.second.by)
        contrary.setdefault(each.second.id, set()).add(each.first.by)
    for one in reversed(in_order(judgements)):
        states = [f"undone by {each.by}" for each in judged.undoing(one.id)]
        states += [f"contrary to {by}" for by in sorted(contrary.get(one.id, ()))]
        yield {
            **_signed(one),
            "why": one.note,
            "state": "; ".join(states) or None,
            "claims": judged.attached(one.id),
        }


def orphan_rows(orphans: Iterable[Orphan]) -> Iterator[Row]:
    """Rows of judgements on claims that are not here."""
    for one in orphans:
        seen = one.witness
        yield {
            **_signed(one.judgement),
            "claim": one.claim,
            "document": None if seen is None else seen.document,
            "type": None if seen is None else seen.type,
            "actors": None if seen is None else seen.actors,
            "why": one.judgement.note,
        }


def conflict_rows(found: Iterable[Conflict]) -> Iterator[Row]:
    """Rows of conflicts."""
    for one in found:
        yield {
            "about": one.about,
            "on": slug_words(one.field) if one.field is not None else ON[one.kind],
            "earlier": f"{one.first.by}, {one.first.at}",
            "earlier_says": _stand(one, one.first),
            "earlier_judgement": one.first.id,
            "later": f"{one.second.by}, {one.second.at}",
            "later_says": _stand(one, one.second),
            "counts": one.second.id,
        }


def bearing_on(judged: Judged, claim: str) -> list[Judgement]:
    """The judgements on a claim, taken back or not, and those that took them back."""
    own = {each.id for each in judged.all.values() if claim in judged.attached(each.id)}
    more = {each.id for each in judged.all.values() if each.undoes in own}
    while more - own:
        own |= more
        more = {each.id for each in judged.all.values() if each.undoes in own}
    return [judged.all[each] for each in own]


def _stand(conflict: Conflict, judgement: Judgement) -> str:
    if conflict.field is not None:
        value = judgement.corrections[conflict.field] or "none"
        return f"{slug_words(conflict.field)} {value}"
    told = told_judgement(judgement) if judgement.decision == SAME_ACTOR else ""
    return told or judgement.decision


def _signed(judgement: Judgement) -> Row:
    return {
        "judgement": judgement.id,
        "at": judgement.at,
        "by": judgement.by,
        "decision": slug_words(judgement.decision),
        "what": told_judgement(judgement) or None,
    }
