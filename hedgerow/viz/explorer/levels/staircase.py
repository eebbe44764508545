"""The levels of a state with each of some powers over time, on the state's own ladder."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.asking import Answer, ask
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.rows import Cell, Row
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    ENDED,
    NEGATIVE,
    level_words,
    names,
    shown_quote,
)
from hedgerow.viz.design import style
from hedgerow.viz.dossier.stairs import Stairs, stairs_of
from hedgerow.viz.explorer.levels.told import Climb, Level, Staircase
from hedgerow.viz.plain import plain

COLUMNS = (
    *("power", "level", "slug", "since", "until", "held", "days", "days_at_most", "before"),
    *("skipped", "documents", "quote", "publisher", "published", "id"),
)


def staircase(reader: Reader, state: str, powers: Sequence[str], on: dt.date) -> Staircase:
    """The levels of a state with each of some powers as of a day.

    Raises:
        UsageError: the state is one of the powers.
    """
    ladder = ladders().get(state)
    return Staircase(
        state=state,
        name=names([state])[0],
        on=on.isoformat(),
        ladder=None if ladder is None else ladder.label,
        order=None if ladder is None else ladder.order,
        source=None if ladder is None else ladder.source,
        climbs=tuple(_climb(reader, state, power, on) for power in powers),
    )


def drawn(found: Staircase, on: dt.date) -> tuple[Stairs, tuple[Level, ...]] | None:
    """The stairs and the levels that are steps of it; None where none is dated."""
    dated = {
        climb.power: [one for one in climb.levels if one.since is not None]
        for climb in found.climbs
    }
    rows = {power: [_row(one) for one in levels] for power, levels in dated.items() if levels}
    stairs = stairs_of(ladders().get(found.state), rows, on)
    if stairs is None:
        return None
    return stairs, tuple(one for levels in dated.values() for one in levels)


def undrawn(found: Staircase) -> tuple[str, ...]:
    """The powers that no step is drawn of, since this archive has no dated level with them."""
    dated = {one.power for climb in found.climbs for one in climb.levels if one.since is not None}
    return tuple(climb.name for climb in found.climbs if climb.power not in dated)


def table(found: Staircase) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The names of the columns, and a row for each level."""
    levels = (one for climb in found.climbs for one in climb.levels)
    return COLUMNS, ({name: getattr(one, name) for name in COLUMNS} for one in levels)


def _climb(reader: Reader, state: str, power: str, on: dt.date) -> Climb:
    answer = ask(reader, "steps", {"a": state, "b": power, "at": on.isoformat()})
    return Climb(
        power=power,
        name=names([power])[0],
        in_words=answer.in_words,
        levels=tuple(_levels(answer, power)),
        notes=answer.notes,
    )


def _levels(answer: Answer, power: str) -> Iterator[Level]:
    for row in answer.rows:
        slug = _text(row, "stated_level")
        level = _text(row, "level") or (level_words(slug) if slug else "partnership")
        since, until = _text(row, "since"), _text(row, "until")
        held, quote = str(row["held"]), _text(row, "quote")
        sure = f"{POSSIBLY} " if held == POSSIBLY else ""
        told = (
            f"since {since or 'an unstated date'}"
            if until is None
            else f"{since or '?'} to {until}"
        )
        before, publisher = _text(row, "from_level"), _text(row, "publisher")
        yield Level(
            id=str(row["id"]),
            power=power,
            name=names([power])[0],
            level=level,
            slug=slug,
            since=since,
            until=until,
            held=held,
            look=_look(held),
            days=_whole(row, "days"),
            days_at_most=_whole(row, "days_at_most"),
            before=before and level_words(before),
            skipped=_text(row, "skipped"),
            documents=_whole(row, "documents") or 0,
            words=f"{names([power])[0]}: {sure}{level}, {told}",
            quote=quote and plain(shown_quote(quote)),
            publisher=publisher and plain(publisher),
            published=_text(row, "published"),
        )


def _look(held: str) -> str:
    if held == POSSIBLY:
        return POSSIBLY
    return style().standing_of(NEGATIVE if held == ENDED else CONCLUDED, "").name


def _row(one: Level) -> Mapping[str, Cell]:
    """What the drawing needs of a level."""
    return {"since": one.since, "until": one.until, "held": one.held, "stated_level": one.slug}


def _text(row: Mapping[str, Cell], name: str) -> str | None:
    value = row[name]
    return None if value is None else str(value)


def _whole(row: Mapping[str, Cell], name: str) -> int | None:
    value = row[name]
    return value if isinstance(value, int) else None
