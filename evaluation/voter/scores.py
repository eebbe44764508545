"""What a voter gets right on pairs of known actors."""

from torch import Tensor

from evaluation.voter.batches import IGNORED, Terms

SURE = (0.0, 0.5, 0.7, 0.9)


class Scores:
    """Counts over pairs; `str` gives them in one line."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._names = [label.rstrip("<>-") for label in terms.labels]
        self._chosen: list[tuple[int, float, bool, bool]] = []
        """Of each pair: the label, its probability, whether it is right, whether its type is."""
        self._ties = 0
        self._standing: list[tuple[str, str]] = []

    def add(self, types: Tensor, standings: Tensor, gold: Tensor, gold_standings: Tensor) -> None:
        """Add pairs: probabilities of types and chosen standings, against what is true."""
        sure, chosen = types.max(-1)
        self._ties += int((gold[:, 0] == 0).sum())
        for pair, label in enumerate(chosen.tolist()):
            true = [i for i, weight in enumerate(gold[pair].tolist()) if weight]
            same_type = self._names[label] in {self._names[i] for i in true}
            self._chosen.append((label, float(sure[pair]), label in true, same_type))
            if label and label in true and int(gold_standings[pair]) != IGNORED:
                told = self._terms.standings[int(standings[pair])]
                self._standing.append((told, self._terms.standings[int(gold_standings[pair])]))

    def __str__(self) -> str:
        type_right = sum(same for *_, same in self._chosen) / len(self._chosen)
        found = [self._at(least) for least in SURE]
        agreed = sum(a == b for a, b in self._standing)
        over = sum(a == "concluded" != b for a, b in self._standing)
        return (
            f"type {type_right:.3f} of {len(self._chosen)} pairs; ties "
            + ", ".join(found)
            + f"; standing {agreed / max(1, len(self._standing)):.3f}, overstated {over}"
        )

    def _at(self, least: float) -> str:
        said = [right for label, sure, right, _ in self._chosen if label and sure >= least]
        precision = sum(said) / max(1, len(said))
        return f"P {precision:.2f} R {sum(said) / max(1, self._ties):.2f} (p>={least})"
