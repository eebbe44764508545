"""Timelines of an actor or a pair: the rows, the drawing and files in every format."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from hedgerow.queries.words.phrases import names
from hedgerow.viz.explorer.asked import DayAsked, PageAsked, ReaderAsked, actor
from hedgerow.viz.explorer.downloads import attachment
from hedgerow.viz.explorer.timelines.course import Course, Wanted, course, drawing
from hedgerow.viz.explorer.timelines.lines import Drawn, Format, Lines, line
from hedgerow.viz.timeline import drawing_css, form_named, forms, render

router = APIRouter(tags=["timeline"])


def _course(  # noqa: PLR0917  as many filters as the address has
    reader: ReaderAsked,
    on: DayAsked,
    a: Annotated[str, Query(description="One side, by name or code.")],
    b: Annotated[str | None, Query(description="The other; without it everything of a.")] = None,
    start: Annotated[str | None, Query(alias="from", description="Not before.")] = None,
    end: Annotated[str | None, Query(alias="to", description="Not after.")] = None,
    group: Annotated[str, Query(description="Groups of types, with commas; all without.")] = "",
    standing: Annotated[str, Query(description="Standings, with commas; all without.")] = "",
    at: Annotated[str | None, Query(description="As of this day.")] = None,
) -> Course:
    wanted = Wanted(
        a=actor(a),
        b=actor(b) if b else None,
        start=start or None,
        end=end or None,
        groups=frozenset(filter(None, group.split(","))),
        looks=frozenset(filter(None, standing.split(","))),
    )
    return course(reader, wanted, on, asked=bool(at))


CourseAsked = Annotated[Course, Depends(_course)]


@router.get("/api/timeline")
def lines(found: CourseAsked, on: DayAsked, page: PageAsked) -> Lines:
    """What happened between two actors, or of one, oldest first; filtered and paged."""
    part = found.shown[page.offset : page.offset + page.limit]
    return Lines(
        title=found.timeline.title,
        names=tuple(names(found.timeline.actors)),
        in_words=found.timeline.in_words,
        on=on.isoformat(),
        total=len(found.shown),
        hidden=found.hidden,
        later=found.later,
        rows=tuple(map(line, part)),
        formats=tuple(Format(each.name, each.about) for each in forms().values()),
    )


@router.get("/api/timeline/drawing")
def drawn(found: CourseAsked) -> Drawn:
    """The same as a swim-lane drawing, a lane for each counterpart or family of types."""
    return Drawn(*drawing(found.timeline))


@router.get("/api/timeline/drawing.css", response_class=Response)
def looks() -> Response:
    """The style sheet of such drawings, beside the design's."""
    return Response(drawing_css(), media_type="text/css")


@router.get("/export/timeline.{form}", response_class=Response)
def export(
    form: str,
    found: CourseAsked,
    everything: Annotated[
        bool, Query(description="In a calendar also what is over, not only what is coming.")
    ] = False,
) -> Response:
    """The same as a file, in the formats of `hedgerow timeline`: csv, xlsx, ics, docx, svg ..."""
    wanted = form_named(form)
    asked = {"everything": everything, "bom": True}
    options = {name: True for name, on in asked.items() if on and name in wanted.options}
    rendering = render(found.timeline, form, **options)
    name = f"timeline-{'-'.join(found.timeline.actors)}"
    return attachment(rendering.content, name, wanted.ending, wanted.media)
