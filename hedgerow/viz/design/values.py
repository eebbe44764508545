"""The values of the design: sizes for all modes, colours for each (assets/design.yaml)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

ASSETS = files("hedgerow.viz.design") / "assets"
Mode = Literal["light", "dark", "print"]


@cache
def raw_design() -> Mapping[str, Any]:
    """The content of design.yaml."""
    content: Mapping[str, Any] = yaml.safe_load((ASSETS / "design.yaml").read_text("utf-8"))
    return content


@cache
def sizes() -> Mapping[str, str]:
    """Fonts, sizes, spaces and radii by the name of their custom property: `text-small`."""
    parts = {part: raw_design()[part] for part in ("text", "space", "radius")}
    return {
        f"{part}-{name}": str(value)
        for part, values in parts.items()
        for name, value in values.items()
    }


@cache
def palette(mode: Mode = "light") -> Mapping[str, str]:
    """Every colour of a mode by the name of its custom property.

    A drawing that stands alone, as a picture or in a text document, takes its colours from here.
    Groups and standings are there by name, standings also as `<name>-tint`.
    """
    raw = raw_design()
    colour, tint = ("dark", "dark_tint") if mode == "dark" else ("colour", "tint")
    found = dict(raw["modes"]["dark" if mode == "dark" else "light"])
    found |= raw["modes"]["print"] if mode == "print" else {}
    found |= {one["name"]: one[colour] for one in (*raw["groups"], *raw["standings"])}
    return found | {f"{one['name']}-tint": one[tint] for one in raw["standings"]}
