"""What a load skipped: enough of it in full, and of a crawl's millions only how many and why."""

import re
from collections import Counter
from collections.abc import Iterator

from hedgerow.loaders.records import Skipped

MOST, MOST_REASONS = 1_000, 100
OTHER = "for other reasons"
_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|\d[\d,.]*\d|\d")


def likeness(skipped: Skipped) -> str:
    """The reason without what it quotes and counts, so that like reasons are the same."""
    return skipped.reason if skipped.shared else _PARTICULAR.sub("…", skipped.reason)


class Omissions:
    """What was skipped: iterating gives the first `MOST`, `more` counts the others by likeness.

    `total` counts all, `missed` those that somebody would miss.
    """

    def __init__(self) -> None:
        self.total = self.missed = 0
        self.more: Counter[str] = Counter()
        self._first: list[Skipped] = []

    @property
    def is_minor(self) -> bool:
        """Whether nobody would miss any."""
        return not self.missed

    def add(self, skipped: Skipped) -> None:
        """Take note of one more."""
        self.total += 1
        self.missed += not skipped.minor
        if len(self._first) < MOST:
            self._first.append(skipped)
            return
        like = likeness(skipped)
        known = like in self.more or len(self.more) < MOST_REASONS
        self.more[like if known else OTHER] += 1

    def __iter__(self) -> Iterator[Skipped]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def __getitem__(self, place: int) -> Skipped:
        return self._first[place]
