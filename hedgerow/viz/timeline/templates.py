"""The templates of drawings and pages: everything escaped, no control characters, web links."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.words.phrases import names
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain

ASSETS = files("hedgerow.viz.timeline") / "assets"


@cache
def environment() -> Environment:
    """Templates in which each printed text is freed of controls and then escaped."""
    made = Environment(
        autoescape=True,
        finalize=_finalize,
        loader=FunctionLoader(asset),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters.update(address=_address, credit=_credit, told=_told, web_address=web_address)
    return made


@cache
def asset(name: str) -> str:
    """The text of one of our own files."""
    return (ASSETS / name).read_text("utf-8")


def style(*sheets: str) -> Markup:
    """Our own style sheets, which go in as they are."""
    return Markup("\n".join(map(asset, sheets)))  # noqa: S704  our own files


def _finalize(value: object) -> object:
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _address(entry: TimelineEntry) -> str | None:
    return next(filter(None, (web_address(source.address) for source in entry.sources)), None)


def _told(entry: TimelineEntry) -> str:
    end = f" to {entry.end}" if entry.end else ""
    return f"{entry.date}{end}: {entry.words}"


def _credit(source: Source) -> str:
    """Whose sentence it is and what it says of the matter: `denied; Outlet, title, 2016-10-13`."""
    status = vocabulary().status(source.status).label
    said_by = f" by {names([source.attributed_to])[0]}" if source.attributed_to else ""
    stands = (source.publisher, source.title, source.published)
    return f"{status}{said_by}; {', '.join(filter(None, stands))}".rstrip("; ")
