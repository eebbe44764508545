"""The claims and documents behind an entry as linked data."""

from collections.abc import Iterator, Mapping

from hedgerow.graph.ids import to_iri
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.entries import TimelineEntry
from hedgerow.queries.reading.edge import Source
from hedgerow.viz.links import web_address
from hedgerow.viz.plain import plain

Node = dict[str, object]
PRECISIONS = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date"}


def sources(entry: TimelineEntry) -> Iterator[Node]:
    """A claim and a document for each sentence."""
    for source in entry.sources:
        yield _claim(source)
        yield _document(source)


def known(fields: Mapping[str, object]) -> Node:
    """The fields that have a value, texts without control characters."""
    told = ((name, value) for name, value in fields.items() if value is not None)
    return {name: plain(value) if isinstance(value, str) else value for name, value in told}


def typed_date(stated: str) -> Node:
    """A date as exactly as it is known."""
    return {"@value": stated, "@type": PRECISIONS[parse_partial_date(stated).precision]}


def status_ref(name: str | None) -> Node | None:
    """A status of the ontology."""
    return None if name is None else {"@id": vocabulary().status(name).iri}


def _claim(source: Source) -> Node:
    document = {"@id": to_iri(source.document)}
    return {
        "@id": to_iri(source.claim),
        "@type": ["hr:Claim", "prov:Entity"],
        **known(
            {
                "hr:quote": source.quote,
                "hr:status": status_ref(source.status),
                "hr:stage": status_ref(source.stage),
                "hr:date": source.stated,
                "hr:attributedTo": source.attributed_to,
                "hr:confidence": source.confidence,
                "hr:credibility": source.credibility,
            }
        ),
        "hr:document": document,
        "prov:wasQuotedFrom": document,
    }


def _document(source: Source) -> Node:
    address = web_address(source.address)
    return {
        "@id": to_iri(source.document),
        "@type": ["hr:Document", "schema:CreativeWork", "prov:Entity"],
        **known(
            {
                "schema:headline": source.title,
                "hr:publisher": source.publisher,
                "hr:published": source.published,
                "hr:reliability": source.reliability,
                "hr:handling": source.handling,
                "schema:datePublished": typed_date(source.published) if source.published else None,
                "schema:url": {"@id": address} if address else None,
            }
        ),
    }
