"""What stands beside an event or tie: who, how firm, by whose word, on whose ladder."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from hedgerow.graph.records import Event, Rung, StatusEntry, Tie
from hedgerow.graph.resolution.events import UNNAMED
from hedgerow.graph.resolution.history import CONTESTED, NEGATIVE
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.summaries import not_to_come
from hedgerow.queries.words.phrases import listed, names, slug_words, status_text
from hedgerow.viz.design import style
from hedgerow.viz.network.wording import date_words


def event_when(event: Event) -> str:
    """The date of an event in words; an undated one lies before its publication."""
    if event.date and event.date_end and event.date_end != event.date:
        return f"{date_words(event.date)} to {date_words(event.date_end)}"
    if event.date:
        return date_words(event.date)
    return f"by {date_words(event.first_published)}" if event.first_published else "undated"


def tie_when(tie: Tie) -> str:
    """Since when a tie is held, or from when to when it was."""
    if not is_ended(tie):
        told = tie.first_confirmed or tie.last_confirmed
        return f"since {date_words(tie.since)}" if tie.since else _known_by(told)
    return f"{date_words(tie.since) or '?'} to {date_words(tie.until) or '?'}"


def _known_by(told: str | None) -> str:
    return f"by {date_words(told)}" if told else "since an unstated date"


def event_label(event: Event) -> str:
    """What the ontology calls the type of an event."""
    return vocabulary().tie_type(event.type).label


def titled(label: str, item: str | None, level: str | None) -> str:
    """A heading: `Arms deal: F-16`, `Partnership: comprehensive strategic`."""
    named = item or level or ""
    detail = slug_words(named) if named.isidentifier() else named
    title = label[:1].upper() + label[1:]
    return f"{title}: {detail}" if detail else title


def badge(event: Event) -> str:
    """The standing of an event in one or two words."""
    if event.standing == NEGATIVE:
        return vocabulary().status(event.status).label.capitalize()
    if event.standing == CONTESTED:
        return CONTESTED.capitalize()
    return style().standing_of(event.standing, event.status).label


def status_words(event: Event) -> str:
    """The status behind the badge, with the stage of what is reported or denied."""
    stages = [entry.stage for entry in event.history if entry.status == event.status]
    stage = stages[-1] if stages else None
    if event.standing == NEGATIVE:
        return f"alleged as {vocabulary().status(stage).label}" if stage else ""
    words = status_text(event.status, stage)
    disputed = event.standing == CONTESTED and vocabulary().is_concluded(event.status)
    return f"asserted as {words}" if disputed else words


def parties_words(matter: Event | Tie, *, disputed: bool = False) -> str:
    """The parties by name and role; an arrow from the first only where nobody disputes it."""
    shown = names(party.id for party in matter.parties)
    if not matter.directed:
        return listed(shown)
    alleged = "alleged " if disputed else ""
    roles = (f" ({alleged}{party.role})" for party in matter.parties)
    first, *others = (name + role for name, role in zip(shown, roles, strict=True))
    return listed([first, *others]) if disputed else f"{first} → {listed(others)}"


def event_notes(event: Event) -> tuple[str, ...]:
    """Level, place, whose word stands against whose, and the course of an event."""
    return tuple(_event_notes(event))


def _event_notes(event: Event) -> Iterator[str]:
    if event.level and (event.item or event.from_level):
        raised = f" (before: {slug_words(event.from_level)})" if event.from_level else ""
        yield f"Level: {slug_words(event.level)}{raised}"
    if event.place:
        yield f"Place: {event.place}"
    if event.asserted_by:
        yield f"Asserted by: {_voices(event.asserted_by, event.actors)}"
    if event.denied_by:
        yield f"Denied by: {_voices(event.denied_by, event.actors)}"
    if len(event.history) > 1:
        yield f"Course: {', then '.join(_step(entry) for entry in event.history)}"


def _voices(voices: Sequence[str], actors: Sequence[str]) -> str:
    return listed([_voice(voice, actors) for voice in voices])


def _voice(voice: str, actors: Sequence[str]) -> str:
    if voice == UNNAMED:
        return "an unnamed source"
    name = names([voice])[0]
    return f"{name} (a party to it)" if voice in actors else name


def _step(entry: StatusEntry) -> str:
    published = "published " if entry.basis == "published" else ""
    date = f"{published}{date_words(entry.on)}" if entry.on else "undated"
    return f"{status_text(entry.status, entry.stage)} ({date})"


def is_ended(tie: Tie) -> bool:
    """Whether a tie is known to have ended, on whatever day."""
    return tie.until is not None or tie.closed_by is not None


def tie_notes(tie: Tie, opened_by: Event | None, as_of: dt.date | None) -> tuple[str, ...]:
    """What opened a tie, when it was last confirmed, and where it stands on each ladder."""
    return tuple(_tie_notes(tie, opened_by, as_of))


def _tie_notes(tie: Tie, opened_by: Event | None, as_of: dt.date | None) -> Iterator[str]:
    if opened_by is not None:
        yield f"Opened by: {event_label(opened_by)}, {event_when(opened_by)}"
    if tie.last_confirmed and not_to_come(tie.last_confirmed) and not is_ended(tie):
        overdue = as_of is not None and _overdue(tie.kind, tie.last_confirmed, as_of)
        confirmed = "Unconfirmed since" if overdue else "Last confirmed"
        yield f"{confirmed}: {date_words(tie.last_confirmed)}"
    for label, rungs in groupby(sorted(tie.rungs, key=_rung_label), key=_rung_label):
        yield f"On the ladder of {listed(names(rung.ladder for rung in rungs))}: {label}"


def _rung_label(rung: Rung) -> str:
    return rung.label


def _overdue(kind: str, last_confirmed: str, as_of: dt.date) -> bool:
    types = vocabulary().tie_types.values()
    horizons = [t.horizon for t in types if t.kind == kind and t.horizon is not None]
    age = as_of - parse_partial_date(last_confirmed).latest
    return bool(horizons) and age.days > max(horizons)
