import datetime as dt
from itertools import pairwise

import pytest
from lxml import etree

from hedgerow.ontology.ladders import ladders
from hedgerow.queries.dossier.years import Point
from hedgerow.queries.reading.rows import Cell
from hedgerow.viz.dossier.chart import Series, chart_of
from hedgerow.viz.dossier.labels import LINE_HEIGHT, Label, spread
from hedgerow.viz.dossier.stairs import stairs_of
from hedgerow.viz.dossier.templates import drawn
from hedgerow.viz.report.drawings import inline

EDGES = tuple(f"event/{n}" for n in range(12))
SCALE = [(0.0, "0 China"), (50.0, "50"), (100.0, "100 Peru")]
ON = dt.date(2025, 12, 31)


def chart(*points: Point) -> list[etree._Element]:
    years = [str(2020 + n) for n in range(len(points))]
    made = chart_of(years, [Series("", points, "67")], SCALE)
    svg = drawn("chart.svg.j2", title="Lean <by> year", chart=made)
    assert inline(svg)
    return list(etree.fromstring(svg.encode()).iter())


def of_class(elements: list[etree._Element], word: str) -> list[etree._Element]:
    return [one for one in elements if word in str(one.get("class", "")).split()]


def step(level: str | None, since: str | None, until: str | None = None) -> dict[str, Cell]:
    return {"stated_level": level, "since": since, "until": until, "held": "held"}


def test_a_line_breaks_where_there_is_no_data() -> None:
    firm, gap = Point(67, EDGES, 50, 80), Point(None, ())
    elements = chart(firm, firm, gap, firm, Point(100, EDGES, lacking=("CHN",)), firm, firm)
    assert len(of_class(elements, "line")) == 2
    assert len(of_class(elements, "band")) == 2
    assert len(of_class(elements, "whisker")) == 1
    assert len(of_class(elements, "mark")) == 5


def test_thin_points_are_hollow() -> None:
    elements = chart(Point(10, EDGES[:3]), Point(20, EDGES))
    assert len(of_class(elements, "hollow")) == 1


@pytest.mark.parametrize("points", [(), (Point(None, ()),), (Point(0.0, EDGES),)])
def test_one_year_or_no_data_can_be_drawn(points: tuple[Point, ...]) -> None:
    assert chart(*(points or (Point(None, ()),)))


def test_labels_never_cover_each_other() -> None:
    made = spread([Label(str(n), n, 0, 100, 10, 100) for n in range(6)], 120)
    places = [one.text_y for one in made]
    assert all(b - a >= LINE_HEIGHT for a, b in pairwise(places))
    assert places[-1] <= 120


def test_steps_rise_on_the_own_ladder() -> None:
    rows = [
        step("comprehensive", "2013-07-25", "2023-09-10"),
        step("comprehensive_strategic", "2023-09-10"),
    ]
    made = stairs_of(ladders()["VNM"], {"USA": rows, "CHN": [step("strategic", "2008")]}, ON)
    assert made is not None
    first, second, other = made.steps
    assert second.y < other.y < first.y
    assert second.rise is not None
    assert other.vague is not None
    assert made.apart is None
    assert {label.text for label in made.labels} == {"United States", "China"}


def test_a_level_that_is_told_to_have_ended_by_a_day_can_be_drawn() -> None:
    rows = [step("comprehensive", "2013-07-25", "by 2020-03-02")]
    made = stairs_of(ladders()["VNM"], {"USA": rows}, ON)
    dated = stairs_of(ladders()["VNM"], {"USA": [step("comprehensive", "2013-07-25")]}, ON)
    assert made is not None and dated is not None
    assert made.steps[0].end < dated.steps[0].end


def test_what_is_not_ranked_stands_apart() -> None:
    rows = [step("strategic", "2008", "2012-01-01"), step("special", "2012-01-01")]
    made = stairs_of(ladders()["VNM"], {"LAO": rows}, ON)
    assert made is not None
    assert made.apart is not None
    assert made.steps[0].y < made.apart < made.steps[1].y
    assert made.steps[1].rise is None


def test_without_a_ladder_nothing_is_ranked() -> None:
    rows = [step("comprehensive", "2010", "2015-02-01"), step("strategic", "2015-02-01")]
    made = stairs_of(None, {"USA": rows}, ON)
    assert made is not None
    assert all(each.rise is None for each in made.steps)
    assert "not ranked" not in drawn("stairs.svg.j2", title="", stairs=made)


def test_no_dated_level_is_no_drawing() -> None:
    assert stairs_of(None, {"USA": [step("strategic", None)], "CHN": []}, ON) is None
