"""A network of as many made-up actors and pairs as wanted, with hubs, as columns of numbers."""

import numpy as np

from hedgerow.viz.design import style
from hedgerow.viz.explorer.network.matters import Matters, type_names
from hedgerow.viz.explorer.network.standings import standings

FIRST, LAST = 733_000, 740_000
"""Ordinals of days in 2007 and 2027."""


def crowd(actors: int, pairs: int, seed: int = 1) -> Matters:
    """One event a pair; half of the pairs have one of the hubs, the rest lie within a community."""
    random = np.random.default_rng(seed)
    hubs = max(3, actors // 100)
    near = random.integers(0, actors, pairs * 2)
    close = np.clip(near + random.integers(-20, 21, pairs * 2), 0, actors - 1)
    other = np.where(random.random(pairs * 2) < 0.5, random.integers(0, hubs, pairs * 2), close)
    ends = np.unique(np.sort(np.column_stack([near, other])), axis=0)
    ends = ends[ends[:, 0] != ends[:, 1]]
    ends = ends[np.sort(random.permutation(len(ends))[:pairs])]
    rows = np.arange(len(ends))
    first = random.integers(FIRST, LAST, len(ends))
    standing = random.choice(len(standings()), len(ends), p=[0.7, 0.05, 0.15, 0.05, 0.05])
    return Matters(
        ids=tuple(f"event/{row:032x}" for row in rows),
        groups=random.integers(0, len(style().groups), len(ends)),
        types=random.integers(0, len(type_names()), len(ends)),
        first=first,
        last=first,
        documents=random.integers(1, 9, len(ends)),
        events=np.ones(len(ends), dtype=np.bool_),
        undated=np.zeros(len(ends), dtype=np.bool_),
        as_told=standing,
        step_matter=rows,
        step_day=first,
        step_standing=standing,
        line_matter=rows,
        line_pair=rows,
        ends=ends,
        actors=tuple(f"x-{number:05}" for number in range(actors)),
        crowded=0,
    )
