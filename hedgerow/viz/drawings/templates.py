"""The templates of drawings: each printed text is freed of controls and then escaped."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from hedgerow.viz.design import coloured
from hedgerow.viz.templates import environment_of

ASSETS = files("hedgerow.viz.drawings") / "assets"


def drawn(name: str, *, alone: bool, **given: object) -> str:
    """A drawing from its template and style sheet of one name.

    `alone` with all its colours, for a file of its own; else the page's design colours it.
    """
    css = _asset(f"{name}.css")
    style = Markup(coloured(css) if alone else css)  # noqa: S704  our own file
    template = _environment().get_template(f"{name}.svg.j2")
    return template.render(css=style, alone=alone, **given).strip()


@cache
def _environment() -> Environment:
    return environment_of(ASSETS)


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")
