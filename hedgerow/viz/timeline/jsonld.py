"""A timeline as JSON-LD: events as schema.org has them, and where each is from in PROV.

The nodes have the addresses that they have in the graph, and the `hr:` properties of the ontology.
Dates are typed as exactly as they are known (xsd:gYear, xsd:gYearMonth, xsd:date); `hr:date` has
them as EDTF. Only what is concluded, was so, is planned or is called off is a schema:Event.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from hedgerow.graph.ids import to_iri
from hedgerow.ontology.actors import actors
from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.timeline import Timeline
from hedgerow.queries.words.phrases import CONCLUDED
from hedgerow.viz.plain import as_json, plain
from hedgerow.viz.timeline.jsonld_sources import Node, known, sources, status_ref, typed_date
from hedgerow.viz.timeline.rendering import Rendering
from hedgerow.viz.timeline.templates import asset


def to_jsonld(timeline: Timeline) -> Rendering:
    """One graph of events, ties, actors, claims and documents, each once; UTF-8."""
    nodes: dict[str, Node] = {}
    for entry in timeline.entries:
        for node in (_node(entry), *map(_actor, entry.actors), *sources(entry)):
            nodes.setdefault(str(node["@id"]), node)
    context = {**_words()["context"], "hr": HR_NS}
    whole = {"@context": context, "@graph": list(nodes.values())}
    return Rendering((as_json(whole, indent=2) + "\n").encode())


@cache
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = yaml.safe_load(asset("jsonld.yaml"))
    return words


def _node(entry: TimelineEntry) -> Node:
    tie = entry.edge == "tie"
    return {
        "@id": to_iri(entry.id),
        "@type": [*_types(entry), "prov:Entity"],
        **known(
            {
                "schema:name": plain(entry.words),
                "hr:kind": _ref(vocabulary().kind(entry.type).iri) if tie else None,
                "hr:standing": None if tie else entry.standing,
                "hr:status": status_ref(entry.status),
                "hr:stage": status_ref(entry.stage),
                "hr:since" if tie else "hr:date": entry.stated,
                "hr:until" if tie else "hr:dateEnd": entry.end,
                "hr:lastConfirmed": entry.last_confirmed,
                "hr:level": entry.level,
                "hr:item": entry.item,
                "hr:place": entry.place,
                "hr:documents": entry.documents,
                "hr:sources": _fewer(entry),
                "hr:handling": entry.handling,
            }
        ),
        **dict(_dates(entry)),
        **_parties(entry),
        "prov:wasDerivedFrom": [_ref(to_iri(source.claim)) for source in entry.sources],
    }


def _fewer(entry: TimelineEntry) -> int | None:
    """The independent sources where they are fewer than the documents."""
    return entry.independent_sources if entry.independent_sources < entry.documents else None


def _types(entry: TimelineEntry) -> Iterator[str]:
    if entry.edge == "tie":
        yield "hr:Tie"
        return
    yield from ("hr:Event", vocabulary().tie_type(entry.type).iri)
    if _is_dated(entry):
        yield "schema:Event"


def _is_dated(entry: TimelineEntry) -> bool:
    """Whether schema.org's dates would say no more than the record."""
    status = entry.status or ""
    done = entry.standing == CONCLUDED or (
        status in vocabulary().statuses and vocabulary().is_stopped(status)
    )
    return entry.edge == "event" and (done or status in _words()["statuses"])


def _dates(entry: TimelineEntry) -> Iterator[tuple[str, object]]:
    if not _is_dated(entry):
        return
    for name, stated in (("schema:startDate", entry.stated), ("schema:endDate", entry.end)):
        if stated is not None:
            yield name, typed_date(stated)
    status = _words()["statuses"].get(entry.status)
    if status is not None:
        yield "schema:eventStatus", _ref(f"{_words()['context']['schema']}{status}")


def _parties(entry: TimelineEntry) -> Node:
    everyone = [_ref(to_iri(f"actor/{code}")) for code in entry.actors]
    if not entry.directed:
        return {"hr:actor": everyone, "hr:party": everyone}
    return {"hr:actor": everyone, "hr:source": everyone[:1], "hr:other": everyone[1:]}


def _actor(code: str) -> Node:
    name = plain(actors().name(code))
    return {"@id": to_iri(f"actor/{code}"), "schema:name": name, "hr:code": code}


def _ref(iri: str) -> Node:
    return {"@id": iri}
