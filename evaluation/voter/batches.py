"""Examples as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from evaluation.voter.sentences import NONE, Example, Tie
from hedgerow.loaders.extraction.voter.marking import MARKS
from hedgerow.loaders.extraction.voter.network import HOLDS

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Terms:
    """What the network chooses from; `labels[0]` stands for no tie."""

    labels: tuple[str, ...]
    standings: tuple[str, ...]

    @classmethod
    def of(cls, examples: Sequence[Example]) -> "Terms":
        """The terms that examples use."""
        ties = [tie for e in examples for told in e.ties.values() for tie in told]
        labels = sorted({tie.label for tie in ties})
        return cls((NONE, *labels), tuple(sorted({tie.standing for tie in ties} | {HOLDS})))


@dataclass(frozen=True, slots=True)
class Batch:
    """`inputs` as the network takes them; `types` (P x labels) and `standings` (P) to be learned.

    A pair of two ties counts half for each. Where there is no tie the standing is `IGNORED`.
    """

    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    types: Tensor
    standings: Tensor


class Batcher:
    """Makes batches with one tokenizer and one set of terms."""

    def __init__(self, tokenizer: Tokenizer, terms: Terms) -> None:
        self._tokenizer = tokenizer
        self._terms = terms
        self._marks = [tokenizer.token_to_id(mark) for mark in MARKS]

    def length(self, example: Example) -> int:
        """The number of tokens of an example."""
        return len(self._tokenizer.encode(example.text).ids)

    def batch(self, examples: Sequence[Example]) -> Batch:
        """The examples with all their judged pairs."""
        encoded = [self._tokenizer.encode(example.text).ids for example in examples]
        longest = max(map(len, encoded))
        ids = torch.zeros(len(examples), longest, dtype=torch.long)
        mask = torch.zeros(len(examples), longest)
        for row, tokens in enumerate(encoded):
            ids[row, : len(tokens)] = torch.tensor(tokens)
            mask[row, : len(tokens)] = 1
        marks = torch.stack([ids == mark for mark in self._marks], 1).float()
        there = marks.sum(-1)
        judged = [
            (row, pair, ties)
            for row, example in enumerate(examples)
            for pair, ties in example.ties.items()
            if there[row, pair[0]] and there[row, pair[1]]
        ]
        pairs = torch.tensor([(row, *pair) for row, pair, _ in judged])
        types = torch.stack([self._types(ties) for _, _, ties in judged])
        standings = torch.tensor([self._standing(ties) for _, _, ties in judged])
        weights = marks / there.clamp(min=1)[..., None]
        return Batch((ids, mask, weights, pairs), types, standings)

    def _types(self, ties: tuple[Tie, ...]) -> Tensor:
        wanted = torch.zeros(len(self._terms.labels))
        for label in [tie.label for tie in ties] or [NONE]:
            wanted[self._terms.labels.index(label)] += 1
        return wanted / wanted.sum()

    def _standing(self, ties: tuple[Tie, ...]) -> int:
        return self._terms.standings.index(ties[0].standing) if ties else IGNORED
