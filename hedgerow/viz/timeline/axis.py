"""The time axis of a drawing: from days to places, and where its ticks stand."""

import datetime as dt
from dataclasses import dataclass

YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
MONTH_STEPS = (1, 3, 6)
MOST_TICKS = 14
LETTER, GAP = 6.0, 10.0
"""How wide a letter of a tick's label is, and what must be free beside it."""
MONTHS_UP_TO_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing at the start of a year or month."""

    x: float
    label: str

    @property
    def width(self) -> float:
        """The room that its label needs."""
        return width_of(self.label)


def width_of(label: str) -> float:
    """The room that a label needs beside others."""
    return len(label) * LETTER + GAP


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` laid out from `left` to `right`."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def place(self, day: dt.date) -> float:
        """The place of a day; one outside the axis stands at its end."""
        inside = min(max(day, self.first), self.last)
        span = max((self.last - self.first).days, 1)
        share = (inside - self.first).days / span
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """As many ticks as can be read, at the starts of years, or of months on a short axis."""
        days = (self.last - self.first).days
        is_short = days <= MONTHS_UP_TO_DAYS
        starts = self._month_starts(days) if is_short else self._year_starts()
        return tuple(Tick(self.place(day), label) for day, label in starts)

    def _year_starts(self) -> list[tuple[dt.date, str]]:
        years = range(self.first.year, self.last.year + 1)
        most = self._most("2023")
        step = next((s for s in YEAR_STEPS if len(years) / s <= most), YEAR_STEPS[-1])
        starts = [dt.date(year, 1, 1) for year in years if year % step == 0]
        return [(day, str(day.year)) for day in starts if self.first <= day <= self.last]

    def _month_starts(self, days: int) -> list[tuple[dt.date, str]]:
        step = next(
            (s for s in MONTH_STEPS if days / 30 / s <= self._most("2023-09")), MONTH_STEPS[-1]
        )
        months = range(self.first.year * 12, self.last.year * 12 + 12)
        starts = [dt.date(n // 12, n % 12 + 1, 1) for n in months if n % 12 % step == 0]
        return [(day, f"{day:%Y-%m}") for day in starts if self.first <= day <= self.last]

    def _most(self, label: str) -> int:
        """How many labels like this one have room."""
        return min(MOST_TICKS, max(int((self.right - self.left) / width_of(label)), 1))
