"""Edges, sentences and attributes from a store's summaries, as `summaries_rdf` lays them out."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from hedgerow.graph.records import StatusEntry
from hedgerow.graph.summaries_rdf import EDGE
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.queries.reading.edge import Edge, Source

Values = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The values of each attribute for each edge by the edge's id, sorted and each once."""

_ACTORS, _EVENTS, _HISTORY = map(EDGE.index, ("actors", "events", "history"))


def id_in(summary: str) -> str:
    """The id of the edge of a summary."""
    return summary.split('"', 2)[1]


def edge_in(summary: str) -> Edge:
    """The edge of a summary."""
    values: list[Any] = json.loads(summary.partition("\n")[0])
    values[_ACTORS] = tuple(values[_ACTORS])
    values[_EVENTS] = tuple(values[_EVENTS])
    values[_HISTORY] = tuple(
        StatusEntry(status, on, basis, stage, claims=())
        for status, on, basis, stage in values[_HISTORY]
    )
    return confirmed_by_now(Edge(*values), lambda edge: sources_in([summary])[edge])


def not_to_come(date: str | None) -> bool:
    """Whether a date lies no later than today; a mistaken or spoofed publication may."""
    today = dt.datetime.now(dt.UTC).date()
    return date is None or parse_partial_date(date).earliest <= today


def confirmed_by_now(edge: Edge, sources_of: Callable[[str], Iterable[Source]]) -> Edge:
    """A tie as confirmed by what is not dated in the future; sentences are read only for that."""
    if not_to_come(edge.last_confirmed):
        return edge
    told = (one.published for one in sources_of(edge.id) if one.published)
    newest = max(filter(not_to_come, told), default=None, key=_newness)
    first = edge.first_confirmed if not_to_come(edge.first_confirmed) else newest
    return replace(edge, last_confirmed=newest, first_confirmed=first)


def _newness(date: str) -> tuple[dt.date, dt.date, str]:
    parsed = parse_partial_date(date)
    return parsed.earliest, parsed.latest, date


def sources_in(summaries: Iterable[str]) -> Mapping[str, tuple[Source, ...]]:
    """The sentences of some summaries by the edge's id."""
    return {
        edge: tuple(Source(*told) for *told, _ in sentences)
        for edge, sentences in map(_sentences, summaries)
    }


def values_in(summaries: Iterable[str]) -> Values:
    """The attributes that the claims of some summaries tell."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for edge, sentences in map(_sentences, summaries):
        for *_, attributes in sentences:
            for name, value in (attributes or {}).items():
                found[name][edge].add(value)
    return {
        name: {edge: tuple(sorted(values)) for edge, values in edges.items()}
        for name, edges in found.items()
    }


def told_in(summaries: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """The values of each attribute by the id of the claim that tells it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for _, sentences in map(_sentences, summaries):
        for claim, *_, attributes in sentences:
            for name, value in (attributes or {}).items():
                found[name][claim] = value
    return found


def _sentences(summary: str) -> tuple[str, list[list[Any]]]:
    """The id of the edge and the lines of its sentences."""
    _, *sentences = summary.split("\n")
    return id_in(summary), json.loads(f"[{','.join(sentences)}]")
