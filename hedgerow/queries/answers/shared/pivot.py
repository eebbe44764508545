"""An event or a day with the months before and after it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hedgerow.errors import UsageError
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from, months_from
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.matters import Matter, find_matter
from hedgerow.queries.reading.scope import once
from hedgerow.queries.words.wording import told_matter

BEFORE, AFTER = "before", "after"
EVENT = "event/"


@dataclass(frozen=True, slots=True)
class Pivot:
    """What divides the windows `before` and `after`; `event` is None where a day was given."""

    event: str | None
    told: str
    windows: Mapping[str, DateRange]


def pivot(asked: Asked) -> Pivot:
    """The pivot of a question with the parameters `event`, `day` and `months`.

    A date that is not known to the day lies in neither of the two windows.

    Raises:
        UsageError: neither or both are given, or the event is none or has no date.
    """
    return once(asked, "pivot", lambda: _pivot(asked))


def _pivot(asked: Asked) -> Pivot:
    event, day = asked.values.get("event"), asked.values.get("day")
    if (event is None) == (day is None):
        raise UsageError(
            f"{asked.question.name} needs an event or a day, and not both; "
            "write event=ID or day=2016-05-23."
        )
    months = asked.number("months")
    if event is None:
        return _around(None, str(day), parse_partial_date(str(day)), months)
    matter = _event(asked, event)
    date = matter.date or matter.first_published
    if date is None:
        raise UsageError(f"Nothing dates {matter.id}; give a day instead, as in day=2016-05-23.")
    return _around(matter.id, told_matter(matter), parse_partial_date(date), months)


def _event(asked: Asked, event: str) -> Matter:
    matter = find_matter(asked.reader, event)
    if not matter.id.startswith(EVENT):
        raise UsageError(f"{event} is no event; {asked.question.name} needs the id of one.")
    return matter


def _around(event: str | None, told: str, date: PartialDate, months: int) -> Pivot:
    after = DateRange(days_from(date.latest, 1), months_from(date.latest, months))
    before = DateRange(months_from(date.earliest, -months), days_from(date.earliest, -1))
    return Pivot(event, told, {BEFORE: before, AFTER: after})
