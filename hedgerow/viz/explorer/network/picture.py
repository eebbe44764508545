"""The network as a drawing that stands alone: SVG, and PNG made of it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import resvg_py
from jinja2 import Environment, StrictUndefined, Template

from hedgerow.viz.design import palette, style
from hedgerow.viz.explorer.network.answers import Line, Network, Node
from hedgerow.viz.explorer.network.drawn import looks
from hedgerow.viz.explorer.network.names import HEIGHT, Box, Mark, named

WIDTH, HEIGHT_ALL, LEGEND = 1200, 820, 90
MARGIN_X, MARGIN_Y = 80, 50
TEXT = 13.0
RADIUS = (7.0, 17.0)
STROKE, STEP, WIDEST, ASIDE = 1.5, 1.2, 6.0, 0.28
PIXELS = 2.0
"""Pixels of a PNG a unit of the drawing."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line as it is drawn."""

    line: Line
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    dashes: str
    opacity: float
    asked: bool


def svg(network: Network) -> str:
    """The drawing in light colours, with its legend and what was left out."""
    marks = {mark.code: mark for mark in _marks(network)}
    ordered = list(marks.values())
    names = named(ordered, TEXT, network.focus)
    return _template().render(
        width=WIDTH,
        height=HEIGHT_ALL,
        legend=HEIGHT_ALL - LEGEND,
        colours=palette("light"),
        lines=list(_lines(network, marks))[::-1],
        marks=ordered,
        nodes={node.code: node for node in network.nodes},
        names={code: _baseline(box) for code, box in names.items()},
        network=network,
        groups=[one for one in style().groups if any(n.group == one.name for n in network.lines)],
        looks=[one for one in looks() if any(n.standing == one.name for n in network.lines)],
        told=_told,
        text=TEXT,
    )


def png(network: Network) -> bytes:
    """The same as pixels."""
    picture: bytes = resvg_py.svg_to_bytes(svg_string=svg(network), zoom=PIXELS)
    return picture


def _marks(network: Network) -> Iterator[Mark]:
    most = max((node.matters for node in network.nodes), default=1)
    for node in network.nodes:
        x = MARGIN_X + node.x * (WIDTH - 2 * MARGIN_X)
        y = MARGIN_Y + node.y * (HEIGHT_ALL - LEGEND - 2 * MARGIN_Y)
        yield Mark(node.code, node.label, round(x, 1), round(y, 1), _radius(node, most))


def _radius(node: Node, most: int) -> float:
    least, largest = RADIUS
    return round(least + (largest - least) * math.sqrt(node.matters / most), 1)


def _lines(network: Network, marks: dict[str, Mark]) -> Iterator[Drawn]:
    by_name = {look.name: look for look in network.standings}
    for line in network.lines:
        look, one, other = by_name[line.standing], marks[line.a], marks[line.b]
        aside = bool(network.focus) and not {line.a, line.b} & set(network.focus)
        yield Drawn(
            line,
            *(one.x, one.y, other.x, other.y),
            width=round(min(STROKE + STEP * math.sqrt(line.size - 1), WIDEST), 1),
            dashes=" ".join(map(str, look.dashes)),
            opacity=round(look.opacity * (ASIDE if aside else 1), 2),
            asked=line.disputed and not look.disputed,
        )


def _told(line: Line) -> str:
    counted = zip(line.counts, looks(), strict=True)
    return ", ".join(f"{number} {look.label.lower()}" for number, look in counted if number)


def _baseline(box: Box) -> tuple[float, float]:
    return round((box.left + box.right) / 2, 1), round(box.bottom - TEXT * (HEIGHT - 1), 1)


def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = files("hedgerow.viz.explorer") / "assets" / "network.svg.j2"
    return environment.from_string(source.read_text("utf-8"))
