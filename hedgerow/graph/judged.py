"""The judgements of a store, by the claims they name."""

from collections import defaultdict
from collections.abc import Iterable

from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.resolution import apply_judgements, bucket_of


class Judged:
    """Which judgements bear on a claim, and where a claim resolves with them applied."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self.all = {judgement.id: judgement for judgement in judgements}
        self._by_claim: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.all.values():
            for claim in judgement.claims:
                self._by_claim[claim].append(judgement)

    def including(self, more: Iterable[Judgement]) -> "Judged":
        """These judgements and some more."""
        return Judged((*self.all.values(), *more))

    def about(self, claims: Iterable[str]) -> list[Judgement]:
        """The judgements that name any of these claims, by id."""
        if not self._by_claim:
            return []
        found = {each.id: each for claim in claims for each in self._by_claim.get(claim, ())}
        return [found[each] for each in sorted(found)]

    def bucket(self, claim: Claim) -> str:
        """The bucket in which a claim resolves; its own where it is rejected."""
        judgements = self.about([claim.id])
        if not judgements:
            return bucket_of(claim)
        return bucket_of(apply_judgements([claim], judgements).get(claim.id, claim))
