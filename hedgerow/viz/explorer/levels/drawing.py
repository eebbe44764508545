"""The staircase of levels with marks that lead to their evidence."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from hedgerow.queries.words.phrases import listed
from hedgerow.viz.design import coloured
from hedgerow.viz.dossier.stairs import Stairs
from hedgerow.viz.explorer.levels.told import Level
from hedgerow.viz.templates import environment_of

ASSETS = files("hedgerow.viz.explorer") / "assets"
HERE = files("hedgerow.viz.explorer") / "levels"
CAPTION = (
    "As far as the archive tells. Dotted and hollow: possible, not sure. What is only planned, "
    "reported or denied is no step."
)


def stairs_svg(title: str, stairs: Stairs, levels: Sequence[Level]) -> str:
    """The drawing for a page with stairs.css; `levels` are drawn in the order of the steps."""
    return _drawn(title=title, stairs=stairs, levels=levels, css=None, lines=())


def stairs_alone(
    title: str, stairs: Stairs, levels: Sequence[Level], missing: Sequence[str]
) -> str:
    """The drawing as a file of its own; it names the powers that no step is drawn of."""
    left_out = f"Not drawn, no dated level in this archive: {listed(missing)}." if missing else ""
    css = Markup(_own_css())  # noqa: S704  our own file
    return _drawn(title=title, stairs=stairs, levels=levels, css=css, lines=(CAPTION, left_out))


def _drawn(stairs: Stairs, levels: Sequence[Level], **given: object) -> str:
    steps = list(zip(stairs.steps, levels, strict=True))
    template = _environment().get_template("stairs.svg.j2")
    return template.render(stairs=stairs, steps=steps, **given).strip()


@cache
def _own_css() -> str:
    return coloured((ASSETS / "css" / "stairs.css").read_text("utf-8"))


@cache
def _environment() -> Environment:
    return environment_of(HERE)
