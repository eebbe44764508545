"""The templates of drawings: each printed text is freed of controls and then escaped."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from hedgerow.viz.design import palette, sizes
from hedgerow.viz.plain import plain

ASSETS = files("hedgerow.viz.drawings") / "assets"
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")


def drawn(name: str, *, alone: bool, **given: object) -> str:
    """A drawing from its template and style sheet of one name.

    `alone` with all its colours, for a file of its own; else the page's design colours it.
    """
    css = _asset(f"{name}.css")
    style = Markup(_coloured(css) if alone else css)  # noqa: S704  our own file
    template = _environment().get_template(f"{name}.svg.j2")
    return template.render(css=style, alone=alone, **given).strip()


def _coloured(css: str) -> str:
    """The sheet without variables, which drawing programs do not know."""
    values: Mapping[str, str] = {**palette("light"), **sizes()}
    return _VARIABLE.sub(lambda match: values[match[1]], css)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        finalize=_finalize,
        loader=FunctionLoader(_asset),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")


def _finalize(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
