"""Made-up multigraphs with a few hubs: the same for the same size, on every machine."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style

FIRST_DAY = dt.date(1990, 1, 1)
DAYS = (dt.date(2025, 12, 31) - FIRST_DAY).days
STANDINGS = (0.8, 0.1, 0.05, 0.05)
SENTENCE = (
    "Officials of {0} and {1} said on {2} that the two sides had settled what they called {3}, a "
    "step that both capitals had prepared since the spring and that a spokesperson welcomed in a "
    "short statement to reporters after the meeting of the two delegations in the capital."
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event between two actors, with the sentence that tells it."""

    ends: tuple[str, str]
    type: str
    standing: str
    day: dt.date
    sentence: str


@dataclass(frozen=True, slots=True)
class Graph:
    """So many actors and events."""

    actors: int
    happenings: tuple[Happening, ...]

    @property
    def name(self) -> str:
        return f"{self.actors:,} / {len(self.happenings):,}"

    def by_pair(self) -> Mapping[tuple[str, str], list[Happening]]:
        """The events of each pair, the pair with the most events first."""
        found: dict[tuple[str, str], list[Happening]] = defaultdict(list)
        for happening in self.happenings:
            found[happening.ends].append(happening)
        return dict(sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def graph(actors: int, events: int) -> Graph:
    """A graph of this size; the n-th actor takes part in proportion to 1/n."""
    chance = random.Random(actors)
    names = [f"State {number:05}" for number in range(actors)]
    weights = list(accumulate(1 / (number + 1) for number in range(actors)))
    types = sorted(vocabulary().tie_types)
    standings = [standing.name for standing in style().standings]
    made = []
    while len(made) < events:
        one, other = chance.choices(names, cum_weights=weights, k=2)
        if one == other:
            continue
        type_ = chance.choice(types)
        day = FIRST_DAY + dt.timedelta(chance.randint(0, DAYS))
        ends = (min(one, other), max(one, other))
        sentence = SENTENCE.format(*ends, day, type_.replace("_", " "))
        standing = chance.choices(standings, STANDINGS)[0]
        made.append(Happening(ends, type_, standing, day, sentence))
    return Graph(actors, tuple(made))
