"""The field rules of TimelineJS: https://timeline.knightlab.com/docs/json-format.html."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import render
from tests.viz.timeline.conftest import SCRIPT
from tests.viz.timeline.reading import content

SLIDE = {"start_date", "end_date", "text", "group", "display_date", "autolink", "unique_id"}
TAGS = {"blockquote", "p", "small", "a"}


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def read(timeline: Timeline) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(content(timeline, "timelinejs"))
    return whole


def slide_of(timeline: Timeline, headline: str) -> dict[str, Any]:
    (found,) = [one for one in read(timeline)["events"] if one["text"]["headline"] == headline]
    return dict(found)


def check_date(date: dict[str, Any]) -> None:
    assert list(date) in (["year"], ["year", "month"], ["year", "month", "day"])
    assert all(isinstance(part, int) for part in date.values())
    assert 1 <= date.get("month", 1) <= 12
    assert 1 <= date.get("day", 1) <= 31


def check(whole: dict[str, Any]) -> None:
    assert set(whole) == {"scale", "title", "events"}
    assert whole["scale"] == "human"
    slides = whole["events"]
    ids = [slide["unique_id"] for slide in (whole["title"], *slides)]
    assert len(set(ids)) == len(ids)
    for slide in slides:
        assert SLIDE - {"end_date"} <= set(slide) <= SLIDE
        assert set(slide["text"]) == {"headline", "text"}
        check_date(slide["start_date"])
        check_date(slide.get("end_date", slide["start_date"]))
        for tag, attributes in Tags(slide["text"]["headline"] + slide["text"]["text"]).found:
            assert tag in TAGS
            assert set(attributes) <= {"href", "rel"}
            assert str(attributes.get("href", "https://")).startswith("https://")


@pytest.mark.parametrize("name", ["states", "russia", "everyone", "dates", "hostile", "nothing"])
def test_keeps_the_field_rules(name: str, request: pytest.FixtureRequest) -> None:
    check(read(request.getfixturevalue(name)))


def test_dates_are_as_exact_as_they_are_known(dates: Timeline) -> None:
    day = slide_of(dates, "Russia to Vietnam: arms deal")
    month = slide_of(dates, "Russia - Vietnam: meeting")
    year = slide_of(dates, "Russia to Vietnam: aid")
    by = slide_of(dates, "Russia - Vietnam: call")
    assert day["start_date"] == {"year": 2020, "month": 2, "day": 29}
    assert (month["start_date"], month["display_date"]) == ({"year": 2023, "month": 3}, "2023-03")
    assert (year["start_date"], year["display_date"]) == ({"year": 2022}, "2022")
    assert by["display_date"] == "by 2024-06-30"
    access = slide_of(dates, "Russia to Vietnam: base access")
    assert access["end_date"] == {"year": 2051}


def test_leaves_out_what_has_no_date_at_all(dates: Timeline) -> None:
    rendering = render(dates, "timelinejs")
    assert b"speak well" not in rendering.content
    assert rendering.notes == ("1 event or tie has no date and no slide.",)


def test_a_plan_is_told_as_one(dates: Timeline) -> None:
    assert slide_of(dates, "planned: Russia to Vietnam: visit")["group"] == "contact"


def test_hostile_text_is_escaped_twice(hostile: Timeline) -> None:
    raw = content(hostile, "timelinejs")
    assert b"<" not in raw
    headlines = [slide["text"]["headline"] for slide in read(hostile)["events"]]
    assert any("&lt;script&gt;alert(1)" in headline for headline in headlines)
    assert not any(SCRIPT in headline for headline in headlines)
