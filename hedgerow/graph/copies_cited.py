"""What was entered by hand and the articles it cites: whatever has one address is one source.

Nor are two entries of one analyst's knowledge two sources.
"""

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from hedgerow.graph.by_hand import PLACE, is_entry
from hedgerow.graph.rdf import local_id, node, prop
from hedgerow.graph.records import Document

_ADDRESS = ("url", "publisher")


class Cited:
    """The entries of a database and of a commit, by their addresses."""

    def __init__(self, database: ox.Store) -> None:
        self._database = database
        self._entries: set[str] | None = None
        self._fresh: dict[str, set[str]] = {}
        self._fresh_at: dict[str, set[str]] = defaultdict(set)

    def add(self, document: Document) -> None:
        """A document with claims that comes, or comes to have another address."""
        if is_entry(document):
            self.entries.add(document.id)
        self._fresh[document.id] = _addresses(document)
        for address in self._fresh[document.id]:
            self._fresh_at[address].add(document.id)

    def coming(self, *, anew: bool) -> set[str]:
        """What comes and is linked to what is here, or all entries."""
        if not self.entries:
            return set()
        return {each for each in self._fresh if self.near(each)} | (self.entries if anew else set())

    def near(self, document: str) -> set[str]:
        """The documents that are of one source with a document, as one of both was entered."""
        if not self.entries:
            return set()
        addresses = self._fresh.get(document) or self._stored_addresses(document)
        found = {each for address in addresses for each in self._at(address)} - {document}
        return found if document in self.entries else found & self.entries

    @property
    def entries(self) -> set[str]:
        """The documents that were entered by hand."""
        if self._entries is None:
            quads = self._database.quads_for_pattern(None, prop("path"), ox.Literal(PLACE), None)
            self._entries = {local_id(quad.graph_name) for quad in quads}
        return self._entries

    def _at(self, address: str) -> Iterator[str]:
        yield from self._fresh_at.get(address, ())
        is_url = "://" in address
        field = prop("url" if is_url else "publisher")
        for quad in self._database.quads_for_pattern(None, field, ox.Literal(address), None):
            document = local_id(quad.graph_name)
            if (is_url or document in self.entries) and self._tells(document):
                yield document

    def _tells(self, document: str) -> bool:
        """Whether a document makes claims; rows of event tables are of none."""
        place = node(document)
        claims = self._database.quads_for_pattern(None, prop("document"), place, place)
        return next(claims, None) is not None

    def _stored_addresses(self, document: str) -> set[str]:
        place = node(document)
        fields = _ADDRESS if document in self.entries else _ADDRESS[:1]
        quads = (self._database.quads_for_pattern(None, prop(f), None, place) for f in fields)
        told = {q.object.value for each in quads for q in each if isinstance(q.object, ox.Literal)}
        urls = {each for each in told if "://" in each}
        return urls or told


def _addresses(document: Document) -> set[str]:
    """The addresses of a document; an entry of knowledge has its analyst alone."""
    urls = {each.url for each in document.appearances if each.url is not None}
    if urls or not is_entry(document) or document.publisher is None:
        return urls
    return {document.publisher}
