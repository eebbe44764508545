"""A language model as one more reader of documents whose claims the rules have read."""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import TypeAlias

from hedgerow.graph.records import Claim, Document
from hedgerow.loaders.extraction.explain import Explanation
from hedgerow.loaders.extraction.llm.adjudication import adjudicated
from hedgerow.loaders.extraction.llm.asking import Asker
from hedgerow.loaders.extraction.llm.tally import Tally
from hedgerow.loaders.extraction.llm.whole import WholeArticle

Explanations: TypeAlias = MutableMapping[str, Explanation]
Extracted: TypeAlias = Iterator[tuple[Document, list[Claim]]]


class Model:
    """Asks a model about documents, one after the other; `tally` is the account of the run."""

    def __init__(self, asker: Asker, *, whole_articles: bool = False) -> None:
        self._asker = asker
        self._whole_articles = whole_articles

    @property
    def tally(self) -> Tally:
        """What was asked so far, and what came of it."""
        return self._asker.tally

    def review_many(
        self,
        read: Iterable[tuple[Document, list[Claim]]],
        explanations: Explanations | None = None,
    ) -> Extracted:
        """Each document with its claims as the model leaves them; explanations follow along."""
        kept: Explanations = {} if explanations is None else explanations
        for document, claims in read:
            yield document, self.review(document, claims, kept)

    def review(
        self, document: Document, claims: Sequence[Claim], explanations: Explanations
    ) -> list[Claim]:
        """The claims of one document as the model leaves them, in order; none is lost."""
        kept: dict[str, Claim] = {}
        for before, after in self._judged(document, claims, explanations):
            if before.id in explanations:
                explanations.setdefault(after.id, explanations[before.id])
            known = kept.get(after.id)
            if known is None or known.confidence < after.confidence:
                kept[after.id] = after
        return sorted(kept.values(), key=lambda claim: (claim.start, claim.id))

    def _judged(
        self, document: Document, claims: Sequence[Claim], explanations: Explanations
    ) -> Iterator[tuple[Claim, Claim]]:
        """Each claim before and after; what the model found stands for itself."""
        if not self._whole_articles:
            yield from adjudicated(document, claims, self._asker)
            return
        article = WholeArticle(document, claims)
        article.ask(self._asker)
        left = [article.made[claim.id] for claim in claims]
        judged = adjudicated(document, left, self._asker)
        for before, (_, after) in zip(claims, judged, strict=True):
            yield before, after
        for found in article.found.values():
            explanations[found.claim.id] = found.explanation
            yield found.claim, found.claim
