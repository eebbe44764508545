"""A timeline as a graph that formats of XML can hold: no empty value, no control character."""

from typing import TYPE_CHECKING

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.plain import plain
from hedgerow.viz.timeline.scale import began
from hedgerow.viz.timeline.templates import address_of

if TYPE_CHECKING:
    import networkx as nx

Days = tuple[str, str | None]


def graph_of(timeline: Timeline) -> "nx.MultiDiGraph[str]":
    """The timeline's graph with texts made plain and every edge of an id of its own.

    `type` becomes `relation`, since GEXF has a `type` of its own; `label` is what stands on it.
    """
    import networkx as nx  # noqa: PLC0415  slow to import

    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    entries = {entry.id: entry for entry in timeline.entries}
    found = timeline.to_networkx()
    for code, name in found.nodes(data="name"):
        drawn.add_node(plain(code), name=plain(str(name)), label=plain(str(name)))
    for tail, head, key, data in found.edges(keys=True, data=True):
        told = {name: plain(v) if isinstance(v, str) else v for name, v in data.items()}
        told["relation"] = told.pop("type")
        told["label"] = told["words"]
        told["address"] = address_of(entries[key]) or ""
        own = key if len(entries[key].actors) == 2 else f"{key}/{tail}-{head}"
        drawn.add_edge(plain(tail), plain(head), key=own, id=own, entry=key, **told)
    return drawn


def days_of(entry: TimelineEntry) -> Days | None:
    """The first and last day of an edge over time, None where nothing dates it.

    Of an event all days that its date can mean, up to its stated end; the day of publication where
    that is all that is known. Of a tie the days on which it surely was held, or where there are
    none those on which it may have been; the last of an open one is None.
    """
    since = began(entry)
    if entry.first is None or since is None:
        return None
    if entry.edge == "event":
        last = entry.last or entry.first
        return entry.first.isoformat(), max(entry.first, last).isoformat()
    if entry.end is None:
        return since.latest.isoformat(), None
    until = parse_partial_date(entry.end)
    surely = since.latest <= until.earliest
    first, last = (since.latest, until.earliest) if surely else (since.earliest, until.latest)
    return first.isoformat(), max(first, last).isoformat()


def undated_note(count: int) -> tuple[str, ...]:
    """What a graph over time leaves out."""
    told = counted(count, "event or tie has", "events or ties have")
    return (f"{told} no date and no place in a graph over time.",) if count else ()
