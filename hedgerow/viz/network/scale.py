"""The time scale of a page: the years or months that its slider steps through."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from hedgerow.graph.records import Event, Tie
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

MONTHS_UP_TO = 48
"""So many months still fit as steps of their own; a longer time goes by years."""
MOST_STEPS = 60
"""What lies farther back falls on the first step."""
YEARS_AHEAD = 5
"""So far beyond the newest publication a plan still has a step of its own."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something may have been; `last` None: it has no known end."""

    first: dt.date
    last: dt.date | None


def event_span(event: Event) -> Span | None:
    """All days that the date of an event can mean, else the day by which it was told."""
    if event.date is None:
        return _told_by(event.first_published)
    end = parse_partial_date(event.date_end or event.date)
    return Span(parse_partial_date(event.date).earliest, end.latest)


def tie_span(tie: Tie) -> Span | None:
    """From its opening, or the first day by which it was told, to its end; None without either."""
    if tie.since is None:
        known = _told_by(tie.first_confirmed or tie.last_confirmed)
        first = None if known is None else known.first
    else:
        first = parse_partial_date(tie.since).earliest
    if first is None:
        return None
    last = parse_partial_date(tie.until).latest if tie.until else None
    return Span(first, last if last is None else max(first, last))


def _told_by(published: str | None) -> Span | None:
    """The last day that a publication can mean: what is known by then is known no earlier."""
    if published is None:
        return None
    day = parse_partial_date(published).latest
    return Span(day, day)


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps from `first` on, numbered from 0; each is a month or a year.

    `earlier` and `later`: the first or last step also takes what lies before or after it.
    """

    first: dt.date
    steps: int
    monthly: bool
    earlier: bool
    later: bool

    def step(self, day: dt.date) -> int:
        """The step that a day falls on; one outside of the scale falls on its end."""
        return min(max(_ordinal(day, self.monthly) - self._start, 0), self.steps - 1)

    @property
    def codes(self) -> list[str]:
        """The steps as EDTF: `2013`, `2013-07`."""
        return [day.isoformat()[: 7 if self.monthly else 4] for day in self._days()]

    @property
    def labels(self) -> list[str]:
        """The steps in words: `2013`, `Jul 2013`, `1967 or before`."""
        pattern = "MMM y" if self.monthly else "y"
        words = [format_date(day, pattern, locale="en") for day in self._days()]
        words[0] += " or before" if self.earlier else ""
        words[-1] += " or later" if self.later else ""
        return words

    def _days(self) -> Iterator[dt.date]:
        for number in range(self._start, self._start + self.steps):
            yield _first_day(number, self.monthly)

    @property
    def _start(self) -> int:
        return _ordinal(self.first, self.monthly)


def scale_of(spans: Sequence[Span | None], newest: PartialDate | None) -> Scale | None:
    """The scale on which these spans begin; None if they leave no choice.

    `newest` is the latest date of publication.
    """
    days = [span.first for span in spans if span]
    if not days or min(days) == max(days):
        return None
    horizon = dt.date.max if newest is None else _years_on(newest.latest, YEARS_AHEAD)
    begun, latest = min(days), max(days)
    shown = min(latest, max(horizon, begun))
    monthly = _ordinal(shown, True) - _ordinal(begun, True) < MONTHS_UP_TO
    end = _ordinal(shown, monthly)
    start = max(_ordinal(begun, monthly), end - MOST_STEPS + 1)
    first = _first_day(start, monthly)
    return Scale(first, end - start + 1, monthly, begun < first, end < _ordinal(latest, monthly))


def _ordinal(day: dt.date, monthly: bool) -> int:
    return day.year * 12 + day.month - 1 if monthly else day.year


def _first_day(number: int, monthly: bool) -> dt.date:
    return dt.date(number // 12, number % 12 + 1, 1) if monthly else dt.date(number, 1, 1)


def _years_on(day: dt.date, years: int) -> dt.date:
    return dt.date(min(day.year + years, dt.MAXYEAR), 12, 31)
