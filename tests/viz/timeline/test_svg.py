from xml.etree import ElementTree as ET

import pytest

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import drawing_css, drawing_svg, render
from tests.viz.timeline.reading import content, of_type

SVG = "{http://www.w3.org/2000/svg}"


def drawing(timeline: Timeline) -> ET.Element:
    return ET.fromstring(content(timeline, "svg"))  # noqa: S314  our own output


def embedded(timeline: Timeline) -> ET.Element:
    return ET.fromstring(drawing_svg(timeline))  # noqa: S314  our own output


def titled(root: ET.Element, kind: str) -> dict[str, ET.Element]:
    """The marks or bars by what is told of them."""
    return {
        each.findtext(f"{SVG}title") or "": child
        for each in root.iter()
        if each is not root
        for child in each
        if kind in (child.get("class") or "").split() and each.find(f"{SVG}title") is not None
    }


def titles(root: ET.Element, kind: str) -> list[str]:
    return list(titled(root, kind))


def test_draws_a_mark_an_event_and_a_bar_a_tie(states: Timeline) -> None:
    root = drawing(states)
    assert len(titles(root, "mark")) == 5
    assert len(titles(root, "bar")) == 2
    assert "1. 2013-07-25: United States - Vietnam: level set or raised" in titles(root, "mark")[0]


def test_standings_differ_in_shape_not_only_in_colour(russia: Timeline) -> None:
    def shape(mark: ET.Element) -> str:
        return "+".join(
            child.tag.removeprefix(SVG)
            for child in mark
            if child.get("class") in {"shape", "stroke"}
        )

    shapes = {
        title.split(": ")[1]: shape(mark)
        for title, mark in titled(embedded(russia), "mark").items()
    }
    assert shapes == {
        "Russia to Vietnam": "circle",
        "denied": "rect+path",
        "contested": "path",
    }


def test_lanes_are_counterparts_of_one_actor_or_families_of_a_pair(
    everyone: Timeline, russia: Timeline
) -> None:
    def labels(timeline: Timeline) -> set[str]:
        texts = drawing(timeline).iter(f"{SVG}text")
        return {text.text or "" for text in texts if text.get("class") == "lane-label"}

    assert labels(everyone) == {"United States", "Russia", "China"}
    assert labels(russia) == {"arms", "base access"}


def test_every_mark_can_be_reached_by_keyboard(hostile: Timeline, states: Timeline) -> None:
    for root in (drawing(hostile), drawing(states)):
        holders = [*root.iter(f"{SVG}a"), *(g for g in root.iter(f"{SVG}g") if g.get("tabindex"))]
        assert len(holders) == len(titles(root, "mark")) + len(titles(root, "bar"))
        assert all(holder.findtext(f"{SVG}title") for holder in holders)


def test_links_to_web_addresses_only(hostile: Timeline, states: Timeline) -> None:
    assert [a.get("href") for a in drawing(hostile).iter(f"{SVG}a")] == [
        "https://wire.example/long"
    ]
    addresses = [link.get("href") or "" for link in drawing(states).iter(f"{SVG}a")]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize("name", ["hostile", "everyone", "nothing", "dates"])
def test_is_well_formed_without_scripts(name: str, request: pytest.FixtureRequest) -> None:
    for root in (drawing(request.getfixturevalue(name)), embedded(request.getfixturevalue(name))):
        assert not list(root.iter(f"{SVG}script"))
        assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]


def test_a_drawing_for_a_page_names_its_edges_and_brings_no_style(everyone: Timeline) -> None:
    root = embedded(everyone)
    ids = {each.get("data-edge") for each in root.iter() if each.get("role") == "button"}
    assert ids == {entry.id for entry in everyone.entries}
    assert not list(root.iter(f"{SVG}style"))
    assert not list(root.iter(f"{SVG}a"))
    assert "var(--paper)" in drawing_css()


def test_a_drawing_of_its_own_needs_no_style_from_elsewhere(everyone: Timeline) -> None:
    css = drawing(everyone).findtext(f"{SVG}style") or ""
    assert "var(" not in css
    assert "currentColor" in css


def test_says_what_is_known_to_the_month_or_year_or_by_a_day(dates: Timeline) -> None:
    def parts(type_: str) -> int:
        number = dates.entries.index(of_type(dates, type_)) + 1
        marks = titled(embedded(dates), "mark")
        (mark,) = [each for title, each in marks.items() if title.startswith(f"{number}. ")]
        return sum(child.get("class") == "stretch" for child in mark)

    assert (parts("arms_deal"), parts("visit")) == (0, 0)
    assert (parts("aid"), parts("joint_exercise"), parts("call")) == (1, 1, 1)


def test_tells_an_end_beyond_the_window(dates: Timeline) -> None:
    texts = [text.text for text in embedded(dates).iter(f"{SVG}text")]
    assert "2051" in texts
    years = {int(text) for text in texts if text and text.isdigit() and len(text) == 4}
    assert max(years - {2051}) < 2030


def test_counts_what_has_no_date_at_all(states: Timeline, dates: Timeline) -> None:
    assert render(states, "svg").notes == ()
    assert render(dates, "svg").notes == ("1 event or tie has no date and is not drawn.",)


def test_cuts_names_that_would_fill_the_drawing(hostile: Timeline) -> None:
    assert max(len(text.text or "") for text in drawing(hostile).iter(f"{SVG}text")) < 180


def test_a_drawing_for_a_page_explains_its_shapes(russia: Timeline) -> None:
    words = {text.text for text in embedded(russia).iter(f"{SVG}text")}
    assert "denied" in words
    assert any((text or "").startswith("Contested or denied: ") for text in words)
    bare = ET.fromstring(drawing_svg(russia, legend=False))  # noqa: S314  our own output
    assert "denied" not in {text.text for text in bare.iter(f"{SVG}text")}
