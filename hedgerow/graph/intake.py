"""Sorting what comes in: new documents, ones met again, and ones that were withdrawn."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.changes import Changes
from hedgerow.graph.checks import normalise_claims, normalise_document, with_appearances
from hedgerow.graph.rdf import node
from hedgerow.graph.reading import find_document, find_table
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.settlement import Settlement

Item = tuple[Document, Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Added:
    """What `Store.add` did: ids of documents by what became of them, and what changed.

    `known` documents were met again; `appeared` are those of them with an appearance that is new.
    `withdrawn` ones had been taken out before and stay out. `claims` counts new claims. `outdated`
    were here before and no longer count, since a newer text has their URL.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    appeared: tuple[str, ...]
    withdrawn: tuple[str, ...]
    claims: int
    buckets: int
    changes: Changes
    outdated: tuple[str, ...] = ()


@dataclass(slots=True)
class Intake:
    """The documents of one commit, sorted."""

    new: dict[str, tuple[Document, list[Claim]]] = field(default_factory=dict)
    appeared: dict[str, tuple[Document, Document]] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    def summary(self, settlement: Settlement) -> Added:
        """What became of it, once it was written."""
        return Added(
            new=tuple(self.new),
            known=tuple(self.known),
            appeared=tuple(self.appeared),
            withdrawn=tuple(self.withdrawn),
            claims=sum(len(claims) for _, claims in self.new.values()),
            buckets=settlement.buckets,
            changes=settlement.changes("documents loaded"),
        )


def sort_items(database: ox.Store, items: Iterable[Item], withdrawn: Collection[str]) -> Intake:
    """Sort documents by whether a database has them, each normalised and checked.

    `appeared` pairs a document as stored with the same one and its new appearances.

    Raises:
        UsageError: a document or claim cannot be stored.
    """
    intake = Intake()
    for document, claims in _merged(items):
        if document.id in withdrawn:
            intake.withdrawn.append(document.id)
        elif database.contains_named_graph(node(document.id)):
            _meet_again(database, document, intake)
        else:
            normal = normalise_document(document)
            intake.new[document.id] = (normal, normalise_claims(normal, claims))
    return intake


def _meet_again(database: ox.Store, document: Document, intake: Intake) -> None:
    intake.known.append(document.id)
    if find_table(database, document.id) is not None:
        return  # only a table tells where tables appeared
    stored = find_document(database, document.id)
    assert stored is not None  # noqa: S101  its graph is there
    merged = with_appearances(stored, document.appearances)
    if merged != stored:
        intake.appeared[document.id] = (stored, merged)


def _merged(items: Iterable[Item]) -> Iterable[tuple[Document, list[Claim]]]:
    """One item a text, with the appearances and claims of all."""
    merged: dict[str, tuple[Document, list[Claim]]] = {}
    for document, claims in items:
        known = merged.get(document.id)
        if known is None:
            merged[document.id] = (document, list(claims))
        else:
            places = (*known[0].appearances, *document.appearances)
            merged[document.id] = (Document(document.text, places), [*known[1], *claims])
    return merged.values()
