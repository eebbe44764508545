"""Editions: documents met under one URL are texts of one article, and only the newest counts.

The newest is the one published last; of one day the longest, since corrections mostly add; of one
length the one with the larger id. So the order of loading plays no part. Event tables are no texts
of an article, and what was entered by hand quotes one and is none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import pyoxigraph as ox

from hedgerow.graph.by_hand import is_entry
from hedgerow.graph.rdf import local_id, prop
from hedgerow.graph.reading import find_document, find_table
from hedgerow.graph.records import Document


class Editions:
    """The articles of a database with some documents fresh and some gone."""

    def __init__(
        self, database: ox.Store, fresh: Mapping[str, Document], gone: Collection[str] = ()
    ) -> None:
        self._database = database
        self._fresh = fresh
        self._gone = gone
        self._fresh_by_url: dict[str, set[str]] = defaultdict(set)
        for document in fresh.values():
            for url in _urls(document):
                self._fresh_by_url[url].add(document.id)
        self._found: dict[str, list[Document]] = {}

    def sharing(self, documents: Iterable[Document]) -> dict[str, Document]:
        """The documents, fresh or stored, that share a URL with any of these, by id."""
        groups = (self._of_url(url) for document in documents for url in _urls(document))
        return {document.id: document for group in groups for document in group}

    def superseded_by(self, document: Document) -> list[str]:
        """The ids of the editions next older than a document, one a URL at most."""
        older = set()
        for url in _urls(document):
            group = self._of_url(url)
            position = [each.id for each in group].index(document.id)
            if position:
                older.add(group[position - 1].id)
        return sorted(older)

    def is_superseded(self, document: Document) -> bool:
        """Whether a newer edition of a document is there."""
        return any(self._of_url(url)[-1].id != document.id for url in _urls(document))

    def _of_url(self, url: str) -> list[Document]:
        if url not in self._found:
            self._found[url] = self._find(url)
        return self._found[url]

    def _find(self, url: str) -> list[Document]:
        stored = _stored_under(self._database, url) - self._fresh.keys() - set(self._gone)
        texts = (each for each in stored if find_table(self._database, each) is None)
        found = (find_document(self._database, document) for document in texts)
        fresh = (self._fresh[document] for document in self._fresh_by_url[url])
        articles = (each for each in (*found, *fresh) if each is not None and not is_entry(each))
        return sorted(articles, key=_newness)


def _stored_under(database: ox.Store, url: str) -> set[str]:
    quads = database.quads_for_pattern(None, prop("url"), ox.Literal(url), None)
    return {local_id(quad.graph_name) for quad in quads}


def _urls(document: Document) -> set[str]:
    if is_entry(document):
        return set()
    return {each.url for each in document.appearances if each.url is not None}


def _newness(document: Document) -> tuple[str, int, str]:
    return (document.published or "", len(document.text), document.id)
