"""A timeline as a graph over time for Gephi (GEXF 1.2, mode dynamic)."""

import io
from typing import TYPE_CHECKING, Any

from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import CONCLUDED
from hedgerow.viz.design import style
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.graph import days_of, graph_of, undated_note
from hedgerow.viz.timeline.looks import look_of
from hedgerow.viz.timeline.rendering import Rendering

if TYPE_CHECKING:
    from hedgerow.queries.entries import TimelineEntry

NO_DAY = "1970-01-01"


def to_gexf(timeline: Timeline) -> Rendering:
    """Each edge lasts from `start` to `end`; `date` and `until` have its dates as they are known.

    What is not concluded is dashed or dotted. What nothing dates is left out, since it would stand
    there at all times.
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415  slow to import

    graph, entries = graph_of(timeline), {entry.id: entry for entry in timeline.entries}
    graph.graph.update(mode="dynamic", name=plain(timeline.title))
    undated = set()
    for tail, head, key, data in list(graph.edges(keys=True, data=True)):
        entry = entries[data["entry"]]
        days = days_of(entry)
        if days is None:
            undated.add(entry.id)
            graph.remove_edge(tail, head, key)
            continue
        data["until"] = data.pop("end", "")
        data.update(start=days[0], viz=viz_of(entry))
        if days[1] is not None:
            data["end"] = days[1]
    writer = GEXFWriter(graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    day = timeline.as_of.isoformat() if timeline.as_of else NO_DAY
    writer.xml.find("meta").set("lastmodifieddate", day)
    out = io.BytesIO()
    writer.write(out)
    return Rendering(out.getvalue(), undated_note(len(undated)))


def viz_of(entry: "TimelineEntry") -> dict[str, Any]:
    """The colour of its group, and dashes where it is no concluded matter or tie."""
    look = look_of(entry)
    colour = next(one.colour for one in style().groups if one.name == look.group)
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    firm = entry.edge == "tie" or entry.standing == CONCLUDED
    shape = "solid" if firm else "dashed" if look.standing == "prospective" else "dotted"
    return {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "shape": shape}
