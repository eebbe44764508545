"""Parts of speech and lemmas that are looked up are those that the model's own rules give."""

from importlib.util import find_spec

import spacy

from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.parser import MODELS, parse
from tests.loaders.extraction.test_rules import EXAMPLES

SENTENCES = [example.text for example in EXAMPLES[::4]]
SHARE_ALIKE = 0.999
"""The rules on two words at once (`gon na`, `there is`) are passed over."""


def test_looked_up_attributes_are_the_models_own() -> None:
    name = next(name for name in MODELS if find_spec(name) is not None)
    own = spacy.load(name, exclude=["ner"])
    kept_whole = {form for forms in table("lemmas").values() for form in forms}
    alike = total = 0
    for looked_up, computed in zip(parse(SENTENCES), own.pipe(SENTENCES), strict=True):
        if any(token.lower_ in kept_whole for token in looked_up):
            continue
        for mine, its in zip(looked_up, computed, strict=True):
            total += 1
            alike += (mine.pos_, mine.lemma_) == (its.pos_, its.lemma_)
    assert alike / total >= SHARE_ALIKE


def test_a_hyphenated_verb_is_one_word() -> None:
    (found,) = parse(["Peru and Ghana re-established relations."])
    assert "reestablish" in {token.lemma_ for token in found}


def test_parses_come_in_the_order_of_their_texts() -> None:
    texts = ["A long sentence about Peru and Ghana and their talks.", "Short.", "Peru met Ghana."]
    assert [found.text for found in parse(texts)] == texts
