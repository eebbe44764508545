"""A timeline as a picture."""

import zlib

import resvg_py

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.report.drawings import picture
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.svg import lay_whole, to_svg

SCALE, LEAST, MOST = 2.0, 0.25, 8.0
MOST_PIXELS = 120_000_000
"""A larger picture would take more memory than most programs have for it."""
PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def to_png(timeline: Timeline, *, scale: float = SCALE) -> Rendering:
    """The drawing as PNG; `scale` is the number of pixels to one unit of the drawing.

    Raises:
        UsageError: the scale makes too large a picture, or there is no font on this machine.
    """
    if not LEAST <= scale <= MOST:
        raise UsageError(f"A picture has a scale from {LEAST} to {MOST:g}, not {scale:g}.")
    if picture(PROBE) is None:
        raise UsageError("No font is installed to draw words with; write it as svg.")
    drawn, whole = to_svg(timeline), lay_whole(timeline)
    area = whole.layout.width * whole.height
    if area * scale**2 > MOST_PIXELS:
        largest = int((MOST_PIXELS / area) ** 0.5 * 10) / 10
        raise UsageError(f"The picture would be too large; give a scale up to {largest:g}.")
    content = resvg_py.svg_to_bytes(svg_string=drawn.content.decode(), zoom=scale)
    return Rendering(_commented(content, _behind(timeline)), drawn.notes)


def _behind(timeline: Timeline) -> str:
    """How to get from what is drawn to the sentences, since a picture holds no ids."""
    days = (("--from", timeline.start), ("--to", timeline.end))
    given = [word for name, day in days if day for word in (name, str(day))]
    command = " ".join(("timeline", *timeline.actors, *given, "--as", "json"))
    return f"The sentences behind it: hedgerow {command}"


def _commented(png: bytes, comment: str) -> bytes:
    """A PNG with a comment that viewers show among its properties, before its last chunk."""
    chunk = b"tEXtComment\0" + comment.encode("ascii", "replace")
    length, check = len(chunk) - len("tEXt"), zlib.crc32(chunk)
    told = length.to_bytes(4, "big") + chunk + check.to_bytes(4, "big")
    end = png.rindex(b"IEND") - 4
    return png[:end] + told + png[end:]
