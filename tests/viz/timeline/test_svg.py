from xml.etree import ElementTree as ET

import pytest

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.svg import to_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawing(timeline: Timeline) -> ET.Element:
    return ET.fromstring(to_svg(timeline).content)  # noqa: S314  our own output


def titles(root: ET.Element, kind: str) -> list[str]:
    groups = (g for g in root.iter(f"{SVG}g") if kind in (g.get("class") or "").split())
    return [group.findtext(f"{SVG}title") or "" for group in groups]


def test_draws_a_mark_an_event_and_a_bar_a_tie(states: Timeline) -> None:
    root = drawing(states)
    assert len(titles(root, "mark")) == 5
    assert len(titles(root, "bar")) == 2
    assert "1. 2013-07-25: United States - Vietnam: level set or raised" in titles(root, "mark")[0]


def test_standings_differ_in_shape_not_only_in_colour(russia: Timeline) -> None:
    root = drawing(russia)
    shapes = {
        (group.get("class") or "").split()[1]: [child.tag.removeprefix(SVG) for child in group][1]
        for group in root.iter(f"{SVG}g")
        if (group.get("class") or "").startswith("mark")
    }
    assert shapes == {"concluded": "circle", "negative": "rect", "contested": "path"}


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


def test_links_to_web_addresses_only(hostile: Timeline, states: Timeline) -> None:
    assert not list(drawing(hostile).iter(f"{SVG}a"))
    addresses = [link.get("href") or "" for link in drawing(states).iter(f"{SVG}a")]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize("name", ["hostile", "everyone", "nothing"])
def test_is_well_formed_without_scripts(name: str, request: pytest.FixtureRequest) -> None:
    root = drawing(request.getfixturevalue(name))
    assert not list(root.iter(f"{SVG}script"))
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on")]


def test_counts_what_has_no_date_at_all(states: Timeline) -> None:
    assert to_svg(states).notes == ()
