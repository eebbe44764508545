import struct
from xml.etree import ElementTree as ET

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import png, render
from tests.viz.timeline.reading import content


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture[12:16] == b"IHDR"
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_is_the_drawing_at_a_scale(scale: float, russia: Timeline) -> None:
    root = ET.fromstring(content(russia, "svg"))  # noqa: S314  our own output
    drawn = (float(str(root.get("width"))), float(str(root.get("height"))))
    shown = size_of(content(russia, "png", scale=scale))
    assert shown == pytest.approx([side * scale for side in drawn], abs=1)


def test_draws_a_hostile_article(hostile: Timeline) -> None:
    assert size_of(content(hostile, "png"))[0] == 2240


@pytest.mark.parametrize("scale", [0.0, -1.0, 9.0, float("nan")])
def test_refuses_a_scale_that_draws_nothing_or_too_much(scale: float, russia: Timeline) -> None:
    with pytest.raises(UsageError, match=r"a scale from 0\.25 to 8"):
        render(russia, "png", scale=scale)


def test_refuses_a_picture_that_is_too_large(
    russia: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 100_000)
    with pytest.raises(UsageError, match=r"give a scale up to 0\.6"):
        render(russia, "png")


def test_refuses_to_draw_without_fonts(russia: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "picture", lambda svg: None)
    with pytest.raises(UsageError, match="No font is installed"):
        render(russia, "png")
