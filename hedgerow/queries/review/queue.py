"""The claims that wait for a person, the weightiest first.

The list is asked for anew after each judgement, so it follows commits and is not read anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from hedgerow.graph.doubts import Doubt, doubts, doubts_since
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.following import Following
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.review.standing import conflicts_in, judged_in, older_editions
from hedgerow.queries.sources.contradictions import contradictions
from hedgerow.queries.sources.dated_ahead import claims_dated_ahead
from hedgerow.queries.words.phrases import slug_words

SETTLING = frozenset(("accept", "reject", "correct"))
"""Decisions after which a claim waits no longer, unless analysts disagree."""
WORDING = "wording"
"""A conflict about what some words mean, and not about claims."""
_DOUBTS = Following(doubts, doubts_since)


class Reason(BaseModel):
    """Why a claim waits, in words, and how pressing that is."""

    label: str
    pressing: float


class Reasons(BaseModel):
    """All reasons, and what else the order of the list goes by."""

    reasons: dict[str, Reason]
    other: float
    decided: frozenset[str]
    concluded: float
    least: float

    def of(self, name: str) -> Reason:
        """A reason by its name; flags may have any."""
        return self.reasons.get(name) or Reason(label=slug_words(name), pressing=self.other)


@cache
def reasons() -> Reasons:
    """The reasons (reasons.yaml)."""
    text = files(__package__).joinpath("reasons.yaml").read_text("utf-8")
    return Reasons.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that waits, or waited until it was `settled`, and why."""

    doubt: Doubt
    reasons: tuple[str, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted of the list; None does not filter."""

    actor: str | None
    type: str | None
    reason: str | None
    settled: bool

    def passes(self, one: Waiting) -> bool:
        """Whether a claim is wanted."""
        return (
            one.settled == self.settled
            and (self.actor is None or self.actor in one.doubt.actors)
            and (self.type is None or self.type == one.doubt.type)
            and (self.reason is None or self.reason in one.reasons)
        )


def queue(snapshot: Snapshot) -> tuple[Waiting, ...]:
    """All that wait or waited, by how much a mistake would weigh."""
    return kept(snapshot, ("review",), lambda: _ranked(snapshot))


def numbers(snapshot: Snapshot, *, settled: bool) -> tuple[Counter[str], Counter[str]]:
    """How many wait by reason and by type, or waited until they were settled."""
    return kept(snapshot, ("review", settled), lambda: _numbers(snapshot, settled))


def _numbers(snapshot: Snapshot, settled: bool) -> tuple[Counter[str], Counter[str]]:
    by_reason: Counter[str] = Counter()
    by_type: Counter[str] = Counter()
    for one in queue(snapshot):
        if one.settled == settled:
            by_reason.update(one.reasons)
            by_type[one.doubt.type] += 1
    return by_reason, by_type


def _ranked(snapshot: Snapshot) -> tuple[Waiting, ...]:
    judged = judged_in(snapshot)
    older = older_editions(snapshot)
    apart = {claim for one in conflicts_in(snapshot) for claim in one.about if one.kind != WORDING}
    against, ahead = contradictions(snapshot), claims_dated_ahead(snapshot)
    doubtful = _DOUBTS.of(snapshot)
    others = (apart | against.keys() | ahead) - doubtful.keys()
    waiting = []
    for doubt in (*doubtful.values(), *_sound(snapshot, others)):
        told = tuple(_reasons(doubt, disputed=doubt.claim in apart))
        told += ("contradicts",) * (doubt.claim in against)
        told += ("future_published",) * (doubt.claim in ahead)
        if doubt.document in older or not told:
            continue
        decisions = {each.decision for each in judged.about([doubt.claim])}
        settled = bool(decisions & SETTLING) and doubt.claim not in apart
        waiting.append(Waiting(doubt, told, settled))
    return tuple(sorted(waiting, key=lambda one: (-_weight(one), one.doubt.claim)))


def _sound(snapshot: Snapshot, claims: Iterable[str]) -> Iterator[Doubt]:
    """Claims that nothing of their own makes doubtful, but what stands against or beside them."""
    for each in snapshot.claims(ids=sorted(claims)):
        yield Doubt(
            claim=each.id,
            document=each.document,
            type=each.type,
            actors=tuple(sorted(each.actors)),
            status=each.status,
            confidence=each.confidence,
            flags=(),
            contested=False,
        )


def _reasons(doubt: Doubt, *, disputed: bool) -> Iterator[str]:
    if disputed:
        yield "conflict"
    if doubt.contested:
        yield "contested"
    if doubt.is_unsure:
        yield "unsure"
    yield from (flag for flag in doubt.flags if flag not in reasons().decided)


def _weight(one: Waiting) -> float:
    words = vocabulary()
    pressing = max((reasons().of(each).pressing for each in one.reasons), default=0)
    firm = reasons().concluded if words.is_concluded(one.doubt.status) else 1
    return pressing * firm * (reasons().least + abs(words.tie_type(one.doubt.type).weight))
