"""The templates of the drawings: each printed text is freed of controls and then escaped."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from hedgerow.viz.templates import environment_of

ASSETS = files("hedgerow.viz.dossier") / "assets"


def drawn(name: str, **given: object) -> str:
    """A drawing from its template, with the style sheet that all drawings share."""
    css = Markup(_asset("drawing.css"))  # noqa: S704  our own file
    return _environment().get_template(name).render(css=css, **given)


@cache
def _environment() -> Environment:
    return environment_of(ASSETS)


@cache
def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")
