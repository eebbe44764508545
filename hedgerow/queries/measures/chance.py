"""What drawing by chance needs: how often, from which seed, and percentiles of what was drawn."""

import math
from collections.abc import Sequence

DRAWS, SEED = 1000, 1
"""As many draws by default; the same seed gives the same numbers on every machine."""


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the least value that `share` of all do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
