"""The rows of a timeline as the page shows them."""

from dataclasses import dataclass

from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.words.phrases import names, shown_quote
from hedgerow.viz.explorer.timelines.course import Shown
from hedgerow.viz.plain import plain


@dataclass(frozen=True, slots=True)
class Line:
    """An event or tie of a timeline, with the sentence that best tells it."""

    id: str
    edge: str
    date: str
    end: str | None
    possibly: bool
    words: str
    label: str
    group: str
    look: str
    badge: str
    actors: tuple[str, ...]
    names: tuple[str, ...]
    documents: int
    unconfirmed_since: str | None
    quote: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files, and what it is for."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of a timeline.

    `total` rows fit the filters, `hidden` do not, `later` cannot be placed by the day looked at.
    """

    title: str
    names: tuple[str, ...]
    in_words: str
    on: str
    total: int
    hidden: int
    later: int
    rows: tuple[Line, ...]
    formats: tuple[Format, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing as SVG, its marks with `data-edge` ids, and what it leaves out."""

    svg: str
    notes: tuple[str, ...]


def line(one: Shown) -> Line:
    """An entry as a row."""
    entry = one.entry
    source = entry.sources[0] if entry.sources else None
    return Line(
        id=entry.id,
        edge=entry.edge,
        date=entry.date,
        end=entry.end,
        possibly=entry.possibly,
        words=plain(entry.words),
        label=entry.label,
        group=one.group,
        look=one.look,
        badge=one.badge,
        actors=entry.actors,
        names=tuple(names(entry.actors)),
        documents=entry.documents,
        unconfirmed_since=entry.unconfirmed_since,
        quote=plain(shown_quote(source.quote)) if source else None,
        outlet=plain(outlet_name(source)) if source else None,
        published=source.published if source else None,
    )
