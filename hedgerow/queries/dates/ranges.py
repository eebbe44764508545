"""Whether something falls in a range of dates surely or only possibly."""

import datetime as dt
from dataclasses import dataclass

from hedgerow.ontology.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one day to another, both included. The widest range leaves nothing open."""

    first: dt.date
    last: dt.date

    @property
    def is_everything(self) -> bool:
        """Whether it asks for no dates in particular."""
        return self.first == dt.date.min and self.last == dt.date.max

    def contains(self, first: dt.date, last: dt.date) -> bool:
        """Whether a stretch of days lies inside."""
        return self.first <= first and last <= self.last

    def meets(self, first: dt.date, last: dt.date) -> bool:
        """Whether a stretch of days shares a day with it."""
        return first <= self.last and self.first <= last


def may_lie_outside(
    begin: PartialDate | None, end: PartialDate | None, wanted: DateRange, *, lasting: bool
) -> bool:
    """Whether what overlaps a range in the outer bounds of its dates may yet lie outside.

    An event is inside if all days it can mean are; without a date it may be anywhere. A tie
    (`lasting`) is inside if it surely held, from the latest day of its beginning to the earliest of
    its end, on one day of the range.
    """
    if wanted.is_everything:
        return False
    if begin is None:
        return True
    if lasting:
        until = dt.date.max if end is None else end.earliest
        return begin.latest > until or not wanted.meets(begin.latest, until)
    return not wanted.contains(begin.earliest, begin.latest if end is None else end.latest)
