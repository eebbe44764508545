"""Who reads articles, as a command's options name them: engines, perhaps a language model."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.cli.output import note
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hedgerow.graph.records import Claim, Document
    from hedgerow.loaders.extraction.llm import Settings


def llm_settings(
    url: str | None,
    model: str | None,
    key_file: Path | None,
    budget: int,
    cache: Path | None,
    *,
    whole_articles: bool,
) -> "Settings | None":
    """Which model to ask; None where none is named.

    Raises:
        UsageError: options are missing, or say nothing without others.
    """
    if url is None:
        if model or key_file or cache or whole_articles:
            raise UsageError("the --llm-... options need --llm URL; see docs/llm.md")
        return None
    if not model:
        raise UsageError("--llm needs --llm-model NAME; the server lists its models at /models")
    from hedgerow.loaders.extraction.llm.settings import KEY_VARIABLE, Settings, read_key

    key = read_key(os.environ.get(KEY_VARIABLE), key_file)
    return Settings(url, model, key, budget, whole_articles=whole_articles, cache=cache)


class Reader:
    """Engines by name, and a language model if there are settings for one.

    Raises:
        UsageError: an engine or the model cannot be used.
    """

    def __init__(
        self,
        engines: "Sequence[str] | None",
        settings: "Settings | None",
        *,
        explaining: bool = False,
    ) -> None:
        from hedgerow.loaders.extraction import DEFAULT_ENGINES, Extractor
        from hedgerow.loaders.extraction.llm import open_model

        self._model = None if settings is None else open_model(settings)
        self._extractor = Extractor(engines or DEFAULT_ENGINES, explaining=explaining)
        self.explanations = self._extractor.explanations

    def extract_many(
        self, documents: "Iterable[Document]"
    ) -> "Iterator[tuple[Document, list[Claim]]]":
        """Each document with its claims."""
        read = self._extractor.extract_many(documents)
        return read if self._model is None else self._model.review_many(read, self.explanations)

    def tell(self, *, quiet: bool) -> None:
        """What engines failed at, and what the model was asked, on standard error."""
        from hedgerow.loaders.extraction.guarded import Guarded

        for engine in self._extractor.engines:
            if isinstance(engine, Guarded) and engine.account is not None:
                note(engine.account)
        if self._model is not None:
            tally = self._model.tally
            note(tally.line(), quiet=quiet and not tally.troubled)
