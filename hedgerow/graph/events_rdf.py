"""Events as quads and back: the event's node and one node a step of its status history."""

from collections.abc import Iterable

import pyoxigraph as ox

from hedgerow.graph.description import Description
from hedgerow.graph.parts_rdf import (
    actor_of,
    actor_token,
    is_directed,
    read_name,
    read_name_or_none,
    read_parties,
    read_sources,
    read_type,
    type_token,
    write_dates,
    write_parties,
    write_status,
    write_support,
)
from hedgerow.graph.rdf import RESOLVED, NQuad, Token, local_id, prop, token
from hedgerow.graph.records import Event, StatusEntry
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.actors import actors

_TEXTS = ("date", "date_end", "level", "from_level", "item", "place", "first_published")
_SPEAKERS = ("asserted_by", "denied_by")


def event_quads(event: Event) -> list[NQuad]:
    """The quads of an event and its status history."""
    subject = token(event.id)
    writer = GraphWriter(str(RESOLVED))
    writer.type(subject, "Event")
    writer.link(subject, "tie_type", type_token(event.type))
    write_parties(writer, subject, event.directed, event.parties)
    writer.link(subject, "bucket", token(event.bucket))
    write_status(writer, subject, "status", event.status)
    writer.value(subject, "standing", event.standing)
    write_dates(writer, subject, event.date, event.date_end)
    for field in _TEXTS:
        writer.value(subject, field, getattr(event, field))
    writer.links(subject, "claim", event.claims)
    writer.links(subject, "formerly", event.formerly)
    write_support(writer, subject, event.documents, event.sources)
    writer.value(subject, "confidence", event.confidence)
    for field in _SPEAKERS:
        for speaker in getattr(event, field):
            _write_speaker(writer, subject, field, speaker)
    for position, entry in enumerate(event.history, start=1):
        _write_entry(writer, subject, event.id, position, entry)
    return writer.quads


def read_event(description: Description, entries: Iterable[Description]) -> Event:
    """The event of its node's description and of its history nodes'.

    Raises:
        StoreError: the node was not written by `event_quads`.
    """
    tie = read_type(description)
    in_order = sorted(entries, key=lambda entry: int(entry.required("position")))
    return Event(
        id=description.subject,
        type=tie.name,
        directed=is_directed(description),
        parties=read_parties(description, tie.roles),
        status=read_name(description, "status"),
        standing=description.required("standing"),
        claims=description.ids("claim"),
        history=tuple(_read_entry(entry) for entry in in_order),
        documents=int(description.required("documents")),
        sources=read_sources(description),
        confidence=float(description.required("confidence")),
        bucket=description.required_id("bucket"),
        formerly=description.ids("formerly"),
        asserted_by=_read_speakers(description, "asserted_by"),
        denied_by=_read_speakers(description, "denied_by"),
        **{field: description.text(field) for field in _TEXTS},
    )


def _write_speaker(writer: GraphWriter, subject: Token, field: str, speaker: str) -> None:
    if speaker in actors():
        writer.link(subject, field, actor_token(speaker))
    else:
        writer.value(subject, field, speaker)


def _read_speakers(description: Description, field: str) -> tuple[str, ...]:
    nodes = (v for v in description.all(prop(field)) if isinstance(v, ox.NamedNode))
    codes = (actor_of(local_id(named)) for named in nodes)
    return tuple(sorted((*codes, *description.texts(field))))


def _write_entry(
    writer: GraphWriter, event: Token, event_id: str, position: int, entry: StatusEntry
) -> None:
    subject = token(f"{event_id}/status/{position}")
    writer.link(subject, "history_of", event)
    writer.value(subject, "position", position)
    write_status(writer, subject, "status", entry.status)
    write_status(writer, subject, "stage", entry.stage)
    writer.value(subject, "on", entry.on)
    writer.value(subject, "basis", entry.basis)
    writer.links(subject, "claim", entry.claims)


def _read_entry(description: Description) -> StatusEntry:
    return StatusEntry(
        status=read_name(description, "status"),
        on=description.text("on"),
        basis=description.required("basis"),
        stage=read_name_or_none(description, "stage"),
        claims=description.ids("claim"),
    )
