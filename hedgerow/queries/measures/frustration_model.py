"""The integer programme behind the frustration index."""

from collections.abc import Sequence

SignedTie = tuple[str, str, int]
"""Two actors and the sign of their tie, +1 or -1."""


def best_camp(actors: Sequence[str], ties: Sequence[SignedTie]) -> tuple[str, ...]:
    """The first actor's of the two camps that leave the fewest ties frustrated, solved exactly.

    A variable of 0 or 1 for each actor (its camp) and each tie (whether it is frustrated): for a
    positive tie `f >= x_a - x_b` and `f >= x_b - x_a`, for a negative one `f >= x_a + x_b - 1` and
    `f >= 1 - x_a - x_b`. Source: Aref and Wilson, Balance and frustration in signed networks.
    """
    import numpy as np  # noqa: PLC0415  slow to import
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    place = {actor: n for n, actor in enumerate(actors)}
    rows = np.zeros((2 * len(ties), len(actors) + len(ties)))
    least = np.zeros(2 * len(ties))
    for n, (a, b, sign) in enumerate(ties):
        for row, direction in ((2 * n, 1), (2 * n + 1, -1)):
            rows[row, len(actors) + n] = 1
            rows[row, place[a]] = -direction
            rows[row, place[b]] = direction if sign > 0 else -direction
            least[row] = 0 if sign > 0 else -direction
    cost = np.concatenate([np.zeros(len(actors)), np.ones(len(ties))])
    lower = np.zeros_like(cost)
    lower[0] = 1  # the camps can be swapped, so the first actor's is fixed
    solved = milp(
        cost,
        constraints=LinearConstraint(rows, lb=least),
        integrality=np.ones_like(cost),
        bounds=Bounds(lower, 1),
    )
    if solved.x is None:
        raise RuntimeError(f"the frustration index was not solved: {solved.message}")
    return tuple(actor for actor in actors if solved.x[place[actor]] > 0.5)
