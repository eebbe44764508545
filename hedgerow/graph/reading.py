"""Finding documents, claims and judgements in a database, each with as few look-ups as it takes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

import pyoxigraph as ox

from hedgerow.graph.claims_rdf import mention_id, read_claim
from hedgerow.graph.copies_rdf import stored_original
from hedgerow.graph.description import Description
from hedgerow.graph.documents_rdf import read_document
from hedgerow.graph.judgements_rdf import read_judgement
from hedgerow.graph.parts_rdf import actor_of
from hedgerow.graph.rdf import JUDGEMENTS, LEDGER, RDF_TYPE, RESOLVED, hr, local_id, node, prop
from hedgerow.graph.records import Claim, Document, Imprint, Judgement
from hedgerow.graph.rows_rdf import is_row, read_row, read_row_imprint
from hedgerow.graph.tables import Table


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
    return read_document(found, places, retrieved(database, places))


def document_with_claims(database: ox.Store, document: str) -> tuple[Document, list[Claim]]:
    """A document that is there, and its claims by their place in the text."""
    nodes = by_subject(database.quads_for_pattern(None, None, None, node(document)))
    places = [each for each in nodes.values() if each.id("appearance_of")]
    found = [each for each in nodes.values() if each.id("document")]
    claims = [claim_of(each, nodes) for each in found]
    claims.sort(key=lambda claim: (claim.start, claim.id))
    return read_document(nodes[document], places, retrieved(database, places)), claims


def imprint(database: ox.Store, document: str) -> Imprint:
    """What a document that is there says about itself."""
    fields = ("published", "publisher", "title", "url")
    published, publisher, title, url = (_literal(database, document, field) for field in fields)
    if url is None:
        found = find_document(database, document)
        url = "" if found is None else found.source
    copy_of = stored_original(database, document)
    return Imprint(published, publisher or url, publisher, title, url, copy_of)


def find_table(database: ox.Store, document: str) -> Table | None:
    """An event table without its rows, or None if the document is none or not there."""
    scheme = _literal(database, document, "scheme")
    found = None if scheme is None else find_document(database, document)
    if scheme is None or found is None:
        return None
    confidence = float(_literal(database, document, "confidence") or 0)
    return Table(found, scheme, found.publisher or found.source, confidence)


def find_claim(database: ox.Store, claim: str) -> Claim | None:
    """A claim by its id, or None if it is not there."""
    place = _place(database, claim)
    if place is None:
        return None
    table = find_table(database, place)
    if table is not None:
        return read_row(describe(database, claim, node(place)), table)
    return _claim_in(database, claim, node(place))


def imprint_of_claim(database: ox.Store, claim: Claim) -> Imprint:
    """What stands behind a claim that is there: its document, or an event table row's page."""
    table = find_table(database, claim.document) if is_row(claim) else None
    if table is None:
        return imprint(database, claim.document)
    return read_row_imprint(describe(database, claim.id, node(claim.document)), table)


def claims_in_bucket(database: ox.Store, bucket: str) -> list[Claim]:
    """The claims that resolve in a bucket, by id, without the words for their parties."""
    return [claim for claim, _ in told_in_bucket(database, bucket)]


def told_in_bucket(
    database: ox.Store, bucket: str, besides: Collection[str] = ()
) -> Iterator[tuple[Claim, Imprint]]:
    """The same, each with what its document, or the page of an event table's row, says of itself.

    `besides` are claims to leave out.
    """
    places = sorted(_places_in_bucket(database, bucket, besides))
    tables: dict[str, Table | None] = {}
    imprints: dict[str, Imprint] = {}
    for claim, document in places:
        found = describe(database, claim, node(document))
        if document not in imprints and document not in tables:
            if found.id("document") is None:
                tables[document] = find_table(database, document)
            else:
                imprints[document] = imprint(database, document)
        table = tables.get(document)
        if table is None:
            yield read_claim(found, {}), imprints[document]
        else:
            yield read_row(found, table), read_row_imprint(found, table)


def number_in_bucket(database: ox.Store, bucket: str) -> int:
    """How many claims resolve in a bucket; to count them takes far less than to list them."""
    (solution,) = _in_bucket(database, "(COUNT(*) AS ?claims)", bucket)
    return int(solution[0].value)


