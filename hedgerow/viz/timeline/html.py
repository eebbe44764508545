"""A timeline as a page to read and print: the drawing and, beneath it, every sentence."""

import base64
import hashlib

from markupsafe import Markup

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.design import css
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.legend import legend_of
from hedgerow.viz.timeline.looks import look_of
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.styles import drawing_css
from hedgerow.viz.timeline.svg import left_out, remarks
from hedgerow.viz.timeline.templates import asset, environment, when_told

POLICY = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
BESIDE = 12.0
"""How far the lanes reach to the left of the first day."""
SHOWN_SOURCES = 5
"""As many sentences of an event are printed; further ones are counted."""
LONGEST_TEXT = 1200
"""As many letters of a sentence or name are printed; other formats have the whole."""


def to_html(timeline: Timeline) -> Rendering:
    """One page, complete in itself, without scripts; works with no network."""
    layout = lay_out(timeline)
    sheet = css() + drawing_css() + asset("page.css")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    page = environment().get_template("page.html.j2")
    content = page.render(
        timeline=timeline,
        layout=layout,
        view_from=layout.left - BESIDE,
        css=Markup(sheet),  # noqa: S704  our own files
        policy=POLICY.format(digest=digest),
        notes=tuple(remarks(layout)),
        legend=legend_of(layout),
        look_of=look_of,
        when_told=when_told,
        shown=SHOWN_SOURCES,
        longest=LONGEST_TEXT,
    )
    return Rendering(content.encode(), left_out(layout))
