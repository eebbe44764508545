"""Records as rows of the tables."""

import datetime as dt
import json
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any

from hedgerow.graph.ratings import Rating, Ratings, instant
from hedgerow.graph.records import Claim, Document, Event, Imprint, Judgement, Party, Tie
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import PartialDate, date_or_none
from hedgerow.queries.entries import TimelineEntry
from hedgerow.viz.export.schema import tables
from hedgerow.viz.timeline.templates import shareable

Cell = str | int | float | bool | dt.date | dt.datetime | tuple[str, ...] | None
Row = Mapping[str, Cell]


def edge_row(entry: TimelineEntry) -> Row:
    """A row of `edges`."""
    source = entry.sources[0]
    return {
        **_same("edges", source),
        **_same("edges", entry),
        "family": entry.group,
        "date": entry.stated,
        "url": shareable(source.address),
    }


def claim_row(claim: Claim, origin: Row, ratings: Ratings, *, counts: bool) -> Row:
    """A row of `claims`; `origin` is what `origin_of` tells of its document."""
    publisher = str(origin["publisher"]) if origin["publisher"] else None
    return {
        "counts": counts,
        "reliability": ratings.reliability(claim.document, publisher, str(origin["url"] or "")),
        "credibility": ratings.credibility(claim.id, claim.document),
        "handling": ratings.handling(claim.document),
        **origin,
        **_same("claims", claim),
        **_parts(claim.parties),
        **_days("date", claim.date, claim.date_end),
        "named": tuple(party.text or "" for party in claim.parties),
        "persons": tuple(party.person or "" for party in claim.parties),
        "attributes": _json(claim.attributes),
    }


def origin_of(document: Document) -> Row:
    """What each claim of a document tells of it."""
    return {
        "publisher": document.publisher,
        "title": document.title,
        "published": document.published,
        "url": shareable(document.source),
    }


def origin_of_row(imprint: Imprint) -> Row:
    """What a row of an event table tells of where it comes from."""
    return {
        "publisher": imprint.publisher,
        "title": imprint.title,
        "published": imprint.published,
        "url": shareable(imprint.address),
    }


def document_row(document: Document, claims: int, copy_of: str | None, ratings: Ratings) -> Row:
    """A row of `documents`."""
    places, of = document.appearances, document.id
    return {
        "reliability": ratings.reliability(of, document.publisher, document.source),
        "credibility": ratings.credibility("", of),
        "handling": ratings.handling(of),
        **_same("documents", document),
        **_days("published", document.published),
        "url": shareable(document.source),
        "language": next((one.language for one in places if one.language), None),
        "urls": _each_once(one.url for one in places),
        "publishers": _each_once(one.publisher for one in places),
        "claims": claims,
        "copy_of": copy_of,
    }


def event_row(event: Event) -> Row:
    """A row of `events`."""
    days = _days("date", event.date, event.date_end)
    return {
        **_same("events", event),
        **_parts(event.parties),
        **days,
        "independent_sources": event.sources,
    }


def history_rows(event: Event) -> Iterator[Row]:
    """The rows of `histories` of an event."""
    for position, step in enumerate(event.history, start=1):
        yield {
            "event": event.id,
            "position": position,
            "status": step.status,
            "stage": step.stage,
            "date": step.on,
            **_days("date", step.on),
            "basis": step.basis,
            "claims": step.claims,
        }


def tie_row(tie: Tie) -> Row:
    """A row of `ties`."""
    return {
        **_same("ties", tie),
        "independent_sources": tie.sources,
        **_parts(tie.parties),
        **_days("since", tie.since),
        **_bounds("until", tie.ended, tie.ended),
        "rungs": tuple(f"{rung.ladder}/{rung.slug}" for rung in tie.rungs),
    }


def judgement_row(judgement: Judgement) -> Row:
    """A row of `judgements`."""
    at = dt.datetime.fromisoformat(judgement.at)
    return {
        **_same("judgements", judgement),
        "at": at if at.tzinfo else at.replace(tzinfo=dt.UTC),
        "corrections": _json(judgement.corrections),
    }


def rating_row(rating: Rating) -> Row:
    """A row of `ratings`."""
    return {**_same("ratings", rating), "at": instant(rating.at)}


def actor_rows() -> Iterator[Row]:
    """The rows of `actors`."""
    for actor in actors():
        yield {
            "code": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "iso": actor.iso,
            "begins": actor.start.edtf if actor.start else None,
            "ends": actor.end.edtf if actor.end else None,
        }


def _same(table: str, record: object) -> Row:
    """The columns of a table that a record has under the same names."""
    of: Any = type(record)
    return {name: getattr(record, name) for name in _shared(table, of)}


@cache
def _shared(table: str, of: Hashable) -> tuple[str, ...]:
    told = {*dir(of), *getattr(of, "__dataclass_fields__", ())}
    return tuple(column.name for column in tables()[table].columns if column.name in told)


def _parts(parties: tuple[Party, ...]) -> Row:
    return {"roles": tuple(party.role for party in parties)}


def _days(name: str, first: str | None, last: str | None = None) -> Row:
    begin, end = date_or_none(first or ""), date_or_none(last or first or "")
    return _bounds(name, begin, end)


def _bounds(name: str, begin: PartialDate | None, end: PartialDate | None) -> Row:
    return {
        f"{name}_earliest": begin.earliest if begin else None,
        f"{name}_latest": end.latest if end else None,
    }


def _each_once(values: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


def _json(values: Mapping[str, str]) -> str | None:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True) if values else None
