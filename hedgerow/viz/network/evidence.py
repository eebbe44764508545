"""The sentences behind an event or tie, each with the document it stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hedgerow.graph.catalogue import imprint_of_claim
from hedgerow.graph.ratings import Ratings
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.rows_rdf import is_row
from hedgerow.graph.snapshot import Snapshot
from hedgerow.queries.reading.rated import ratings_of
from hedgerow.queries.words.grades import grade_words
from hedgerow.queries.words.phrases import names, shown_quote, status_text
from hedgerow.viz.files import file_name
from hedgerow.viz.links import web_address
from hedgerow.viz.network.wording import date_words, one_line
from hedgerow.viz.timeline.looks import cut

LONGEST_TITLE = 240
"""As many letters of a title are shown."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One quoted sentence.

    `url` is an http or https address or None. `status` is what this sentence says of the matter,
    in words. `published` is an EDTF date or None. `held` says what people hold of it, `handling`
    who may see it.
    """

    claim: str
    document: str
    quote: str
    status: str
    title: str
    publisher: str | None
    published: str | None
    published_words: str
    url: str | None
    attributed_to: str | None
    held: str | None = None
    handling: str | None = None


def sentences(snapshot: Snapshot, claim_ids: Iterable[str]) -> Mapping[str, Sentence]:
    """The sentences of claims by claim id, in no particular order."""
    wanted = sorted(set(claim_ids))
    documents: dict[str, Document] = {}
    found = {}
    for claim in snapshot.claims(ids=wanted):
        if claim.document not in documents:
            documents[claim.document] = snapshot.document(claim.document)
        sentence = _sentence(claim, documents[claim.document])
        found[claim.id] = _of_page(snapshot, claim, sentence) if is_row(claim) else sentence
    ratings = ratings_of(snapshot)
    return {one: _graded(told, ratings) for one, told in found.items()} if ratings else found


def _graded(told: Sentence, ratings: Ratings) -> Sentence:
    reliability = ratings.reliability(told.document, told.publisher, told.url or "")
    credibility = ratings.credibility(told.claim, told.document)
    mark = ratings.handling(told.document)
    return replace(told, held=grade_words(reliability, credibility), handling=mark)


def _of_page(snapshot: Snapshot, claim: Claim, sentence: Sentence) -> Sentence:
    """An event table's row, as told by the page that it was coded from."""
    place = imprint_of_claim(snapshot, claim)
    return replace(
        sentence,
        publisher=place.publisher,
        published=place.published,
        published_words=date_words(place.published) or sentence.published_words,
        url=web_address(place.address),
    )


def _sentence(claim: Claim, document: Document) -> Sentence:
    title = document.title or file_name(document.source) or "Untitled document"
    return Sentence(
        claim=claim.id,
        document=document.id,
        quote=one_line(shown_quote(claim.quote)),
        status=status_text(claim.status, claim.stage),
        title=cut(title, LONGEST_TITLE),
        publisher=document.publisher,
        published=document.published,
        published_words=date_words(document.published) or "no publication date",
        url=_web_address(document),
        attributed_to=names([claim.attributed_to])[0] if claim.attributed_to else None,
    )


def _web_address(document: Document) -> str | None:
    """The first address on the web; a row of a table has that of its source."""
    places = (place for one in document.appearances for place in (one.url, one.source))
    return next((address for place in places if (address := web_address(place))), None)
