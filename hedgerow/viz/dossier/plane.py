"""The plane on which years and numbers are drawn."""

from dataclasses import dataclass

WIDTH, TOP, PLOT = 760.0, 12.0, 150.0
GAP = 12.0


@dataclass(frozen=True, slots=True)
class Plane:
    """From years and numbers to places."""

    left: float
    right: float
    years: int
    top_value: float

    def x(self, year: int) -> float:
        """The place of a year."""
        if self.years == 1:
            return round((self.left + self.right) / 2, 1)
        inset = 8.0
        step = (self.right - self.left - 2 * inset) / (self.years - 1)
        return round(self.left + inset + year * step, 1)

    def y(self, value: float) -> float:
        """The place of a number."""
        return round(TOP + PLOT * (1 - value / self.top_value), 1)
