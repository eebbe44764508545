"""How firm an event is, step by step: its status history and what follows from it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from hedgerow.graph.records import StatusEntry
from hedgerow.graph.resolution.readings import DENIED, REPORTED, Reading, fineness
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import Status, Vocabulary

CONTESTED = "contested"
NEGATIVE = "negative"

Step = tuple[str, str | None, str | None]
"""Status, EDTF date and stage."""


def status_history(readings: Iterable[Reading], words: Vocabulary) -> tuple[StatusEntry, ...]:
    """The steps of an event, oldest first; steps of no known date come before all others.

    Claims of one status, stage and date make one entry.
    """
    steps: dict[Step, list[tuple[str, str]]] = defaultdict(list)
    for reading in readings:
        on, basis = step_date(reading, words)
        steps[reading.claim.status, on, reading.claim.stage].append((basis, reading.id))
    entries = [_entry(step, found) for step, found in steps.items()]
    if len(entries) > 1:
        entries.sort(key=lambda entry: _position(entry, words))
    return tuple(entries)


def step_date(reading: Reading, words: Vocabulary) -> tuple[str | None, str]:
    """The EDTF date of the step that a claim tells, and its basis as in `StatusEntry`.

    What has not come about is a step on the day it was said: a plan for June, told in March and
    called off in May, was planned before it was cancelled.
    """
    when, published = reading.when, reading.published
    ahead = when is not None and published is not None and when.earliest > published.latest
    if when is not None and not (ahead and not words.is_concluded(reading.claim.status)):
        return when.edtf, "stated"
    return (None, "none") if published is None else (published.edtf, "published")


def _entry(step: Step, found: list[tuple[str, str]]) -> StatusEntry:
    status, on, stage = step
    bases = {basis for basis, _ in found}
    basis = "stated" if "stated" in bases else next(iter(bases))
    return StatusEntry(status, on, basis, stage, tuple(sorted(claim for _, claim in found)))


def _position(entry: StatusEntry, words: Vocabulary) -> tuple[int, int, int, str]:
    date = None if entry.on is None else parse_partial_date(entry.on)
    day = 0 if date is None else date.earliest.toordinal()
    return (day, fineness(date), words.status(entry.status).rank, entry.stage or "")


def status_as_of(
    history: Sequence[StatusEntry],
    words: Vocabulary,
    *,
    on: dt.date | None = None,
) -> tuple[str, str] | None:
    """The status and standing of an event, on the day `on` where one is given.

    Then entries of no date and entries that may lie after that day are left out. None: nothing is
    known by then.

    A later step replaces an earlier one with two exceptions: something reported never advances what
    is known otherwise, and what was concluded is undone only by a negative step, never by a lesser
    or prospective one. Denials are no steps: they make the matter contested, on every day since
    they are about the claim and not of a day, or denied where nobody asserts it.
    """
    entries = [entry for entry in history if _is_by(entry, on)]
    if not entries:
        return None
    current: Status | None = None
    for entry in entries:
        if entry.status != DENIED:
            current = _after(current, words.status(entry.status))
    if current is None:
        return DENIED, NEGATIVE
    contested = any(entry.status == DENIED for entry in history)
    return current.name, CONTESTED if contested else current.standing


def _is_by(entry: StatusEntry, on: dt.date | None) -> bool:
    return on is None or (entry.on is not None and parse_partial_date(entry.on).latest <= on)


def _after(current: Status | None, step: Status) -> Status:
    if current is None or step.standing == NEGATIVE:
        return step
    if step.name == REPORTED:
        return current
    if current.standing == "concluded" and step.rank < current.rank:
        return current
    return step
