"""The account of what was asked of a model in one run, and what came of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

CONFIRMED, REJECTED, CORRECTED, PROPOSED = "confirmed", "rejected", "corrected", "proposed"


class BudgetSpent(Exception):
    """The run has no requests left."""


@dataclass(slots=True)
class Tally:
    """Counts of one run.

    `asked` counts requests, `retried` those among them that repeat one; `cached` the answers that
    cost none. `failed` and `refused` count by reason, `made` what came of accepted answers.
    `unasked` are the questions that were left for want of budget or after too many failures.
    """

    budget: int
    asked: int = 0
    retried: int = 0
    cached: int = 0
    unasked: int = 0
    stopped: bool = False
    failed: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def spend(self, *, again: bool = False) -> None:
        """Count a request that is about to be sent.

        Raises:
            BudgetSpent: there are none left.
        """
        if self.asked >= self.budget:
            raise BudgetSpent
        self.asked += 1
        self.retried += again

    @property
    def troubled(self) -> bool:
        """Whether something that was to be asked has no answer."""
        return bool(self.failed or self.unasked)

    def line(self) -> str:
        """The account in one line."""
        return f"language model: {'; '.join(self._parts())}"

    def _parts(self) -> Iterator[str]:
        yield f"requests {self.asked}, retried {self.retried}, from the cache {self.cached}"
        yield f"failed {self.failed.total()}{_reasons(self.failed)}"
        yield ", ".join(
            f"{kind} {self.made[kind]}" for kind in (CONFIRMED, REJECTED, CORRECTED, PROPOSED)
        )
        yield f"refused {self.refused.total()}{_reasons(self.refused)}"
        if self.stopped:
            yield "stopped asking after too many failures in a row"
        if self.unasked:
            yield f"not asked {self.unasked}"
        yield f"budget left {self.budget - self.asked}"


def _reasons(counts: Counter[str]) -> str:
    told = ", ".join(f"{reason}: {count}" for reason, count in sorted(counts.items()) if count)
    return f" ({told})" if told else ""
