"""What nobody foresaw costs one article, not the load."""

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

from hedgerow.errors import HedgerowError, InputError
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.streams import batched
from hedgerow.loaders.records import Skipped

DOCUMENTS_AT_ONCE = 32
Extracted = Iterator[tuple[Document, list[Claim]]]


def failure(error: Exception) -> str:
    """What failed and where in our code, in a few words that quote no article.

    Raises:
        Exception: the error itself, where the next article would meet it as well.
    """
    if isinstance(error, (HedgerowError, ImportError, MemoryError)):
        raise error
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if "hedgerow" in PurePath(each.filename).parts]
    place = f" in {PurePath(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{place}"


def left_out(what: str) -> str:
    """One sentence on an article at which something failed."""
    return f"reading it failed ({what}), so it was left out; please report it"


@contextmanager
def reported() -> Iterator[None]:
    """Turn what nobody foresaw into a reason to skip one input.

    Raises:
        InputError: something failed, other than the reading of files itself.
    """
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise InputError(left_out(failure(error))) from error


def carefully(
    extract: Callable[[Iterable[Document]], Extracted], documents: Iterable[Document]
) -> Iterator[tuple[Document, list[Claim]] | Skipped]:
    """Each document with its claims, or why it was set aside.

    Documents that share a batch with one at which the extractor fails are read again alone.
    """
    for batch in batched(documents, DOCUMENTS_AT_ONCE):
        waiting = deque(batch)
        try:
            for read in extract(batch):
                waiting.popleft()
                yield read
        except Exception as error:  # noqa: BLE001
            failure(error)
        for document in waiting:
            yield _alone(extract, document)


def _alone(
    extract: Callable[[Iterable[Document]], Extracted], document: Document
) -> tuple[Document, list[Claim]] | Skipped:
    try:
        return next(extract([document]))
    except Exception as error:  # noqa: BLE001
        return Skipped(document.source, left_out(failure(error)))
