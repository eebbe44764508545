import datetime as dt

import icalendar

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.ics import to_ics


def events_of(timeline: Timeline) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(to_ics(timeline).content)
    assert isinstance(calendar, icalendar.Calendar)
    return list(calendar.walk("VEVENT"))


def test_an_event_is_all_day_to_its_stated_end(states: Timeline) -> None:
    (visit,) = [e for e in events_of(states) if e["dtstart"].dt == dt.date(2025, 11, 2)]
    assert visit["dtend"].dt == dt.date(2025, 11, 4)
    assert visit["summary"] == "United States to Vietnam: visit"
    assert (visit["status"], visit["transp"]) == ("CONFIRMED", "TRANSPARENT")
    assert visit["url"] == "https://paper.example/2025"
    assert "arrived in Hanoi on Sunday" in visit["description"]


def test_a_date_known_to_the_year_stands_on_its_first_day_and_says_so(states: Timeline) -> None:
    (planned,) = [e for e in events_of(states) if e.get("x-hedgerow-precision") == "year"]
    assert planned["dtstart"].dt == dt.date(2026, 1, 1)
    assert planned["dtend"].dt == dt.date(2026, 1, 2)
    assert planned["summary"] == "planned: Vietnam to United States: visit, in 2026"


def test_what_is_planned_is_tentative(states: Timeline) -> None:
    statuses = {str(e["x-hedgerow-standing"]): str(e["status"]) for e in events_of(states)}
    assert statuses == {"concluded": "CONFIRMED", "prospective": "TENTATIVE"}


def test_denied_and_contested_are_never_plain_events(russia: Timeline) -> None:
    told = {str(e["summary"]): str(e["status"]) for e in events_of(russia)}
    assert told == {
        "Russia to Vietnam: arms deal, 6 Kilo-class submarines, in 2009-12": "CONFIRMED",
        "denied: Russia to Vietnam: base access, Cam Ranh (in talks)": "CANCELLED",
        "contested: Russia - Vietnam: arms deal, Su-35 (signed), in 2025-07": "TENTATIVE",
    }


def test_leaves_out_what_is_undated_and_counts_it(states: Timeline) -> None:
    rendering = to_ics(states)
    assert b"C-130" not in rendering.content
    assert rendering.notes == ("1 undated event is not in the calendar.",)
    calendar = icalendar.Calendar.from_ical(rendering.content)
    assert calendar["x-hedgerow-undated"] == "1"


def test_leaves_out_ties(everyone: Timeline) -> None:
    dated = [e for e in everyone.entries if e.edge == "event" and e.stated]
    assert len(events_of(everyone)) == len(dated)


def test_hostile_text_adds_no_property(hostile: Timeline) -> None:
    content = to_ics(hostile).content
    for line in content.split(b"\r\n"):
        assert not line.startswith((b"ATTENDEE", b"X:", b"URL"))
    assert b"\x1b" not in content
    assert len(events_of(hostile)) == 2


def test_the_same_timeline_gives_the_same_file(states: Timeline) -> None:
    assert to_ics(states) == to_ics(states)
