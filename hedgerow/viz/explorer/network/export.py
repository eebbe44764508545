"""The lines of the network as CSV in which no cell can act as a formula."""

import csv
import io
from collections.abc import Iterable

from fastapi import Response

from hedgerow.viz.explorer.network.answers import Line
from hedgerow.viz.explorer.network.drawn import looks
from hedgerow.viz.timeline.csv import guarded


def as_csv(lines: Iterable[Line], day: str, name: str) -> Response:
    """One row a pair, with how many events and ties have which standing on the day."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    firm = [one.label.lower() for one in looks()]
    writer.writerow(["a", "b", "pair", "drawn as", "kind", *firm, "first", "latest", "as of"])
    for line in lines:
        told = (line.a, line.b, line.name, line.standing, line.group)
        dates = (line.first or "", line.latest or "", day)
        writer.writerow([guarded(str(cell)) for cell in (*told, *line.counts, *dates)])
    return Response(
        out.getvalue().encode("utf-8-sig"),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )
