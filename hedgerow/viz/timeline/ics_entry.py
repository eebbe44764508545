"""Events, expiries and anniversaries as entries of a calendar.

What is not concluded says so in its summary; only what took place is CONFIRMED, an end included.
"""

import datetime as dt
from collections.abc import Iterator

import icalendar

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.words.grades import held_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, PROSPECTIVE, names
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.looks import cut
from hedgerow.viz.timeline.templates import LONGEST_TITLE, address_of, quotation

DAY = dt.timedelta(days=1)
EPOCH = dt.date(1970, 1, 1)
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
STATUSES = {CONCLUDED: CONFIRMED, PROSPECTIVE: TENTATIVE, CONTESTED: TENTATIVE}
UNHAPPENED = frozenset({"denied", "cancelled"})
"""Negative statuses of what did not happen; an end or suspension did."""
SHOWN_SOURCES = 5
"""As many sentences stand in a description; further ones are counted."""
YEARLY, LEAP_DAY = {"freq": "yearly"}, {"freq": "yearly", "bymonth": 2, "bymonthday": -1}


def event(entry: TimelineEntry, when: PartialDate, as_of: dt.date | None) -> icalendar.Event:
    """An event on its day, or on one that its date can mean."""
    ahead = as_of is not None and when.earliest > as_of
    done = entry.standing == CONCLUDED
    doubt = (
        f"{vocabulary().status(entry.status).label}: " if done and ahead and entry.status else ""
    )
    status = TENTATIVE if done and ahead else _status(entry)
    first = day_for(when, as_of if status == TENTATIVE else None)
    made = _entry(entry, f"{doubt}{entry.words}", when, first, _last_day(entry, when, first))
    made.add("uid", _uid(entry))
    made.add("dtstamp", _stamp(entry, as_of))
    made.add("status", status)
    return made


def expiry(entry: TimelineEntry, term: str, as_of: dt.date | None) -> icalendar.Event:
    """The last day on which a stated term can end; nobody says that it will not be renewed."""
    when = parse_partial_date(term)
    day = when.latest
    made = _entry(entry, f"stated term ends: {entry.words}", when, day, day)
    made.add("uid", _uid(entry, f"-term-{term}"))
    made.add("dtstamp", _stamp(entry, as_of))
    made.add("status", TENTATIVE)
    return made


def anniversary(entry: TimelineEntry, as_of: dt.date | None) -> icalendar.Event:
    """The day of a concluded event in each later year; of 29 February the month's last day."""
    when = parse_partial_date(str(entry.stated))
    is_leap_day = (when.earliest.month, when.earliest.day) == (2, 29)
    year = min(when.earliest.year + 1, dt.MAXYEAR)
    day = when.earliest.replace(year=year, day=28 if is_leap_day else when.earliest.day)
    made = _entry(entry, f"anniversary ({when.earliest.year}): {entry.words}", when, day, day)
    made.add("uid", _uid(entry, "-anniversary"))
    made.add("dtstamp", _stamp(entry, as_of))
    made.add("rrule", LEAP_DAY if is_leap_day else YEARLY)
    made.add("status", CONFIRMED)
    return made


def day_for(when: PartialDate, as_of: dt.date | None) -> dt.date:
    """The day itself, else the first that a date can mean; the last where that one has passed.

    Only of what is ahead of a day can a day have passed: without `as_of` it is the first.
    """
    passed = as_of is not None and when.earliest <= as_of < when.latest
    return when.latest if passed else when.earliest


def _entry(
    entry: TimelineEntry, summary: str, when: PartialDate, first: dt.date, last: dt.date
) -> icalendar.Event:
    made = icalendar.Event()
    known = when.precision == "day"
    made.add("dtstart", first)
    made.add("dtend", min(last, dt.date.max - DAY) + DAY)
    made.add("summary", plain(summary if known else f"{summary}, in {when.edtf}"))
    made.add("description", "\n\n".join(_description(entry, when, first)))
    made.add("categories", [plain(entry.label)])
    made.add("transp", "TRANSPARENT")
    made.add("x-hedgerow-id", entry.id)
    made.add("x-hedgerow-standing", entry.standing)
    made.add("x-hedgerow-actors", " ".join(entry.actors))
    if entry.handling is not None:
        made.add("x-hedgerow-handling", plain(entry.handling))
    if not known:
        made.add("x-hedgerow-precision", when.precision)
    address = address_of(entry)
    if address is not None:
        made.add("url", address)
    return made


def _uid(entry: TimelineEntry, what: str = "") -> str:
    return f"{entry.id.replace('/', '-')}{what}@hedgerow"


def _status(entry: TimelineEntry) -> str:
    negative = CANCELLED if entry.status in UNHAPPENED else CONFIRMED
    return STATUSES.get(entry.standing, negative)


def _last_day(entry: TimelineEntry, when: PartialDate, first: dt.date) -> dt.date:
    """The last day that is stated, of what is no lasting state of affairs; else the first one."""
    if entry.end is None or when.precision != "day" or vocabulary().tie_type(entry.type).interval:
        return first
    end = parse_partial_date(entry.end)
    return max(first, end.latest) if end.precision == "day" else first


def _stamp(entry: TimelineEntry, as_of: dt.date | None) -> dt.datetime:
    """When the newest source was published at the earliest, as `as_of` has it.

    So the same timeline gives the same file.
    """
    published = (parse_partial_date(one.published) for one in entry.sources if one.published)
    day = max((date.earliest for date in published), default=as_of or EPOCH)
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _description(entry: TimelineEntry, when: PartialDate, day: dt.date) -> Iterator[str]:
    if entry.handling is not None:
        yield f"Handling: {plain(entry.handling)}"
    if when.precision != "day":
        yield f"Known to the {when.precision} only ({when.edtf}); {day} stands for it."
    yield from (_source_text(source) for source in entry.sources[:SHOWN_SOURCES])
    if len(entry.sources) > SHOWN_SOURCES:
        yield f"and {len(entry.sources) - SHOWN_SOURCES} more"


def _source_text(source: Source) -> str:
    said_by = names([source.attributed_to]) if source.attributed_to else []
    address = web_address(source.address)
    title = cut(source.title or "", LONGEST_TITLE)
    facts = [*said_by, source.publisher, title, source.published, address, *held_of(source)]
    told = ", ".join(plain(fact) for fact in facts if fact)
    quote = plain(quotation(source.quote))
    return f"{quote} ({told})" if told else quote
