"""A state's cooperation with two poles, and whether a number on it rests on enough."""

from dataclasses import dataclass

from hedgerow.queries.measures.signals import Result

THIN = 10
"""A number that rests on fewer edges is told as thin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenPoles(Result):
    """What compares a state's `poles` A and B; `cooperation` holds R with each."""

    state: str
    poles: tuple[str, str]
    cooperation: tuple[float, float]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The poles with which nothing cooperative counts."""
        both = zip(self.poles, self.cooperation, strict=True)
        return tuple(pole for pole, sum_ in both if sum_ == 0)

    @property
    def is_one_sided(self) -> bool:
        """Whether one of the poles is lacking, so that it tells what was loaded."""
        return bool(self.lacking)

    @property
    def is_thin(self) -> bool:
        """Whether so little stands behind it that the next edge could turn it round."""
        return is_thin(len(self.edges), one_sided=self.is_one_sided)


def is_thin(edges: int, *, one_sided: bool = False) -> bool:
    """Whether a number rests on few edges, or compares two sides of which one has none."""
    return edges < THIN or one_sided
