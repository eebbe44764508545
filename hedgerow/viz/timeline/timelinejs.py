"""A timeline as the JSON that TimelineJS reads (https://timeline.knightlab.com/docs/json-format).

A date has the year, month and day as far as they are known. What is dated only by its publication
stands there with a `display_date` that says so. TimelineJS renders texts as HTML, so they are
escaped, and no character of them can end a script that holds the file.
"""

from collections.abc import Iterator

from markupsafe import Markup, escape

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import counted, names, slug_words
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import as_json, plain
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.scale import began
from hedgerow.viz.timeline.templates import credit, quotation, when_told

PARTS = ("year", "month", "day")
SHOWN_SOURCES = 3
QUOTE = Markup("<blockquote><p>{}</p><p><small>{}{}</small></p></blockquote>")
LINK = Markup(' <a href="{}" rel="noreferrer noopener">{}</a>')
ACTING = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})

Slide = dict[str, object]


def to_timelinejs(timeline: Timeline) -> Rendering:
    """A title and a slide an event or tie, without media; what has no date at all is left out."""
    placed = [(entry, date) for entry in timeline.entries if (date := _date_of(entry))]
    title = {
        "unique_id": "title",
        "autolink": False,
        "text": {"headline": _shown(timeline.title), "text": _shown(timeline.in_words)},
    }
    slides = [_slide(entry, date, timeline) for entry, date in placed]
    whole = {"scale": "human", "title": title, "events": slides}
    text = as_json(whole, indent=2).translate(ACTING)
    left = len(timeline.entries) - len(placed)
    note = f"{counted(left, 'event or tie has', 'events or ties have')} no date and no slide."
    return Rendering(f"{text}\n".encode(), (note,) if left else ())


def _date_of(entry: TimelineEntry) -> str | None:
    """The date as stated, else as published: that of `by 2024-07-10`."""
    date = began(entry)
    return None if date is None else date.edtf


def _slide(entry: TimelineEntry, date: str, timeline: Timeline) -> Slide:
    slide: Slide = {
        "unique_id": entry.id.replace("/", "-"),
        "autolink": False,
        "start_date": _parts(date),
        "display_date": _shown(when_told(entry)),
        "group": _shown(_group(entry, timeline)),
        "text": {"headline": _shown(_headline(entry)), "text": "".join(_quotes(entry))},
    }
    if entry.end is not None and entry.end != date:
        slide["end_date"] = _parts(entry.end)
    return slide


def _headline(entry: TimelineEntry) -> str:
    return f"{entry.words} (tie {entry.standing})" if entry.edge == "tie" else entry.words


def _group(entry: TimelineEntry, timeline: Timeline) -> str:
    others = [actor for actor in entry.actors if actor not in timeline.actors]
    if len(timeline.actors) > 1 or not others:
        return slug_words(entry.group)
    return names(others)[0] if len(others) == 1 else "several actors"


def _parts(edtf: str) -> dict[str, int]:
    """`{"year": 2023, "month": 9}`: as far as the date is known."""
    parse_partial_date(edtf)
    return {name: int(part) for name, part in zip(PARTS, edtf.split("-"), strict=False)}


def _quotes(entry: TimelineEntry) -> Iterator[str]:
    for source in entry.sources[:SHOWN_SOURCES]:
        yield QUOTE.format(plain(quotation(source.quote)), plain(credit(source)), _link(source))
    if len(entry.sources) > SHOWN_SOURCES:
        yield f"<p><small>and {len(entry.sources) - SHOWN_SOURCES} more</small></p>"


def _link(source: Source) -> Markup:
    address = web_address(source.address)
    return LINK.format(address, address) if address else Markup()


def _shown(text: str) -> str:
    return str(escape(plain(text)))
