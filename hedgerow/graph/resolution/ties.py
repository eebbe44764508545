"""From the events of a bucket, and the claims that ties hold, to the ties."""

from collections import defaultdict
from collections.abc import Iterable

from hedgerow.graph.records import Event, Tie
from hedgerow.graph.resolution.discriminators import LEVEL
from hedgerow.graph.resolution.readings import Reading
from hedgerow.graph.resolution.shelf import Group
from hedgerow.graph.resolution.steps import Step, hold_step, steps_of_event
from hedgerow.graph.resolution.threads import Thread
from hedgerow.ontology.vocabulary import TieType, Vocabulary

ThreadKey = tuple[str, str]
"""Tie kind and source actor (empty where the kind has no direction)."""


def resolve_ties(
    told: Iterable[tuple[Group, Event]],
    confirming: Iterable[Reading],
    bucket: str,
    words: Vocabulary,
) -> list[Tie]:
    """The ties that events open and close, and those that are only known to hold."""
    steps: dict[ThreadKey, list[Step]] = defaultdict(list)
    for group, event in told:
        if group.tie_type.kind is not None:
            kind = words.kind(group.tie_type.kind)
            for step in steps_of_event(group, event, kind, words):
                steps[_key(group.tie_type, step, words)].append(step)
    for reading in confirming:
        tie_type = words.tie_type(reading.claim.type)
        if tie_type.kind is not None and tie_type.effect == "opens":
            step = hold_step(reading, tie_type, words)
            steps[_key(tie_type, step, words)].append(step)
    return [tie for key, found in steps.items() for tie in _ties(key, found, bucket, words)]


def _key(tie_type: TieType, step: Step, words: Vocabulary) -> ThreadKey:
    assert tie_type.kind is not None  # noqa: S101  only types of a kind make steps
    return tie_type.kind, step.parties[0].id if _is_directed(tie_type.kind, words) else ""


def _ties(key: ThreadKey, steps: list[Step], bucket: str, words: Vocabulary) -> list[Tie]:
    kind = words.kind(key[0])
    opener = _opener(kind.name, words)
    leveled = opener.discriminator == LEVEL
    directed = _is_directed(kind.name, words)
    actors = tuple(sorted({party.id for party in steps[0].parties}))
    intervals = Thread(opener, actors, leveled=leveled).play(steps)
    return [one.to_tie(kind, bucket, directed=directed, leveled=leveled) for one in intervals]


def _opener(kind: str, words: Vocabulary) -> TieType:
    types = words.tie_types.values()
    return next(one for one in types if one.kind == kind and one.effect == "opens")


def _is_directed(kind: str, words: Vocabulary) -> bool:
    """A kind has a direction only if every type that bears on it has one."""
    return all(one.directed for one in words.tie_types.values() if one.kind == kind)
