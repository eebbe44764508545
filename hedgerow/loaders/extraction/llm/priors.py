"""The reading confidences of `priors.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hedgerow.loaders.extraction.lexicon import read_yaml


@dataclass(frozen=True, slots=True)
class Priors:
    """Claims below `doubtful` are put to the model; the others are what its word leads to."""

    doubtful: float
    confirmed: float
    rejected: float
    retold: float
    agreed: float
    proposed: float


@cache
def priors() -> Priors:
    """The priors of this package."""
    return Priors(**read_yaml((files(__package__) / "priors.yaml").read_text(encoding="utf-8")))
