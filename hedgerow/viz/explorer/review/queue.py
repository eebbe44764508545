"""The claims that wait for a person, the weightiest first.

The list is asked for anew after each judgement, so it follows commits and is not read anew.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from hedgerow.graph.doubts import Doubt, doubts, doubts_since
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.words.phrases import slug_words
from hedgerow.viz.explorer.documents.claims import judged_in
from hedgerow.viz.explorer.documents.shelf import older_editions
from hedgerow.viz.explorer.following import Following

SETTLING = frozenset(("accept", "reject", "correct"))
"""Decisions after which a claim waits no longer."""
_DOUBTS = Following(doubts, doubts_since)


class Reason(BaseModel):
    """Why a claim waits, in words, and how pressing that is."""

    label: str
    pressing: float


class Reasons(BaseModel):
    """All reasons, and what else the order of the list goes by."""

    reasons: dict[str, Reason]
    other: float
    concluded: float
    least: float

    def of(self, name: str) -> Reason:
        """A reason by its name; flags may have any."""
        return self.reasons.get(name) or Reason(label=slug_words(name), pressing=self.other)


@cache
def reasons() -> Reasons:
    """The reasons (reasons.yaml)."""
    text = (files("hedgerow.viz.explorer") / "review" / "reasons.yaml").read_text("utf-8")
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
    waiting = []
    for doubt in _DOUBTS.of(snapshot).values():
        if doubt.document in older:
            continue
        decisions = {each.decision for each in judged.about([doubt.claim])}
        waiting.append(Waiting(doubt, tuple(_reasons(doubt)), bool(decisions & SETTLING)))
    return tuple(sorted(waiting, key=lambda one: (-_weight(one), one.doubt.claim)))


def _reasons(doubt: Doubt) -> Iterator[str]:
    if doubt.contested:
        yield "contested"
    if doubt.is_unsure:
        yield "unsure"
    yield from doubt.flags


def _weight(one: Waiting) -> float:
    words = vocabulary()
    pressing = max((reasons().of(each).pressing for each in one.reasons), default=0)
    firm = reasons().concluded if words.is_concluded(one.doubt.status) else 1
    return pressing * firm * (reasons().least + abs(words.tie_type(one.doubt.type).weight))
