"""Reading stored texts anew with the rules of today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hedgerow.graph.changes import Changes
from hedgerow.graph.checks import normalise_claims
from hedgerow.graph.copies_text import is_row_of_a_table
from hedgerow.graph.intake import Item
from hedgerow.graph.records import Document
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.streams import batched
from hedgerow.loaders.engine_names import engine_names
from hedgerow.loaders.pipeline import Extract, code_documents
from hedgerow.loaders.records import Coded

AT_ONCE = 200
"""So many documents with other claims are one commit."""


@dataclass(slots=True)
class Reread:
    """How many texts were read, how many of them say something else, and what that changed.

    `kept` are documents that state their claims themselves, or that a language model read.
    """

    documents: int = 0
    kept: int = 0
    differing: int = 0
    changes: list[Changes] = field(default_factory=list)


def reread(store: Store, documents: Iterable[str], extract: Extract) -> Reread:
    """Read documents anew, replace the claims of those that read otherwise, and tell how many.

    Raises:
        UsageError: a document is not here.
    """
    told = Reread()
    for batch in batched(_differing(store, documents, extract, told), AT_ONCE):
        told.differing += len(batch)
        told.changes.append(store.reread(batch))
    return told


def _differing(
    store: Store, documents: Iterable[str], extract: Extract, told: Reread
) -> Iterator[Item]:
    for found in code_documents(_texts(store, documents, told), extract=extract):
        if isinstance(found, Coded):
            told.documents += 1
            claims = normalise_claims(found.document, found.claims)
            if claims != [*store.claims(document=found.document.id)]:
                yield found.document, claims


def _texts(snapshot: Snapshot, documents: Iterable[str], told: Reread) -> Iterator[Document]:
    """Those of some documents whose claims our rules alone have read."""
    known = frozenset(engine_names())
    for each in documents:
        document = snapshot.document(each)
        engines = (set(claim.engine.split("+")) for claim in snapshot.claims(document=each))
        if is_row_of_a_table(document.text) or not all(one <= known for one in engines):
            told.kept += 1
        else:
            yield document
