"""The templates of the drawings: each printed text is freed of controls and then escaped."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from hedgerow.viz.plain import plain

ASSETS = files("hedgerow.viz.dossier") / "assets"


def drawn(name: str, **given: object) -> str:
    """A drawing from its template, with the style sheet that all drawings share."""
    css = Markup(_asset("drawing.css"))  # noqa: S704  our own file
    return _environment().get_template(name).render(css=css, **given)


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
