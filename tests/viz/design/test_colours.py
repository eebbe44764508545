import re
from itertools import pairwise
from typing import get_args

import pytest

from hedgerow.viz.design import palette, style
from hedgerow.viz.design.values import Mode, raw_design
from tests.viz.design.colours import EYES, contrast, nearest

MODES = get_args(Mode)
LEAST = {"text": 4.5, "drawn": 3.0}
APART = 12.0
"""Two colours at this distance are told apart at a glance; about 2 is the least one can see."""


def groups(mode: Mode) -> dict[str, str]:
    return {one.name: palette(mode)[one.name] for one in style().groups}


def series(mode: Mode) -> dict[str, str]:
    return {name: value for name, value in palette(mode).items() if name.startswith("series")}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("use", LEAST)
def test_what_is_read_and_drawn_stands_out_from_its_surface(mode: Mode, use: str) -> None:
    colours = palette(mode)
    pairs = [(one, on) for one, ons in raw_design()["contrast"][use].items() for on in ons]
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < LEAST[use]} == {}


@pytest.mark.parametrize("mode", MODES)
def test_groups_and_series_stand_out_from_the_page(mode: Mode) -> None:
    colours = palette(mode)
    for name, colour in (groups(mode) | series(mode)).items():
        for surface in ("paper", "panel"):
            assert contrast(colour, colours[surface]) >= LEAST["drawn"], (name, surface)


@pytest.mark.parametrize("mode", MODES)
def test_standings_can_be_read_on_the_page_and_on_their_tint(mode: Mode) -> None:
    colours = palette(mode)
    for one in style().standings:
        for surface in ("paper", "panel", f"{one.name}-tint"):
            assert contrast(colours[one.name], colours[surface]) >= LEAST["text"], (one, surface)
        assert contrast(colours["ink"], colours[f"{one.name}-tint"]) >= LEAST["text"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("eye", EYES)
def test_groups_and_series_stay_apart_for_every_eye(mode: Mode, eye: str) -> None:
    for colours in (groups(mode), series(mode)):
        distance, one, other = nearest(colours, eye)
        assert distance >= APART, (one, other)


@pytest.mark.parametrize("mode", MODES)
def test_a_measure_grows_evenly_away_from_the_page(mode: Mode) -> None:
    colours = palette(mode)
    steps = [contrast(colours[f"heat{step}"], colours["paper"]) for step in range(5)]
    assert steps == sorted(steps)
    assert all(later / earlier > 1.1 for earlier, later in pairwise(steps))


def test_dark_has_every_colour_that_light_has() -> None:
    assert palette("dark").keys() == palette("light").keys() == palette("print").keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in palette("dark").values())


def test_the_measures_of_contrast_and_distance_are_the_known_ones() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert nearest({"a": "#000000", "b": "#ffffff"}, "trichromat")[0] == pytest.approx(100, abs=0.1)
