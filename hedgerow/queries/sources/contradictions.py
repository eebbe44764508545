"""Claims of one source alone that contradict what several independent ones say of a matter.

They are flagged, never averaged: no status changes. What counts as such is narrow, by
`data/contradictions.yaml`: of one event another day, or that it had ended by then; of the same type
and actors on these days another level, or the other direction where an item goes one way only.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import pyoxigraph as ox
import yaml

from hedgerow.graph.rdf import RESOLVED, local_id
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.day_ranges import days_around
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edges import edges_for, sources_for
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.sources.bearing import origins_of
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED

DAY = "day"
How = Literal["date", "ended", "level", "direction"]
CONTRARY: Mapping[How, str] = {
    "date": "another date than",
    "ended": "an end before",
    "level": "another level than",
    "direction": "the other direction than",
}
_SUPPORTED = """
SELECT ?event ?other WHERE { GRAPH $resolved {
  ?event hr:standing "concluded" ; hr:documents ?documents ; hr:bucket ?bucket
  FILTER(?documents >= $least)
  ?other hr:bucket ?bucket ; hr:standing ?standing } }
"""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim, the event of several sources that it contradicts, and in what."""

    claim: str
    event: str
    how: How


def contradictions(snapshot: Snapshot) -> Mapping[str, Contradiction]:
    """All contradictions of a store by the claim, worked out once for each commit."""
    return kept(snapshot, ("contradictions",), lambda: {one.claim: one for one in _all(snapshot)})


def _all(snapshot: Snapshot) -> Iterator[Contradiction]:
    beside = _events_beside(snapshot)
    ids = {each for event, others in beside.items() for each in (event, *others)}
    edges = {one.id: one for one in edges_for(snapshot, ids)}
    sources = sources_for(snapshot, edges.values()) if edges else {}
    for each in sorted(beside):
        event = edges[each]
        if event.sources >= _least():
            yield from _within(event, sources.get(each, ()))
            for other in sorted(beside[each] - {each}):
                yield from _between(event, edges[other], sources.get(other, ()))


def _events_beside(snapshot: Snapshot) -> Mapping[str, set[str]]:
    """The events of many documents, each with all of its family and actors."""
    found = snapshot.query(_SUPPORTED, {"resolved": RESOLVED, "least": ox.Literal(_least())})
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    beside: dict[str, set[str]] = defaultdict(set)
    for row in found:
        beside[local_id(row["event"])].add(local_id(row["other"]))
    return beside


def _within(event: Edge, sources: Sequence[Source]) -> Iterator[Contradiction]:
    """Sentences of one source on an event that give another day, or have it ended by then."""
    if event.when is None or event.when.precision != DAY:
        return
    alike = origins_of([one for one in sources if one.stated == event.stated and _is_firm(one)])
    if len(alike) < _least():
        return
    others = [one for one in sources if one.stated is not None and one.origin not in alike]
    for source in others:
        told = parse_partial_date(str(source.stated))
        alone = len(origins_of([one for one in others if one.stated == source.stated])) == 1
        if not alone:
            continue
        if _is_firm(source) and _is_another_day(told, event.when):
            yield Contradiction(source.claim, event.id, "date")
        if vocabulary().is_stopped(source.status) and told.latest <= event.when.earliest:
            yield Contradiction(source.claim, event.id, "ended")


def _between(event: Edge, other: Edge, sources: Sequence[Source]) -> Iterator[Contradiction]:
    """Sentences of another event, told by one source, that cannot be true beside it."""
    how = _differs(event, other)
    if how is not None and other.sources == 1 and other.standing != CONTESTED:
        yield from (Contradiction(one.claim, event.id, how) for one in sources if _is_firm(one))


def _differs(event: Edge, other: Edge) -> How | None:
    if event.what != other.what or event.when is None or other.when is None:
        return None
    days = days_around(event.when, _rule("days"))
    if not days.meets(other.when.earliest, other.when.latest):
        return None
    if event.directed and event.actors[0] != other.actors[0]:
        return "direction" if _is_one_way(event, other) else None
    levels = event.level, other.level
    return "level" if all(levels) and levels[0] != levels[1] else None


def _is_one_way(event: Edge, other: Edge) -> bool:
    """Whether only one direction of both can be true; most acts may be answered in kind."""
    of_one_item = event.item is not None and other.item is not None
    return (
        of_one_item
        and str(event.item).casefold() == str(other.item).casefold()
        and event.what in _rules()["one_way"]
    )


def _is_firm(source: Source) -> bool:
    return vocabulary().status(source.status).standing == CONCLUDED


def _is_another_day(told: PartialDate, day: PartialDate) -> bool:
    return told.precision == DAY and not told.overlaps(day)


def _least() -> int:
    return _rule("least_sources")


def _rule(name: str) -> int:
    return int(_rules()[name])


@cache
def _rules() -> Mapping[str, Any]:
    text = (files("hedgerow.queries") / "data" / "contradictions.yaml").read_text("utf-8")
    rules: Mapping[str, Any] = yaml.safe_load(text)
    return rules