def _places_in_bucket(
    database: ox.Store, bucket: str, besides: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The claims in a bucket, each with its document."""
    for solution in _in_bucket(database, "?claim ?document", bucket):
        claim = local_id(solution[0])
        if claim not in besides:
            yield claim, local_id(solution[1])


def _in_bucket(database: ox.Store, wanted: str, bucket: str) -> ox.QuerySolutions:
    """What is wanted of the claims in a bucket; events and ties are of buckets as well."""
    found = database.query(
        f"SELECT {wanted} {{ GRAPH ?document {{ ?claim {prop('bucket')} {node(bucket)} }} "
        f"FILTER(?document != {RESOLVED}) }}"
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    return found


def articles_claims(database: ox.Store) -> Iterator[str]:
    """The local ids of all claims but rows of event tables."""
    for quad in database.quads_for_pattern(None, prop("document"), None, None):
        yield local_id(quad.subject)


def buckets_of(database: ox.Store, document: str | None = None) -> set[str]:
    """The buckets in which the claims of a document, or all claims, resolve."""
    graph = None if document is None else node(document)
    quads = database.quads_for_pattern(None, prop("bucket"), None, graph)
    return {local_id(bucket) for bucket, _ in groupby(quad.object for quad in quads)}


def superseded(database: ox.Store) -> frozenset[str]:
    """The documents of which a newer edition is there."""
    quads = database.quads_for_pattern(None, prop("supersedes"), None, None)
    return frozenset(local_id(quad.object) for quad in quads)


def all_judgements(database: ox.Store) -> list[Judgement]:
    """Every judgement, by time and id, from one walk over their graph."""
    nodes = by_subject(database.quads_for_pattern(None, None, None, JUDGEMENTS))
    corrections: dict[str, list[Description]] = defaultdict(list)
    witnesses: dict[str, list[Description]] = defaultdict(list)
    for each in nodes.values():
        for field, parts_of in (("correction_of", corrections), ("witness_of", witnesses)):
            whole = each.id(field)
            if whole is not None:
                parts_of[whole].append(each)
    found = [
        read_judgement(nodes[each], corrections[each], witnesses[each])
        for each in instances(database, "Judgement", JUDGEMENTS)
    ]
    return sorted(found, key=lambda judgement: (judgement.at, judgement.id))


def has_claim(database: ox.Store, claim: str) -> bool:
    """Whether a claim is there."""
    return _place(database, claim) is not None


def _place(database: ox.Store, claim: str) -> str | None:
    """The document that a claim is of; only claims have a start."""
    quads = database.quads_for_pattern(node(claim), prop("start"), None, None)
    return next((local_id(quad.graph_name) for quad in quads), None)


def _literal(database: ox.Store, subject: str, field: str) -> str | None:
    quads = database.quads_for_pattern(node(subject), prop(field), None, node(subject))
    return next((q.object.value for q in quads if isinstance(q.object, ox.Literal)), None)


def _claim_in(database: ox.Store, claim: str, graph: ox.NamedNode) -> Claim:
    found = describe(database, claim, graph)
    mentions = (mention_id(claim, actor_of(actor)) for actor in found.ids("actor"))
    return claim_of(found, {each: describe(database, each, graph) for each in mentions})


def claim_of(found: Description, nodes: Mapping[str, Description]) -> Claim:
    """The claim of its node, with the words for its parties, which have nodes of their own.

    Raises:
        StoreError: it was not written as a claim.
    """
    actors = map(actor_of, found.ids("actor"))
    mentions = {actor: nodes.get(mention_id(found.subject, actor)) for actor in actors}
    return read_claim(found, {actor: each for actor, each in mentions.items() if each})


def retrieved(database: ox.Store, appearances: Iterable[Description]) -> dict[str, str]:
    """When appearances were retrieved, by their ids, where that is known."""
    found = (describe(database, each.subject, LEDGER) for each in appearances)
    return {each.subject: when for each in found if (when := each.text("retrieved")) is not None}


def by_subject(quads: Iterable[ox.Quad]) -> dict[str, Description]:
    """What some quads say about each local id."""
    gathered: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        gathered[local_id(quad.subject)].append(quad)
    return {subject: Description(subject, found) for subject, found in gathered.items()}
