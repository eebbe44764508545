import datetime as dt

import icalendar

from hedgerow.queries.timeline import Timeline, timeline
from hedgerow.viz.timeline import render
from tests.queries.making import Article, store_of
from tests.viz.timeline.reading import content


def events_of(timeline: Timeline, **options: object) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(content(timeline, "ics", **options))
    assert isinstance(calendar, icalendar.Calendar)
    return list(calendar.walk("VEVENT"))


def by_summary(timeline: Timeline, **options: object) -> dict[str, icalendar.Event]:
    return {str(event["summary"]): event for event in events_of(timeline, **options)}


def days(event: icalendar.Event) -> tuple[dt.date, dt.date]:
    return event["dtstart"].dt, event["dtend"].dt


def test_holds_only_what_is_coming_and_only_as_tentative(dates: Timeline) -> None:
    found = by_summary(dates)
    assert set(found) == {
        "planned: Russia to Vietnam: visit",
        "planned: Russia - Vietnam: joint exercise, in 2024",
        "stated term ends: Russia to Vietnam: base access, in 2051",
        "stated term ends: Russia - Vietnam: defence agreement, in 2026-03",
    }
    assert {str(event["status"]) for event in found.values()} == {"TENTATIVE"}


def test_says_what_it_leaves_out(dates: Timeline, russia: Timeline) -> None:
    assert render(dates, "ics").notes == (
        "5 events are not ahead of 2024-06-30; --all writes what was before.",
        "2 undated events are not in the calendar.",
    )
    (note,) = render(russia, "ics").notes
    assert note.startswith("Nothing is stated to come, so the calendar is empty: 3 events are not")


def test_a_plan_for_a_year_that_has_begun_stands_on_its_last_day(dates: Timeline) -> None:
    drill = by_summary(dates)["planned: Russia - Vietnam: joint exercise, in 2024"]
    assert days(drill) == (dt.date(2024, 12, 31), dt.date(2025, 1, 1))
    assert drill["x-hedgerow-precision"] == "year"
    assert drill["description"].startswith(
        "Known to the year only (2024); 2024-12-31 stands for it."
    )


def test_a_term_known_to_the_month_stands_on_its_last_day_and_says_so(dates: Timeline) -> None:
    term = by_summary(dates)["stated term ends: Russia - Vietnam: defence agreement, in 2026-03"]
    assert days(term) == (dt.date(2026, 3, 31), dt.date(2026, 4, 1))
    assert str(term["uid"]).endswith("-term-2026-03@hedgerow")


def test_a_term_of_a_year_ends_on_its_last_day(dates: Timeline) -> None:
    term = by_summary(dates)["stated term ends: Russia to Vietnam: base access, in 2051"]
    assert days(term)[0] == dt.date(2051, 12, 31)


def test_what_is_told_as_done_is_not_coming_and_no_stamp_lies_ahead() -> None:
    dated = Article("2024-06-01", "Wire", "Talks", None, "talks.txt")
    coarse = Article("2024", "Wire", "Pact", None, "pact.txt")
    articles = [
        dated.says("They met in May.", "meeting", "RUS VNM", "occurred", date="2024-05-30"),
        coarse.says(
            "They signed on 9 June 2024.",
            *("defence_agreement", "RUS VNM", "signed"),
            date="2024-06-09",
        ),
    ]
    with store_of(articles) as store:
        found = timeline(store, "VNM", "RUS")
    assert found.as_of == dt.date(2024, 6, 1)
    assert events_of(found) == []
    stamps = [event["dtstamp"].dt.date() for event in events_of(found, everything=True)]
    assert max(stamps) <= found.as_of


def test_an_event_is_all_day_to_its_stated_end(states: Timeline) -> None:
    visit = by_summary(states, everything=True)["United States to Vietnam: visit"]
    assert days(visit) == (dt.date(2025, 11, 2), dt.date(2025, 11, 4))
    assert (visit["status"], visit["transp"]) == ("CONFIRMED", "TRANSPARENT")
    assert visit["url"] == "https://paper.example/2025"
    assert "arrived in Hanoi on Sunday" in visit["description"]


