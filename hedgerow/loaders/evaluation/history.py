"""What rules got right and wrong on gold sets, written down for reading confidence to rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from hedgerow.loaders.evaluation.calibration import decided
from hedgerow.loaders.evaluation.matching import Matched
from hedgerow.loaders.extraction.confidence import way_of

FACTOR_WEIGHT = 4.0
"""Readings that count towards a factor of 1 before any was seen."""
HEADER = "# Written by `hedgerow evaluate GOLD --history`; see docs/evaluation.md.\n"


@dataclass(slots=True)
class _Way:
    right: int = 0
    expected: float = 0.0

    @property
    def factor(self) -> float:
        """How many were right for one that the priors expect."""
        return (self.right + FACTOR_WEIGHT) / (self.expected + FACTOR_WEIGHT)


@dataclass(slots=True)
class History:
    """Counts by way of reading, and by rule and way: [right, wrong]."""

    ways: defaultdict[str, _Way] = field(default_factory=lambda: defaultdict(_Way))
    rules: defaultdict[str, defaultdict[str, list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(lambda: [0, 0]))
    )

    def content(self) -> Mapping[str, object]:
        """What the calibration file holds."""
        return {
            "factors": {way: round(self.ways[way].factor, 3) for way in sorted(self.ways)},
            "history": {
                rule: {way: ways[way] for way in sorted(ways)}
                for rule, ways in sorted(self.rules.items())
            },
        }


def history(articles: Iterable[Matched]) -> History:
    """Count edges whose confidence is still their rules' own."""
    found = History()
    for edge, right in decided(articles):
        way = way_of(edge.engine.split("+"), edge.flags)
        found.ways[way].right += right
        found.ways[way].expected += edge.confidence
        found.rules[edge.rule or ""][way][not right] += 1
    return found


def write_history(found: History, path: Path) -> None:
    """Write the calibration file."""
    text = yaml.safe_dump(dict(found.content()), sort_keys=False, width=100)
    path.write_text(HEADER + text, encoding="utf-8")
