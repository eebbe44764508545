"""What a voter gets right on pairs of known actors."""

from collections.abc import Collection

from evaluation.voter.sentences import NONE

SURE = (0.0, 0.5, 0.7, 0.9)


class Scores:
    """Counts over pairs; `str` gives them in one line."""

    def __init__(self) -> None:
        self._ties = 0
        self._chosen: list[tuple[str, float, bool, bool]] = []
        """Of each pair: the label, its probability, whether it is right, whether its type is."""
        self._standings: list[tuple[str, str]] = []

    def add(self, label: str, probability: float, true: Collection[str]) -> bool:
        """Add a pair with the labels that are right for it; whether a tie was found rightly."""
        self._ties += NONE not in true
        same_type = _type(label) in {_type(name) for name in true}
        self._chosen.append((label, probability, label in true, same_type))
        return label != NONE and label in true

    def add_standing(self, told: str, true: str) -> None:
        """Add the standing of a tie that was found rightly."""
        self._standings.append((told, true))

    def __str__(self) -> str:
        type_right = sum(same for *_, same in self._chosen) / len(self._chosen)
        found = ", ".join(self._at(least) for least in SURE)
        line = f"type {type_right:.3f} of {len(self._chosen)} pairs; ties {found}"
        if not self._standings:
            return line
        agreed = sum(told == true for told, true in self._standings) / len(self._standings)
        over = sum(told == "concluded" != true for told, true in self._standings)
        return f"{line}; standing {agreed:.3f}, overstated {over}"

    def _at(self, least: float) -> str:
        said = [right for label, sure, right, _ in self._chosen if label != NONE and sure >= least]
        precision = sum(said) / max(1, len(said))
        return f"P {precision:.2f} R {sum(said) / max(1, self._ties):.2f} (p>={least})"


def _type(label: str) -> str:
    return label.rstrip("<>-")
