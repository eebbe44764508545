"""What lies in the windows before and after a day: numbers and levels by column."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import SURELY, lies_in, told_in
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.phrases import CONCLUDED, PROSPECTIVE, level_words

COUNTED, ENDED, POSSIBLY, PIPELINE = "", "ended_", "possibly_", "pipeline_"
"""What is counted, as the columns `before`, `ended_before`, `possibly_before` ... begin."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one group has, by column."""

    numbers: Counter[str] = field(default_factory=Counter)
    levels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def changed(self) -> bool:
        """Whether anything lies in either window."""
        return any(self.numbers.values()) or bool(self.levels)

    def add(
        self, edge: Edge, side: str, window: DateRange, replacing: Collection[str | None]
    ) -> None:
        """Count an edge for the window on one side.

        Where an event of `replacing` set another level, the old tie did not end and no new one
        was opened: the level changed.
        """
        if edge.standing == PROSPECTIVE:
            self.numbers[PIPELINE + side] += told_in(edge, window)
        elif edge.is_tie or edge.standing == CONCLUDED:
            place = lies_in(edge, window)
            if place == SURELY and edge.level is not None:
                self.levels[side].append(f"{level_words(edge.level)} ({edge.stated})")
            if place is not None and edge.opened_by not in replacing:
                self.numbers[(COUNTED if place == SURELY else POSSIBLY) + side] += 1
            if edge.is_tie and edge.closed_by not in replacing:
                self.numbers[ENDED + side] += _ended_in(edge, window)


def _ended_in(tie: Edge, window: DateRange) -> bool:
    ended = tie.ended
    return ended is not None and window.contains(ended.earliest, ended.latest)
