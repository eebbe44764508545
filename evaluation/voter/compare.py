"""Cheaper voters on the same split: `python -m evaluation.voter.compare`.

A linear model over masked words, and spaCy's small convolutional classifier; both read a sentence
once for every pair. Their figures stand beside those of `evaluation.voter.train`.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC
from spacy.training import Example as SpacyExample
from spacy.util import compounding, fix_random_seed, minibatch

from evaluation.voter.scores import Scores
from evaluation.voter.sentences import NONE, Example, read
from evaluation.voter.train import is_held_out
from hedgerow.loaders.extraction.voter.marking import MARKS

FIRST, SECOND, OTHER = "actora", "actorb", "actorx"
ROUNDS = 8
SHARPNESS = 4.0
"""By which margins of the linear model become shares, so that some are above one half."""

Probabilities = tuple[list[str], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class PairText:
    """A sentence with the two actors of one pair marked, and the labels that are right for it."""

    text: str
    labels: tuple[str, ...]


def main() -> None:
    """Train and score both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, default=Path("evaluation/training"))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    fix_random_seed(given.seed)
    examples = read(given.sentences)
    known = list(_pairs([e for e in examples if not is_held_out(e)]))
    held_out = list(_pairs([e for e in examples if is_held_out(e)]))
    voters: dict[str, Callable[[Sequence[PairText], Sequence[PairText]], Probabilities]] = {
        "linear": _linear,
        "convolutional": _convolutional,
    }
    for name, voter in voters.items():
        began = time.monotonic()
        found = voter(known, held_out)
        print(f"{name}: {_scores(found, held_out)}; {time.monotonic() - began:.0f} s", flush=True)


def _pairs(examples: Sequence[Example]) -> Iterator[PairText]:
    for example in examples:
        for (first, second), ties in example.ties.items():
            text = example.text
            for place, mark in enumerate(MARKS):
                role = FIRST if place == first else SECOND if place == second else OTHER
                text = text.replace(mark, role)
            yield PairText(text, tuple(tie.label for tie in ties) or (NONE,))


def _linear(known: Sequence[PairText], held_out: Sequence[PairText]) -> Probabilities:
    words = make_union(
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, preprocessor=_between),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True),
    )
    model = LinearSVC(C=0.5)
    model.fit(words.fit_transform([p.text for p in known]), [p.labels[0] for p in known])
    margins = model.decision_function(words.transform([p.text for p in held_out]))
    return list(model.classes_), softmax(SHARPNESS * margins, axis=1)


def _between(text: str) -> str:
    """The words from the first mark of the pair to the last."""
    places = [text.find(FIRST), text.find(SECOND)]
    ends = [text.rfind(FIRST) + len(FIRST), text.rfind(SECOND) + len(SECOND)]
    return text[min(places) : max(ends)].lower()


def _convolutional(known: Sequence[PairText], held_out: Sequence[PairText]) -> Probabilities:
    model = spacy.blank("en")
    classifier = model.add_pipe(
        "textcat", config={"model": {"@architectures": "spacy.TextCatCNN.v2", **_TOK2VEC}}
    )
    labels = sorted({label for pair in known for label in pair.labels})
    for label in labels:
        classifier.add_label(label)
    gold = [
        SpacyExample.from_dict(
            model.make_doc(p.text), {"cats": {la: float(la == p.labels[0]) for la in labels}}
        )
        for p in known
    ]
    optimizer = model.initialize(lambda: gold)
    for _ in range(ROUNDS):
        random.shuffle(gold)
        for batch in minibatch(gold, size=compounding(16.0, 64.0, 1.002)):
            model.update(batch, sgd=optimizer, drop=0.2)
    docs = model.pipe([p.text for p in held_out])
    return labels, np.array([[doc.cats[label] for label in labels] for doc in docs])


_TOK2VEC = {
    "exclusive_classes": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 128,
        "depth": 4,
        "embed_size": 5000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


def _scores(found: Probabilities, pairs: Sequence[PairText]) -> Scores:
    labels, sure = found
    scores = Scores()
    for pair, row in zip(pairs, sure, strict=True):
        best = int(row.argmax())
        scores.add(labels[best], float(row[best]), pair.labels)
    return scores


if __name__ == "__main__":
    main()