def test_what_lasts_is_told_on_the_day_it_began(dates: Timeline) -> None:
    access = by_summary(dates, everything=True)["Russia to Vietnam: base access"]
    assert days(access) == (dt.date(2021, 5, 1), dt.date(2021, 5, 2))


def test_no_year_becomes_its_first_of_january_in_silence(dates: Timeline) -> None:
    for event in events_of(dates, everything=True):
        known = "x-hedgerow-precision" not in event
        assert known == ("stands for it" not in event["description"])
        assert known == (", in 20" not in event["summary"])


def test_what_is_planned_is_tentative(states: Timeline) -> None:
    found = events_of(states, everything=True)
    statuses = {str(e["x-hedgerow-standing"]): str(e["status"]) for e in found}
    assert statuses == {"concluded": "CONFIRMED", "prospective": "TENTATIVE"}


def test_denied_and_contested_are_never_plain_events(russia: Timeline) -> None:
    told = {
        name: str(event["status"]) for name, event in by_summary(russia, everything=True).items()
    }
    assert told == {
        "Russia to Vietnam: arms deal, 6 Kilo-class submarines, in 2009-12": "CONFIRMED",
        "denied: Russia to Vietnam: base access, Cam Ranh (in talks)": "CANCELLED",
        "contested: Russia - Vietnam: arms deal, Su-35 (signed), in 2025-07": "TENTATIVE",
    }


def test_what_is_concluded_has_a_yearly_day_if_its_day_is_known(russia: Timeline) -> None:
    assert events_of(russia, anniversaries=True) == []


def test_anniversaries_recur_on_the_last_of_february_for_a_leap_day(dates: Timeline) -> None:
    found = by_summary(dates, anniversaries=True)
    yearly = {name: event for name, event in found.items() if "rrule" in event}
    assert set(yearly) == {
        "anniversary (2020): Russia to Vietnam: arms deal",
        "anniversary (2021): Russia to Vietnam: base access",
        "anniversary (2021): Russia - Vietnam: defence agreement",
    }
    deal = yearly["anniversary (2020): Russia to Vietnam: arms deal"]
    assert deal["rrule"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert deal["dtstart"].dt == dt.date(2021, 2, 28)
    access = yearly["anniversary (2021): Russia to Vietnam: base access"]
    assert access["rrule"] == {"FREQ": ["YEARLY"]}
    assert access["dtstart"].dt == dt.date(2022, 5, 1)


def test_leaves_out_what_is_undated_and_counts_it(states: Timeline) -> None:
    rendering = render(states, "ics", everything=True)
    assert b"C-130" not in rendering.content
    assert rendering.notes == ("1 undated event is not in the calendar.",)
    calendar = icalendar.Calendar.from_ical(rendering.content)
    assert calendar["x-hedgerow-undated"] == "1"


def test_leaves_out_ties(everyone: Timeline) -> None:
    dated = [e for e in everyone.entries if e.edge == "event" and e.stated]
    assert len(events_of(everyone, everything=True)) == len(dated)


def test_ids_are_stable_and_each_its_own(dates: Timeline) -> None:
    found = events_of(dates, everything=True, anniversaries=True)
    ids = [str(event["uid"]) for event in found]
    assert len(set(ids)) == len(ids)
    planned = {str(event["uid"]) for event in events_of(dates)}
    assert planned < set(ids)


def test_stamps_are_the_data_s(dates: Timeline) -> None:
    stamps = {event["dtstamp"].dt for event in events_of(dates, everything=True)}
    assert stamps == {dt.datetime(2024, 6, 30, tzinfo=dt.UTC)}


def test_hostile_text_adds_no_property(hostile: Timeline) -> None:
    lines = content(hostile, "ics", everything=True).split(b"\r\n")
    for line in lines:
        assert not line.startswith((b"ATTENDEE", b"X:", b"URL:javascript"))
        assert len(line) <= 75
    assert len(events_of(hostile, everything=True)) == 3
