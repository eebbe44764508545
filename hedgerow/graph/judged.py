"""The judgements of a store, by the claims they name."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from hedgerow.graph.records import Claim, Judgement
from hedgerow.graph.resolution import LEAST_CONFIDENCE, apply_judgements, bucket_of


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

    @property
    def claims(self) -> Collection[str]:
        """The claims that judgements name."""
        return self._by_claim.keys()

    def names(self, claim: str) -> bool:
        """Whether a judgement names a claim."""
        return claim in self._by_claim

    def bucket(self, claim: Claim) -> str:
        """The bucket in which a claim resolves; its own where it is rejected."""
        return bucket_of(self._judged(claim))

    def bucket_if_counting(self, claim: Claim) -> str | None:
        """The same; None where it was read too unsurely to count and nobody accepted it."""
        judged = self._judged(claim)
        return bucket_of(judged) if judged.confidence >= LEAST_CONFIDENCE else None

    def _judged(self, claim: Claim) -> Claim:
        judgements = self.about([claim.id])
        return apply_judgements([claim], judgements).get(claim.id, claim) if judgements else claim
