"""Finding documents, claims and judgements in a database, each with as few look-ups as it takes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from hedgerow.graph.claims_rdf import mention_id, read_claim
from hedgerow.graph.description import Description
from hedgerow.graph.documents_rdf import read_document
from hedgerow.graph.judgements_rdf import read_judgement
from hedgerow.graph.parts_rdf import actor_of
from hedgerow.graph.rdf import JUDGEMENTS, LEDGER, RDF_TYPE, hr, local_id, node, prop
from hedgerow.graph.records import Claim, Document, Imprint, Judgement


def describe(database: ox.Store, subject: str, graph: ox.NamedNode | None = None) -> Description:
    """What one graph, or any, says about a local id."""
    return Description(subject, database.quads_for_pattern(node(subject), None, None, graph))


def subjects(
    database: ox.Store,
    field: str,
    value: ox.NamedNode | ox.Literal,
    graph: ox.NamedNode | None = None,
) -> list[str]:
    """The local ids of the nodes that have a value in a field, sorted."""
    quads = database.quads_for_pattern(None, prop(field), value, graph)
    return sorted({local_id(quad.subject) for quad in quads})


def instances(
    database: ox.Store, local_name: str, graph: ox.NamedNode | None = None
) -> Iterator[str]:
    """The local ids of the members of a class, in the database's order."""
    for quad in database.quads_for_pattern(None, RDF_TYPE, hr(local_name), graph):
        yield local_id(quad.subject)


def parts(
    database: ox.Store, field: str, whole: str, graph: ox.NamedNode | None = None
) -> list[Description]:
    """The nodes that point to a local id with a field, such as the steps of an event's history."""
    found = subjects(database, field, node(whole), graph)
    return [describe(database, each, graph) for each in found]


def find_document(database: ox.Store, document: str) -> Document | None:
    """A document without its claims, or None if it is not there."""
    found = describe(database, document, node(document))
    if not found:
        return None
    places = parts(database, "appearance_of", document, node(document))
    return read_document(found, places, _retrieved(database, places))


def document_with_claims(database: ox.Store, document: str) -> tuple[Document, list[Claim]]:
    """A document that is there, and its claims by their place in the text."""
    nodes = _by_subject(database.quads_for_pattern(None, None, None, node(document)))
    places = [each for each in nodes.values() if each.id("appearance_of")]
    found = [each for each in nodes.values() if each.id("document")]
    claims = [_read_claim(each, nodes) for each in found]
    claims.sort(key=lambda claim: (claim.start, claim.id))
    return read_document(nodes[document], places, _retrieved(database, places)), claims


def imprint(database: ox.Store, document: str) -> Imprint:
    """What a document that is there says about itself."""
    fields = ("published", "publisher", "title", "url")
    published, publisher, title, url = (_literal(database, document, field) for field in fields)
    if url is None:
        found = find_document(database, document)
        url = "" if found is None else found.source
    return Imprint(published, publisher or url, publisher, title, url)


def find_claim(database: ox.Store, claim: str) -> Claim | None:
    """A claim by its id, or None if it is not there."""
    quads = database.quads_for_pattern(node(claim), prop("document"), None, None)
    documents = [local_id(quad.object) for quad in quads]
    return _claim_in(database, claim, node(documents[0])) if documents else None


def claims_in_bucket(database: ox.Store, bucket: str) -> list[Claim]:
    """The claims that resolve in a bucket, by id, without the words for their parties."""
    quads = database.quads_for_pattern(None, prop("bucket"), node(bucket), None)
    places = sorted((local_id(quad.subject), local_id(quad.graph_name)) for quad in quads)
    return [
        read_claim(describe(database, claim, node(document)), {})
        for claim, document in places
        if document.startswith("document/")
    ]


def superseded(database: ox.Store) -> frozenset[str]:
    """The documents of which a newer edition is there."""
    quads = database.quads_for_pattern(None, prop("supersedes"), None, None)
    return frozenset(local_id(quad.object) for quad in quads)


def all_judgements(database: ox.Store) -> list[Judgement]:
    """Every judgement, by time and id."""
    found = [
        read_judgement(
            describe(database, each, JUDGEMENTS),
            parts(database, "correction_of", each, JUDGEMENTS),
        )
        for each in instances(database, "Judgement", JUDGEMENTS)
    ]
    return sorted(found, key=lambda judgement: (judgement.at, judgement.id))


def _literal(database: ox.Store, subject: str, field: str) -> str | None:
    quads = database.quads_for_pattern(node(subject), prop(field), None, node(subject))
    return next((q.object.value for q in quads if isinstance(q.object, ox.Literal)), None)


def _claim_in(database: ox.Store, claim: str, graph: ox.NamedNode) -> Claim:
    found = describe(database, claim, graph)
    mentions = (mention_id(claim, actor_of(actor)) for actor in found.ids("actor"))
    return _read_claim(found, {each: describe(database, each, graph) for each in mentions})


def _read_claim(found: Description, nodes: Mapping[str, Description]) -> Claim:
    actors = map(actor_of, found.ids("actor"))
    mentions = {actor: nodes.get(mention_id(found.subject, actor)) for actor in actors}
    return read_claim(found, {actor: each for actor, each in mentions.items() if each})


def _retrieved(database: ox.Store, appearances: Iterable[Description]) -> dict[str, str]:
    found = (describe(database, each.subject, LEDGER) for each in appearances)
    return {each.subject: when for each in found if (when := each.text("retrieved")) is not None}


def _by_subject(quads: Iterable[ox.Quad]) -> dict[str, Description]:
    by_subject: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        by_subject[local_id(quad.subject)].append(quad)
    return {subject: Description(subject, found) for subject, found in by_subject.items()}
