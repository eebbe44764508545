"""Copies: documents of nearly one text, such as an agency's report in ten papers, are one source.

Two documents are linked where they share a band and are copies by what they say; what hangs
together by such links is one wording, named by its smallest id. Links depend on the two texts
alone, so neither the order of loading nor what was withdrawn since plays a part. Documents without
claims are never looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.copies_bands import Bands, bands_of
from hedgerow.graph.copies_cited import Cited
from hedgerow.graph.copies_rdf import (
    band_quads,
    copies_here,
    documents_with,
    layout_quads,
    stored_bands,
    stored_original,
    text_of,
    texts_of_claims,
    with_copies_of,
)
from hedgerow.graph.copies_text import Wording, Wordings, are_copies, wording_of
from hedgerow.graph.rdf import MEND, NQuad
from hedgerow.graph.records import Document


@dataclass(frozen=True, slots=True)
class Reworded:
    """A document that another stands for now (`after`) or stood for (`before`); None is itself."""

    document: str
    before: str | None
    after: str | None


class Copies:
    """The wordings of a database, with what a commit adds to it and takes from it.

    Where there is a database `beside` it that has the same documents, their bands are taken over.
    """

    def __init__(
        self, database: ox.Store, wordings: Wordings, beside: ox.Store | None = None
    ) -> None:
        self._database = database
        self._wordings = wordings
        self._beside = beside
        self._anew = False
        self._texts: dict[str, str] = {}
        self._fresh: dict[str, Bands] = {}
        self._fresh_by_band: dict[int, list[str]] = defaultdict(list)
        self._gone: set[str] = set()
        self._standing: dict[str, str] = {}
        self._cited = Cited(database)

    def add(self, document: Document) -> list[NQuad]:
        """A document that comes; gives the quads of its bands."""
        self._texts[document.id] = document.text
        self._cited.add(document)
        if self._beside is not None:
            return self._note(document.id, stored_bands(self._beside, document.id))
        return self._note(document.id, self._bands(document.id, document.text))

    def appear(self, document: Document) -> None:
        """A document with claims that is here, in more places."""
        self._cited.add(document)

    def take(self, document: str) -> list[NQuad]:
        """A document that goes; gives the quads of its bands."""
        self._gone.add(document)
        return band_quads(document, stored_bands(self._database, document))

    def start_anew(self) -> list[NQuad]:
        """Look for copies as if for the first time; gives the quads of all bands."""
        self._anew = True
        quads = layout_quads()
        for document, text in texts_of_claims(self._database):
            quads += self._note(document, self._bands(document, text))
        return quads

    def changes(self) -> Iterator[Reworded]:
        """The documents whose wording changes; those that go are left out."""
        coming = {*self._fresh, *self._cited.coming(anew=self._anew)}
        loose = self._loose(coming)
        joined = _Joined()
        for document in sorted(loose):
            for other in self._near(document):
                if document in coming or other in loose:
                    self._join(joined, document, other, self._standing_for(other, loose))
        for group in joined.groups(loose):
            before = {each: stored_original(self._database, each) for each in group & loose}
            for original in group - loose:
                copies = with_copies_of(self._database, original) - {original}
                before |= {original: None, **dict.fromkeys(copies, original)}
            name = min(before, key=lambda each: (each in self._cited.entries, each))
            for each in sorted(before):
                after = None if each == name else name
                if before[each] != after:
                    yield Reworded(each, before[each], after)

    def _bands(self, document: str, text: str) -> Bands:
        """The bands of a text; none where it is too short to be a copy."""
        wording = wording_of(text)
        if wording is None:
            return ()
        self._wordings.put(document, wording)
        return bands_of(wording)

    def _note(self, document: str, bands: Bands) -> list[NQuad]:
        if bands:
            self._fresh[document] = bands
        for band in bands:
            self._fresh_by_band[band].append(document)
        return band_quads(document, bands)

    def _loose(self, coming: set[str]) -> set[str]:
        """What must be grouped: what comes, and whatever hung together with what goes."""
        if self._anew:
            return {*coming, *copies_here(self._database)}
        torn = {stored_original(self._database, each) or each for each in self._gone}
        torn_apart = set[str]().union(*(with_copies_of(self._database, each) for each in torn))
        return {*coming, *(torn_apart - self._gone)}

    def _near(self, document: str) -> list[str]:
        """The documents that share an address or a band, those that share most bands first."""
        stored = ox.Store() if self._anew else self._database
        shared: Counter[str] = Counter()
        for band in self._fresh.get(document) or stored_bands(stored, document):
            shared.update(self._fresh_by_band.get(band, ()))
            shared.update(documents_with(stored, band))
        near = (shared.keys() | self._cited.near(document)) - self._gone - {document}
        return sorted(near, key=lambda each: (-shared[each], each))

    def _standing_for(self, document: str, loose: Collection[str]) -> str:
        if document in loose:
            return document
        if document not in self._standing:
            original = stored_original(self._database, document)
            copies = () if original is None else with_copies_of(self._database, original)
            self._standing |= {document: document, **dict.fromkeys(copies, original or document)}
        return self._standing[document]

    def _join(self, joined: "_Joined", document: str, other: str, group: str) -> None:
        if joined.find(document) != joined.find(group) and (
            other in self._cited.near(document)
            or are_copies(self._wording(document), self._wording(other))
        ):
            joined.join(document, group)

    def _wording(self, document: str) -> Wording:
        known = self._wordings.get(document)
        if known is not None:
            return known
        found = wording_of(self._texts.get(document) or text_of(self._database, document))
        if found is None:
            raise StoreError(f"{document} has bands, but is too short for any; {MEND}")
        self._wordings.put(document, found)
        return found


class _Joined:
    """What hangs together, link by link."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, each: str) -> str:
        """What stands for all that hangs together with it."""
        top = each
        while top in self._above:
            top = self._above[top]
        while each in self._above:
            self._above[each], each = top, self._above[each]
        return top

    def join(self, one: str, other: str) -> None:
        """Link two."""
        below, above = self.find(one), self.find(other)
        if below != above:
            self._above[below] = above

    def groups(self, of: Collection[str]) -> list[set[str]]:
        """What hangs together with each of some."""
        groups: dict[str, set[str]] = defaultdict(set)
        for each in {*of, *self._above, *self._above.values()}:
            groups[self.find(each)].add(each)
        return [group for group in groups.values() if not group.isdisjoint(of)]
