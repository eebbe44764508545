"""A timeline as a page to read and print: the drawing and, beneath it, every sentence."""

import base64
import hashlib

from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, NEGATIVE, PROSPECTIVE
from hedgerow.viz.timeline.layout import lay_out
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.svg import left_out
from hedgerow.viz.timeline.templates import environment, style

POLICY = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
SHOWN_SOURCES = 5
"""As many sentences of an event are printed; further ones are counted."""
LEGEND = (
    (CONCLUDED, "concluded"),
    (PROSPECTIVE, "in prospect: reported, in talks or planned"),
    (CONTESTED, "contested: some assert, others deny"),
    (NEGATIVE, "denied, cancelled, suspended or ended"),
)


def to_html(timeline: Timeline) -> Rendering:
    """One page, complete in itself, without scripts; works with no network."""
    layout = lay_out(timeline)
    css = style("page.css", "drawing.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    notes = left_out(layout)
    page = (
        environment()
        .get_template("page.html.j2")
        .render(
            timeline=timeline,
            layout=layout,
            standalone=False,
            css=css,
            policy=POLICY.format(digest=digest),
            notes=notes,
            legend=LEGEND,
            shown=SHOWN_SOURCES,
        )
    )
    return Rendering(page.encode(), notes)
