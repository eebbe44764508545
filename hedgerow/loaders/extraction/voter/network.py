"""The learned voter's network: which ties a sentence tells among its marked actors.

A small transformer (ONNX, int8) reads the sentence once; every pair of actors is then judged from
what stands at their marks. How it was trained and what it can do: `evaluation/voter/README.md`.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hedgerow.loaders.extraction.lexicon import read_yaml
from hedgerow.loaders.extraction.voter.marking import MARKS, Marked

HOLDS = "holds"
"""The standing of a tie that the sentence only presupposes."""

LONGEST = 128
"""Tokens of a sentence that are read."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A tie of type `type` seen between two actors, the source first if the type is directed.

    `probability` is calibrated on real articles; `standing` is `holds` or that of a status, as
    likely as `standing_probability`.
    """

    actors: tuple[str, str]
    type: str
    probability: float
    standing: str
    standing_probability: float


class Network:
    """The network with its tokenizer.

    `labels` are such as `visit>` (by the actor marked first), `visit<` and `meeting-`, and first of
    all one for no tie; `standings` are those of statuses, and `holds`.
    """

    def __init__(self) -> None:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  slow to import
        from tokenizers import Tokenizer  # noqa: PLC0415

        folder = files(__package__)
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = InferenceSession((folder / "network.onnx").read_bytes(), options)
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
        content = read_yaml((folder / "labels.yaml").read_text("utf-8"))
        self._calibration: dict[str, float] = read_yaml(
            (folder / "calibration.yaml").read_text("utf-8")
        )
        self.labels: tuple[str, ...] = tuple(content["labels"])
        self.standings: tuple[str, ...] = tuple(content["standings"])
        self._marks = [self._tokenizer.token_to_id(mark) for mark in MARKS]

    def judge(self, sentence: Marked) -> Iterator[Judgement]:
        """The likeliest tie of every pair of actors between whom some tie is likelier than none."""
        ids = np.array(self._tokenizer.encode(sentence.text).ids[:LONGEST], dtype=np.int64)
        at = np.stack([ids == mark for mark in self._marks[: len(sentence.actors)]])
        there = [index for index in range(len(sentence.actors)) if at[index].any()]
        pairs = list(combinations(there, 2))
        if not pairs:
            return
        types, standings = self._run(ids, at, pairs)
        for (first, second), type_of, standing_of in zip(pairs, types, standings, strict=True):
            best = int(type_of.argmax())
            if best == 0:
                continue
            label, standing = self.labels[best], int(standing_of.argmax())
            pair = (sentence.actors[first], sentence.actors[second])
            yield Judgement(
                pair[::-1] if label.endswith("<") else pair,
                label[:-1],
                self._calibrated(float(type_of[best])),
                self.standings[standing],
                float(standing_of[standing]),
            )

    def _calibrated(self, probability: float) -> float:
        """Platt scaling (Platt 1999, Probabilistic outputs for support vector machines)."""
        odds = probability / max(1 - probability, 1e-6)
        scaled = self._calibration["slope"] * math.log(odds) + self._calibration["intercept"]
        return 1 / (1 + math.exp(-scaled))

    def _run(
        self, ids: NDArray[np.int64], at: NDArray[np.bool_], pairs: list[tuple[int, int]]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        weights = at.astype(np.float32)
        weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1)
        inputs = {
            "ids": ids[None],
            "mask": np.ones((1, len(ids)), dtype=np.float32),
            "marks": weights[None],
            "pairs": np.array([(0, *pair) for pair in pairs], dtype=np.int64),
        }
        types, standings = self._session.run(None, inputs)
        return types, standings


@cache
def network() -> Network:
    """The network of this package, loaded once."""
    return Network()
