"""Which claims count in a view of what held or had happened on a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Claim, Imprint
from hedgerow.graph.resolution import Evidence, read_evidence, step_date
from hedgerow.graph.view_sifting import Sifter, surely_by
from hedgerow.ontology.vocabulary import vocabulary


class ClaimsAt:
    """The claims whose step in the history of their event surely lies on or before a day.

    `denials` are those that count whenever they were made. With `about`, only those claims count to
    which all these actors are parties.
    """

    def __init__(
        self,
        day: dt.date | None,
        judged: Judged,
        about: frozenset[str],
        denials: frozenset[str] = frozenset(),
    ) -> None:
        self.sifter = Sifter(day)
        self._judged = judged
        self.about = about
        self._denials = denials

    def of(self, told: Iterable[tuple[Claim, Imprint]]) -> list[Claim]:
        """Those of some claims that count, as they are to be stored; each with what tells it."""
        day = self.sifter.day
        return [
            claim if day is None else _unended(claim, day)
            for claim, imprint in told
            if self.about.issubset(claim.actors) and self.sifter.passes(self._dates(claim, imprint))
        ]

    def _dates(self, claim: Claim, imprint: Imprint) -> Iterable[str]:
        if self.sifter.day is None:
            return ()
        if claim.id in self._denials:
            return (self.sifter.day.isoformat(),)
        judged = self._judged.standing(claim) or claim
        reading = read_evidence(Evidence(claim, *imprint), judged)
        on, _ = step_date(reading, vocabulary())
        return () if on is None else (on,)


def _unended(claim: Claim, day: dt.date) -> Claim:
    """A claim without the end of an interval that had not surely come to an end by a day."""
    lasting = vocabulary().tie_type(claim.type).interval
    if not lasting or claim.date_end is None or surely_by(claim.date_end, day):
        return claim
    return replace(claim, date_end=None)
