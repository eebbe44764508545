"""The style sheet of the design: custom properties for every mode, then the base components."""

import re
from collections.abc import Mapping
from functools import cache

from hedgerow.viz.design.styles import style
from hedgerow.viz.design.values import ASSETS, palette, sizes

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
MODES = """:root {{ color-scheme: light dark; {sizes} {light} }}
@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark} }} }}
@media screen {{
  :root[data-theme="dark"] {{ color-scheme: dark; {dark} }}
  :root[data-theme="light"] {{ color-scheme: light; }}
}}
@media print {{ :root {{ color-scheme: light; {paper} }} }}
"""


@cache
def css() -> str:
    """All of it, for a page of its own or as the first part of one's style sheet."""
    return properties() + looks() + (ASSETS / "base.css").read_text("utf-8")


@cache
def properties() -> str:
    """The custom properties alone.

    The reader's system chooses light or dark, `data-theme` on the root element overrules it, and
    what is printed is light.
    """
    return MODES.format(
        sizes=_declared(sizes()),
        light=_declared(palette("light")),
        dark=_declared(palette("dark")),
        paper=_declared(palette("print")),
    )


@cache
def looks() -> str:
    """A class for each group, which sets `--colour`, and one for each standing, with `--dashes`."""
    groups = [f".{one.name} {{ --colour: var(--{one.name}); }}" for one in style().groups]
    standings = [
        f".{one.name} {{ --tone: var(--{one.name}); --tint: var(--{one.name}-tint); "
        f"--dashes: {' '.join(map(str, one.dashes)) or 'none'}; }}"
        for one in style().standings
    ]
    return "\n".join([*groups, *standings, ""])


def coloured(sheet: str) -> str:
    """A style sheet with light values for custom properties, which drawing programs do not know."""
    values: Mapping[str, str] = {**palette("light"), **sizes()}
    return _VARIABLE.sub(lambda match: values[match[1]], sheet)


def _declared(values: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
