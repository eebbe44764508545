"""From the rows of one event or tie, a sentence each, to its line of a timeline."""

import datetime as dt
from collections.abc import Sequence

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.entries import Source, TimelineEntry
from hedgerow.queries.phrases import (
    CONTESTED,
    date_text,
    is_row,
    matter_text,
    parties_text,
    standing_word,
    tie_text,
)
from hedgerow.queries.ranges import DateRange, may_lie_outside
from hedgerow.queries.rows import Row, actors_of, day_of, number_of, text_of, whole_of

HELD, ENDED = "held", "ended"


def entry_of(rows: Sequence[Row], wanted: DateRange, as_of: dt.date | None) -> TimelineEntry:
    """The entry of an event or tie, from all its rows.

    `as_of` is the day on which open ties count as confirmed lately or not.
    """
    row = rows[0]
    sources = tuple(sorted(map(_source, rows), key=lambda one: _telling(one, row)))
    is_tie = row["kind"] is not None
    name = str(row["kind"] if is_tie else row["type"])
    term = vocabulary().kind(name) if is_tie else vocabulary().tie_type(name)
    standing = _standing(row, is_tie)
    status, confirmed = text_of(row, "status"), text_of(row, "last_confirmed")
    stage = next((one.stage for one in sources if one.status == status), None)
    stale = None
    if standing == HELD and as_of is not None:
        stale = unconfirmed_since(horizon_of_kind(name), confirmed, as_of)
    return TimelineEntry(
        id=str(row["id"]),
        edge="tie" if is_tie else "event",
        type=name,
        label=term.label,
        group=term.family,
        standing=standing,
        status=status,
        stage=stage,
        actors=source_first(row),
        directed=row["source"] is not None,
        date=date_text(text_of(row, "stated"), text_of(row, "told")),
        stated=text_of(row, "stated"),
        end=text_of(row, "end"),
        first=_bound(row, "first", dt.date.min),
        last=_bound(row, "last", dt.date.max),
        level=text_of(row, "level"),
        item=text_of(row, "item"),
        place=text_of(row, "place"),
        words=_words(row, term.label, standing, stage),
        sources=sources,
        documents=whole_of(row, "documents"),
        possibly=row_may_lie_outside(row, wanted),
        last_confirmed=confirmed,
        unconfirmed_since=stale,
    )


def source_first(row: Row) -> tuple[str, ...]:
    """The actors of a row, the source of a directed event or tie before the others."""
    source = text_of(row, "source")
    everyone = actors_of(row, "actors")
    if source is None:
        return everyone
    return (source, *(each for each in everyone if each != source))


def row_may_lie_outside(row: Row, wanted: DateRange) -> bool:
    """Whether the dates of a row leave it open if it falls in a range."""
    stated, end = text_of(row, "stated"), text_of(row, "end")
    return may_lie_outside(
        None if stated is None else parse_partial_date(stated),
        None if end is None else parse_partial_date(end),
        wanted,
        lasting=row["kind"] is not None,
    )


def _standing(row: Row, is_tie: bool) -> str:
    if is_tie:
        return HELD if row["end"] is None else ENDED
    return str(row["standing"])


def _words(row: Row, label: str, standing: str, stage: str | None) -> str:
    arrow = row["source"] is not None and standing != CONTESTED
    parties = parties_text(source_first(row), directed=arrow)
    level, item, place = (text_of(row, name) for name in ("level", "item", "place"))
    is_tie = row["kind"] is not None
    matter = tie_text(label, level, item) if is_tie else matter_text(label, level, item, place)
    doubt = standing_word(standing, text_of(row, "status"))
    about = f" ({vocabulary().status(stage).label})" if stage else ""
    told = f"{parties}: {matter}{about}"
    return f"{doubt}: {told}" if doubt else told


def _bound(row: Row, name: str, unknown: dt.date) -> dt.date | None:
    day = day_of(row, name)
    return None if day == unknown else day


def _source(row: Row) -> Source:
    return Source(
        claim=str(row["claim"]),
        document=str(row["document"]),
        quote=text_of(row, "quote") or "",
        status=str(row["claim_status"]),
        stage=text_of(row, "claim_stage"),
        attributed_to=text_of(row, "attributed_to"),
        title=text_of(row, "title"),
        publisher=text_of(row, "publisher"),
        published=text_of(row, "published"),
        address=str(row["address"]),
        confidence=number_of(row, "confidence"),
    )


def _telling(source: Source, row: Row) -> tuple[bool, bool, float, str]:
    apart = source.status != row["status"]
    return apart, is_row(source.quote), -source.confidence, source.claim
