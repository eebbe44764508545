"""Reading confidence: the share of such readings that proved right on annotated articles.

A rule's author gives it a prior. How often readings made in one `way` (by which engines, and
whether syntax, a pronoun or mere nearness joins the actors) proved right scales it; what the rule
itself got right and wrong then outweighs it, the more often the rule was seen the more (the mean of
a beta-binomial). The counts are data, written by `hedgerow evaluate --history` from gold sets.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from hedgerow.graph.resolution.evidence import LEAST_CONFIDENCE
from hedgerow.loaders.extraction.lexicon import table

COREFERENCE, INFERRED = "coreference", "inferred"
"""Flags of a claim: an actor is only pointed back to; an actor is only the one around."""

PRIOR_WEIGHT = 6.0
"""Readings that a prior counts for."""
MOST = 0.98
ALONE = 0.6
"""So sure has a reading to be that rests on no rule; else it waits for review as well."""
AGREED = 0.95
"""The prior of what several engines read alike, whatever their own."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`factors` by way; `history`: rule -> way -> number of readings (right, wrong)."""

    factors: Mapping[str, float] = field(default_factory=dict)
    history: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)

    def confidence(self, prior: float, rule: str, way: str) -> float:
        """The reading confidence of a rule's reading, 0 to 1."""
        right, wrong = self.history.get(rule, {}).get(way, (0, 0))
        scaled = min(MOST, prior * self.factors.get(way, 1.0))
        share = (right + PRIOR_WEIGHT * scaled) / (right + wrong + PRIOR_WEIGHT)
        return round(min(MOST, share), 3)


def without_rule(confidence: float) -> float:
    """The confidence of a reading that rests on no rule."""
    return confidence if confidence >= ALONE else for_review(confidence)


def for_review(confidence: float) -> float:
    """The confidence of a reading that somebody has to look at."""
    return min(confidence, LEAST_CONFIDENCE - 0.001)


UNCALIBRATED = Calibration()


@cache
def calibration() -> Calibration:
    """The calibration of `lexicon/confidence.yaml`."""
    content = table("confidence")
    history = {
        rule: {way: (counts[0], counts[1]) for way, counts in ways.items()}
        for rule, ways in content["history"].items()
    }
    return Calibration(content["factors"], history)


def way_of(engines: Iterable[str], flags: Iterable[str]) -> str:
    """How a reading was made: `dependency`, `dependency+patterns-coreference` …"""
    told = (flag for flag in (INFERRED, COREFERENCE) if flag in set(flags))
    return "-".join(["+".join(sorted(engines)), *told])
