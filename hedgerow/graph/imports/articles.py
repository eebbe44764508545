"""Documents and their claims out of an export, each looked at as if nobody had checked it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from hedgerow.errors import HedgerowError, StoreError
from hedgerow.graph.checks import normalise_claims, normalise_document
from hedgerow.graph.claims_rdf import claim_quads, mention_id
from hedgerow.graph.description import Description
from hedgerow.graph.documents_rdf import document_quads, read_document
from hedgerow.graph.imports.report import Refusals
from hedgerow.graph.imports.sifting import DOCUMENT
from hedgerow.graph.intake import Item
from hedgerow.graph.rdf import node, prop
from hedgerow.graph.reading import by_subject, claim_of, instances, retrieved
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.rows_reading import tables_in

MOST_CHARACTERS = 1_000_000
"""Of one text, as loading has it too."""
MOST_STATEMENTS = 1_000_000
"""About one document that is no event table."""
WRONG = (HedgerowError, ValueError, KeyError, OverflowError, RecursionError)
"""What reading records back raises where they were not written by us."""
_DERIVED = frozenset(prop(each).value for each in ("bucket", "supersedes", "copy_of", "worded_in"))


def articles_in(database: ox.Store, refusals: Refusals) -> Iterator[Item]:
    """The documents of a sifted export that are no event tables, and their claims."""
    tables = frozenset(tables_in(database))
    for document in instances(database, "Document"):
        if document in tables:
            continue
        try:
            if not DOCUMENT.fullmatch(document):
                raise StoreError("it is no document's id")
            item = _item(database, document, refusals)
        except WRONG as error:
            refusals.refuse(document, told(error))
        else:
            yield item


def told(error: Exception) -> str:
    """What is wrong with a record, in a few words."""
    return str(error) if isinstance(error, HedgerowError) else "it was not written by hedgerow"


def whole_document(database: ox.Store, document: str, nodes: Mapping[str, Description]) -> Document:
    """The document of a graph, whose text must be the one that it is called after.

    Raises:
        HedgerowError, ValueError, KeyError: it is not as it was written.
    """
    text = nodes[document].required("text")
    if len(text) > MOST_CHARACTERS:
        raise StoreError(f"its text is longer than {MOST_CHARACTERS:,} characters")
    places = [each for each in nodes.values() if each.id("appearance_of") == document]
    read = read_document(nodes[document], places, retrieved(database, places))
    if read.id != document:
        raise StoreError("its text is not the one that it is called after")
    found = normalise_document(read)
    check_single([nodes[document], *places], document_quads(found))
    return found


def _item(database: ox.Store, document: str, refusals: Refusals) -> Item:
    quads = database.quads_for_pattern(None, None, None, node(document))
    graph = [*islice(quads, MOST_STATEMENTS + 1)]
    if len(graph) > MOST_STATEMENTS:
        raise StoreError(f"its graph has more than {MOST_STATEMENTS:,} statements")
    nodes = by_subject(graph)
    found = whole_document(database, document, nodes)
    return found, [*_claims(found, nodes, refusals)]


def _claims(
    document: Document, nodes: Mapping[str, Description], refusals: Refusals
) -> Iterator[Claim]:
    for each in nodes.values():
        if each.subject.startswith("claim/") and each.id("mention_of") is None:
            try:
                yield _claim(document, each, nodes)
            except WRONG as error:
                refusals.refuse(each.subject, told(error))


def _claim(document: Document, found: Description, nodes: Mapping[str, Description]) -> Claim:
    (claim,) = normalise_claims(document, [claim_of(found, nodes)])
    if claim.id != found.subject:
        raise StoreError("it says something else than what it is called after")
    mentions = (nodes.get(mention_id(claim.id, actor)) for actor in claim.actors)
    check_single([found, *filter(None, mentions)], claim_quads(claim, document.id))
    return claim


def check_single(nodes: Iterable[Description], written: Iterable[str]) -> None:
    """Whether every field that has several values has them in what we would write as well.

    Of two texts or two levels of one claim one would be taken by chance.

    Raises:
        StoreError: one has not.
    """
    ours = frozenset(line.rpartition(" <")[0] for line in written)
    for each in nodes:
        subject = node(each.subject)
        for predicate, value in each.repeated():
            if predicate not in _DERIVED and f"{subject} <{predicate}> {value}" not in ours:
                raise StoreError("it says several things where one is meant")
