"""Levels: where A's partnerships stand on A's own ladder."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from hedgerow.ontology.partial_date import PUBLISHED, date_or_none, end_of
from hedgerow.queries.dates.as_of import POSSIBLY, held_on
from hedgerow.queries.dates.confirmation import horizon_of_kind, unconfirmed_since
from hedgerow.queries.dates.standing import may_be_by
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, text_of, whole_of
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.phrases import HELD, counted, level_words, names, support


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """The rows with what holds on the day, the highest rung and the longest held first."""
    on = asked.day("at")
    found = [row | _as_of(row, on) for row in rows]
    return sorted(found, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """One tie in full, several as a count by level."""
    if "b" in asked.values:
        pair = f"{asked.name('a')} - {asked.name('b')}"
        told = "; ".join(map(_tie_words, rows)) or f"no level held on {_day(asked)}; "
        return f"{pair}: {told if rows else told + none_found(asked)}."
    if not rows:
        return f"{asked.name('a')}: no level held on {_day(asked)}; {none_found(asked)}."
    held = Counter(_level(row) for row in rows if row["held"] == HELD)
    unsure = sum(row["held"] == POSSIBLY for row in rows)
    counts = [f"{level}: {count}" for level, count in held.items()]
    if unsure:
        counts.append(f"possibly held: {unsure}")
    partners = counted(len(rows), "partner")
    return f"{asked.name('a')} on {_day(asked)}: {partners} with a level ({', '.join(counts)})."


def _as_of(row: Row, on: dt.date) -> Row:
    confirmed = text_of(row, "last_confirmed")
    stale = None
    if row["until"] is None:
        stale = unconfirmed_since(horizon_of_kind(str(row["kind"])), confirmed, on)
    begun = date_or_none(text_of(row, "since") or text_of(row, "first_confirmed") or "")
    ended = end_of(text_of(row, "until"), text_of(row, "until_basis"), confirmed)
    known = confirmed if may_be_by(confirmed, on) else None
    held = held_on(begun, ended, on)
    return {"held": held, "unconfirmed_since": stale, "last_confirmed": known}


def _order(row: Row) -> tuple[int, str, str]:
    partner = names([str(row["partner"])])[0]
    return -whole_of(row, "rank"), text_of(row, "since_earliest") or "9999", partner


def _tie_words(row: Row) -> str:
    since = text_of(row, "since")
    told = f"{_level(row)} since {since or 'an unstated date'}"
    if row["held"] == POSSIBLY:
        told = f"possibly {told}"
    if row["until"] is not None:
        told += f", {'ended by' if row['until_basis'] == PUBLISHED else 'until'} {row['until']}"
    elif row["unconfirmed_since"] is not None:
        told += f", unconfirmed since {row['unconfirmed_since']}"
    elif row["last_confirmed"] is not None:
        told += f", last confirmed {row['last_confirmed']}"
    behind = support(whole_of(row, "documents"), whole_of(row, "independent_sources"))
    return f"{told} ({behind})"


def _level(row: Row) -> str:
    stated = text_of(row, "stated_level")
    return text_of(row, "level") or (level_words(stated) if stated else "partnership")


def _day(asked: Asked) -> str:
    return asked.day("at").isoformat()
