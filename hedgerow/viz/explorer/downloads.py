"""Files that the explorer gives to be saved."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from mimetypes import guess_type

from starlette.responses import Response

from hedgerow.queries.reading.rows import Cell
from hedgerow.viz.timeline.csv import guarded

OTHERWISE = "application/octet-stream"
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")


def attachment(content: bytes, name: str, ending: str, media: str | None = None) -> Response:
    """A file to be saved under a name that every system can have; `ending` tells its media type."""
    safe = _UNSAFE.sub("-", name).strip("-.") or "hedgerow"
    guessed = guess_type(f"{safe}.{ending}")[0] or OTHERWISE
    return Response(
        content,
        media_type=media or guessed,
        headers={"content-disposition": f'attachment; filename="{safe}.{ending}"'},
    )


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Rows as CSV in which no cell can act as a formula; CRLF, UTF-8 with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(_text(row.get(name))) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _text(value: Cell) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)
