"""What a brief is asked for: the period, and whom it follows."""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from hedgerow.errors import UnknownActor, UsageError
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from, months_from
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.words.phrases import names

DAYS = MappingProxyType({"d": 1, "w": 7})
MONTHS = MappingProxyType({"m": 1, "y": 12})
_SPAN = re.compile(r"([1-9]\d{0,3})([dwmy])")


def period(since: str, last: dt.date) -> DateRange:
    """The days from `7d`, `2w`, `3m`, `1y` or a date to a last day, both included.

    Raises:
        UsageError: it is neither, or begins after the last day.
    """
    found = _SPAN.fullmatch(since.strip().lower())
    if found is None:
        first = _first_of_date(since.strip())
    else:
        first = _first(int(found[1]), found[2], last)
    if first > last:
        raise UsageError(f"{since} begins after {last}, the last day; give an earlier date.")
    return DateRange(first, last)


def watch_list(path: Path) -> tuple[Selection, ...]:
    """The actors and pairs that a file names, one a line (`Vietnam`, `VNM USA`), each once.

    What follows `#` is a comment.

    Raises:
        UsageError: a line names nobody known (the message says which), or none names anybody.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is no plain text in UTF-8; save it as such.") from error
    lines = ((number, line.partition("#")[0]) for number, line in enumerate(text.split("\n"), 1))
    found = [_read_line(path, number, line) for number, line in lines if line.strip()]
    if not found:
        raise UsageError(f"{path} names nobody; give an actor or a pair a line, as VNM USA.")
    return tuple(dict.fromkeys(found))


def follow(a: str, b: str | None = None) -> Selection:
    """An actor or a pair, by names or codes.

    Raises:
        UnknownActor: no state or body answers to a name.
        UsageError: both are the same.
    """
    codes = [actors().resolve(name).id for name in (a, b) if name is not None]
    if len(codes) > len(set(codes)):
        raise UsageError(f"Both actors are {names(codes)[0]}; name two different ones.")
    return Selection(*codes)


def followed_text(followed: Iterable[Selection]) -> list[str]:
    """`Vietnam`, `Vietnam - United States`."""
    return [" - ".join(names(filter(None, (each.a, each.b)))) for each in followed]


def _first(count: int, unit: str, last: dt.date) -> dt.date:
    if unit in DAYS:
        return days_from(last, 1 - count * DAYS[unit])
    return days_from(months_from(last, -count * MONTHS[unit]), 1)


def _first_of_date(since: str) -> dt.date:
    try:
        return parse_partial_date(since).earliest
    except ValueError as error:
        raise UsageError(
            f"{since!r} is no span or date; write it as 7d, 2w, 3m, 1y or 2025-10-01."
        ) from error


def _read_line(path: Path, number: int, line: str) -> Selection:
    try:
        return _followed(line.split())
    except UsageError as error:
        raise UsageError(f"{path}, line {number}: {error}") from error


def _followed(words: list[str]) -> Selection:
    """Names may have blanks in them: all words name an actor, or some at each end do."""
    whole = " ".join(words)
    cuts = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    pair = next((cut for cut in cuts if all(map(_is_known, cut))), None)
    return follow(whole) if pair is None or _is_known(whole) else follow(*pair)


def _is_known(name: str) -> bool:
    try:
        actors().resolve(name)
    except UnknownActor:
        return False
    return True
