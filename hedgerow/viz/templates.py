"""Templates of pages and drawings: each printed text is freed of controls and then escaped."""

from importlib.resources.abc import Traversable

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from hedgerow.viz.plain import plain


def environment_of(folder: Traversable) -> Environment:
    """The environment of the templates in a folder of ours."""
    return Environment(
        autoescape=True,
        finalize=_finalize,
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def _finalize(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
