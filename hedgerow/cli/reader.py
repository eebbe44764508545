"""Who reads articles, as a command's options name them: engines, workers, a language model."""

import os
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hedgerow.cli.output import note
from hedgerow.errors import UsageError
from hedgerow.loaders.engine_names import check_engine_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hedgerow.graph.records import Claim, Document
    from hedgerow.loaders.extraction import Extractor
    from hedgerow.loaders.extraction.explain import Explanation
    from hedgerow.loaders.extraction.llm import Settings
    from hedgerow.loaders.extraction.llm.model import Model
    from hedgerow.loaders.pipeline import Clean, Read


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
    """Engines by name in this process, perhaps with a language model. Use it as a context.

    The engines are loaded with the first article: tables need none.

    Raises:
        UsageError: the model cannot be used.
    """

    clean: "Clean | None" = None
    _extractor: "Extractor | None" = None

    def __init__(
        self,
        engines: "Sequence[str] | None",
        settings: "Settings | None",
        *,
        explaining: bool = False,
    ) -> None:
        self._engines = engines
        self._model: Model | None = None
        if settings is not None:
            from hedgerow.loaders.extraction.llm import open_model

            self._model = open_model(settings)
        self.explanations: dict[str, Explanation] | None = {} if explaining else None

    def extract_many(self, documents: "Iterable[Document]") -> "Iterator[Read]":
        """Each document with its claims.

        Raises:
            UsageError: an engine cannot be used.
        """
        from hedgerow.loaders.failures import carefully

        return carefully(self._read, documents)

    def _read(self, documents: "Iterable[Document]") -> "Iterator[tuple[Document, list[Claim]]]":
        if self._extractor is None:
            self._extractor = self._load_engines()
        read = self._extractor.extract_many(documents)
        return read if self._model is None else self._model.review_many(read, self.explanations)

    def _load_engines(self) -> "Extractor":
        from hedgerow.loaders.extraction import DEFAULT_ENGINES, Extractor

        extractor = Extractor(self._engines or DEFAULT_ENGINES)
        extractor.explanations = self.explanations
        return extractor

    def tell(self, *, quiet: bool) -> None:
        """What engines failed at, and what the model was asked, on standard error."""
        if self._extractor is not None:
            _tell_failures(self._extractor)
        if self._model is not None:
            tally = self._model.tally
            note(tally.line(), quiet=quiet and not tally.troubled)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to let go of."""


def _tell_failures(extractor: "Extractor") -> None:
    from hedgerow.loaders.extraction.guarded import Guarded

    for engine in extractor.engines:
        if isinstance(engine, Guarded) and engine.account is not None:
            note(engine.account)


class Workers:
    """Engines by name in other processes, which are ended with the context.

    Raises:
        UsageError: the workers cannot be had, or cannot use an engine.
        ServerError: the cluster does not answer.
    """

    explanations: "dict[str, Explanation] | None" = None

    def __init__(self, engines: "Sequence[str] | None", workers: int, cluster: str | None) -> None:
        from hedgerow.loaders.workers import open_crew

        self._stack = ExitStack()
        self._crew = self._stack.enter_context(open_crew(workers, cluster, engines=engines))
        self.clean: Clean | None = self._crew.clean

    def extract_many(self, documents: "Iterable[Document]") -> "Iterator[Read]":
        """Each document with its claims, or why it could not be read."""
        return self._crew.extract_many(documents)

    def tell(self, *, quiet: bool) -> None:
        """What engines failed at, on standard error."""
        left_out = self._crew.left_out
        if not left_out:
            return
        from hedgerow.loaders.extraction.guarded import account

        for name in sorted({engine for engine, _ in left_out}):
            told = account(name, left_out[name, "failed"], left_out[name, "refused"])
            note(told or "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()


def open_reader(
    engines: "Sequence[str] | None",
    settings: "Settings | None",
    *,
    workers: int,
    cluster: str | None,
    explaining: bool = False,
) -> Reader | Workers:
    """Who reads, here or elsewhere.

    Raises:
        UsageError: options exclude each other, or cannot be met.
        ServerError: the cluster does not answer.
    """
    if cluster is None:
        check_engine_names(engines or ())
    if workers == 1 and cluster is None:
        return Reader(engines, settings, explaining=explaining)
    if workers > 1 and cluster is not None:
        raise UsageError("a cluster has its own workers; leave out --workers or --cluster")
    option = "--workers" if cluster is None else "--cluster"
    if settings is not None:
        raise UsageError(f"--llm has one budget and one line of questions; leave out {option}")
    if explaining:
        raise UsageError(f"--explain reads in this process; leave out {option}")
    return Workers(engines, workers, cluster)
