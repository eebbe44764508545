"""The templates of drawings and pages: everything escaped, no control characters, web links."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment

from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.words.grades import held_of
from hedgerow.queries.words.phrases import DENIED, is_row, names, shown_quote, status_text
from hedgerow.viz.files import file_name
from hedgerow.viz.links import web_address
from hedgerow.viz.templates import environment_of
from hedgerow.viz.timeline.drawing import Bar, Mark
from hedgerow.viz.timeline.looks import cut

ASSETS = files("hedgerow.viz.timeline") / "assets"
LONGEST_TITLE = 240


@cache
def environment() -> Environment:
    """Templates in which each printed text is freed of controls and then escaped."""
    made = environment_of(ASSETS)
    made.filters.update(
        address=address_of,
        credit=credit,
        cut=cut,
        quotation=quotation,
        told=_told,
        web_address=web_address,
    )
    return made


@cache
def asset(name: str) -> str:
    """The text of one of our own files."""
    return (ASSETS / name).read_text("utf-8")


def address_of(entry: TimelineEntry) -> str | None:
    """The first web address among its sources."""
    return next(filter(None, (web_address(source.address) for source in entry.sources)), None)


def shareable(address: str) -> str:
    """A web address as it is; of a path its file's name, since the rest tells of one machine."""
    return address if web_address(address) else file_name(address)


def credit(source: Source) -> str:
    """Whose sentence it is and what it says of the matter: `denied; Outlet, title, 2016-10-13`."""
    status = status_text(source.status, None if source.status == DENIED else source.stage)
    said_by = f" by {names([source.attributed_to])[0]}" if source.attributed_to else ""
    title = cut(source.title or "", LONGEST_TITLE)
    stands = (source.publisher, title, source.published)
    told = f"{status}{said_by}; {', '.join(filter(None, stands))}".rstrip("; ")
    return "; ".join((told, *held_of(source)))


def quotation(quote: str) -> str:
    """A sentence in quotation marks; of a row of a table its note, as its cells are told anyway."""
    return shown_quote(quote) if is_row(quote) else f"“{quote}”"


def when_told(entry: TimelineEntry) -> str:
    """Its date and end for display: `2025-11-02 to 2025-11-03`."""
    end = f" to {entry.end}" if entry.end else ""
    return f"{'possibly ' if entry.possibly else ''}{entry.date}{end}"


def _told(item: Mark | Bar) -> str:
    tie = f" ({item.entry.standing})" if item.entry.edge == "tie" else ""
    told = f"{item.number}. {when_told(item.entry)}: {item.entry.words}{tie}"
    return cut(told, LONGEST_TITLE)
