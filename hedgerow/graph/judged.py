"""The judgements of a store, by the claims they bear on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from hedgerow.errors import UsageError
from hedgerow.graph.bearing import Bearing, wording_key
from hedgerow.graph.records import Claim, Judgement, Witness
from hedgerow.graph.resolution import LEAST_CONFIDENCE, apply_judgements, bucket_of
from hedgerow.graph.resolution.checking import SAME_ACTOR, check_judgement
from hedgerow.graph.resolution.judging import in_order, meant_as
from hedgerow.graph.resolution.undoing import undone

NOTHING = Bearing()


def tells_more(judgement: Judgement, known: Judgement | None) -> bool:
    """Whether a judgement is new, or has a witness of a claim of which the known one has none."""
    if known is None:
        return True
    seen = {each.claim for each in known.witnesses}
    return any(each.claim not in seen for each in judgement.witnesses)


def _applies(judgement: Judgement) -> bool:
    try:
        check_judgement(judgement)
    except UsageError:
        return False
    return True


class Judged:
    """Which judgements bear on a claim, and where a claim resolves with them applied.

    `all` has every judgement as it was recorded; what was taken back counts nowhere else, nor does
    what is `set_aside` as it cannot be applied, be it by another ontology than this.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), bearing: Bearing = NOTHING) -> None:
        self.all = {judgement.id: judgement for judgement in judgements}
        self.bearing = bearing
        self.set_aside = frozenset(each.id for each in self.all.values() if not _applies(each))
        self._undone = undone(
            each
            for each in self.all.values()
            if each.undoes is None or each.id not in self.set_aside
        )
        self._by_claim: dict[str, list[Judgement]] = defaultdict(list)
        self._codes: dict[str, dict[str, str]] = {}
        for judgement in self.present():
            for claim in judgement.claims:
                self._by_claim[claim].append(judgement)
        for judgement in in_order(each for each in self.counting() if each.decision == SAME_ACTOR):
            for claim, actor in bearing.worded.get(judgement.id, ()):
                self._codes.setdefault(claim, {})[actor] = judgement.corrections["code"]

    def including(self, more: Iterable[Judgement] = (), bearing: Bearing = NOTHING) -> "Judged":
        """These judgements and some more, that bear on some more; of one id the later."""
        return Judged((*self.all.values(), *more), self.bearing.including(bearing))

    def without(self, claims: Iterable[str]) -> "Judged":
        """The same where some claims are gone."""
        return Judged(self.all.values(), self.bearing.without(frozenset(claims)))

    def counting(self) -> list[Judgement]:
        """The judgements that can be applied and nobody took back, by id and as recorded."""
        idle = self._undone | self.set_aside
        return [self.all[each] for each in sorted(self.all) if each not in idle]

    def present(self) -> list[Judgement]:
        """The same, each with the claims on which it bears in place of those it named."""
        return [self._bearing_on_present(each) for each in self.counting()]

    def about(self, claims: Iterable[str]) -> list[Judgement]:
        """The judgements that bear on any of these claims, by id; each names those here."""
        if not self._by_claim:
            return []
        found = {each.id: each for claim in claims for each in self._by_claim.get(claim, ())}
        return [found[each] for each in sorted(found)]

    @property
    def claims(self) -> Collection[str]:
        """The claims that judgements bear on."""
        return self._by_claim.keys()

    def names(self, claim: str) -> bool:
        """Whether a judgement bears on a claim."""
        return claim in self._by_claim

    def is_undone(self, judgement: str) -> bool:
        """Whether a judgement was taken back."""
        return judgement in self._undone

    def undoing(self, judgement: str) -> list[Judgement]:
        """The judgements that take one back, those left out that were taken back themselves."""
        return [each for each in self.counting() if each.undoes == judgement]

    def undone_first(self, judgement: Judgement) -> Judgement:
        """What it is about in the end: the judgement itself, or that which undoing began with."""
        while judgement.undoes in self.all:
            judgement = self.all[judgement.undoes]
        return judgement

    def attached(self, judgement: str) -> tuple[str, ...]:
        """The claims on which a judgement bears, or would if it had not been taken back."""
        one = self.all[judgement]
        worded = {claim for claim, _ in self.bearing.worded.get(judgement, ())}
        return tuple(sorted({*self._bearing_on_present(one).claims, *worded}))

    def reworded(self, claim: Claim) -> Claim:
        """The claim between those whom analysts say its words mean, under the id it is stored."""
        codes = self._codes.get(claim.id)
        return meant_as(claim, codes) if codes else claim

    def standing(self, claim: Claim) -> Claim | None:
        """The claim as analysts have it, None where it does not count."""
        found = self.reworded(claim)
        return apply_judgements([found], self.about([claim.id])).get(claim.id)

    def bucket(self, claim: Claim) -> str:
        """The bucket in which a claim resolves; its own where it is rejected."""
        return bucket_of(self._judged(claim))

    def bucket_if_counting(self, claim: Claim) -> str | None:
        """The same; None where it was read too unsurely to count and nobody accepted it."""
        judged = self._judged(claim)
        return bucket_of(judged) if judged.confidence >= LEAST_CONFIDENCE else None

    def differing(self, other: "Judged") -> set[str]:
        """The claims on which other judgements bear now."""
        claims = self._by_claim.keys() | other._by_claim.keys()
        moved = {each for each in claims if self._on(each) != other._on(each)}
        worded = self._codes.keys() | other._codes.keys()
        return moved | {each for each in worded if self._codes.get(each) != other._codes.get(each)}

    @cached_property
    def unwitnessed(self) -> Mapping[str, Sequence[Judgement]]:
        """The claims of which a judgement that names them has no witness, with those judgements."""
        found: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.all.values():
            seen = {witness.claim for witness in judgement.witnesses}
            for claim in judgement.claims:
                if claim not in seen:
                    found[claim].append(judgement)
        return found

    @cached_property
    def witnessed(self) -> Mapping[str, Sequence[tuple[Judgement, Witness]]]:
        """What judgements saw, by document."""
        found: dict[str, list[tuple[Judgement, Witness]]] = defaultdict(list)
        for judgement in self.all.values():
            for witness in judgement.witnesses:
                found[witness.document].append((judgement, witness))
        return found

    @cached_property
    def wordings(self) -> Mapping[str, Sequence[str]]:
        """The wordings that judgements are on, with the ids of these, taken back or not."""
        found: dict[str, list[str]] = defaultdict(list)
        for judgement in self.all.values():
            if judgement.decision == SAME_ACTOR and judgement.id not in self.set_aside:
                found[wording_key(judgement.corrections["text"])].append(judgement.id)
        return found

    def _bearing_on_present(self, judgement: Judgement) -> Judgement:
        found = self.bearing.found
        claims = {found.get((judgement.id, claim), claim) for claim in judgement.claims}
        if claims == set(judgement.claims):
            return judgement
        bearing = replace(judgement, claims=tuple(sorted(claims)))
        bearing.__dict__["id"] = judgement.id  # by which it is known and put in order
        return bearing

    def _on(self, claim: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(each.id, each.claims) for each in self._by_claim.get(claim, ())]

    def _judged(self, claim: Claim) -> Claim:
        found = self.reworded(claim)
        judgements = self.about([claim.id])
        return apply_judgements([found], judgements).get(claim.id, found) if judgements else found
