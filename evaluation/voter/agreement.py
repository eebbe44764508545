"""How far two annotators agree on the training sentences: `python -m evaluation.voter.agreement`.

The files `second-*.csv` label a tenth of the sentences again; agreement is counted over pairs of
actors, the type and who is the source taken together.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.voter.sentences import NONE, Tie, example

SENTENCES = Path("evaluation/training")

Twice = tuple[tuple[Tie, ...], tuple[Tie, ...]]
"""What the first and the second annotator see between two actors."""


def main() -> None:
    """Compare each file of second labels with the rows that it labels again."""
    for path in sorted(SENTENCES.glob("second-*.csv")):
        second = _rows(path)
        pairs = [pair for row in second for pair in _compared(row)]
        print(f"{path.stem}: {len(second)} sentences, {len(pairs)} pairs; {_told(pairs)}")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _compared(row: dict[str, str]) -> Iterator[Twice]:
    first = _rows(SENTENCES / row["file"])[int(row["row"]) - 1]
    one, other = example(first), example({**first, **row})
    for pair in one.ties:
        yield one.ties[pair], other.ties.get(pair, ())


def _told(pairs: Sequence[Twice]) -> str:
    labels = [tuple({tie.label for tie in side} or {NONE} for side in pair) for pair in pairs]
    same = sum(bool(one & other) for one, other in labels) / len(pairs)
    both = sum(len((one & other) - {NONE}) for one, other in labels)
    ties = [sum(len(side[i] - {NONE}) for side in labels) for i in (0, 1)]
    standings = [
        (a.standing, b.standing) for one, other in pairs for a in one for b in other
        if a.label == b.label
    ]  # fmt: skip
    agreed = sum(a == b for a, b in standings) / len(standings)
    return (
        f"label {same:.3f}, kappa {_kappa(labels, same):.3f}, "
        f"F1 of ties {2 * both / sum(ties):.3f}, standing {agreed:.3f} of {len(standings)}"
    )


def _kappa(labels: Sequence[tuple[set[str], ...]], same: float) -> float:
    """Cohen's kappa, each pair by the first of its labels."""
    one, other = (Counter(min(pair[i]) for pair in labels) for i in (0, 1))
    chance = sum(one[name] * other[name] for name in one) / len(labels) ** 2
    return (same - chance) / (1 - chance)


if __name__ == "__main__":
    main()
