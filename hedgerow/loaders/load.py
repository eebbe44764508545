"""Loading: sources into the store, batch by batch, with an account of what was done."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hedgerow.errors import HedgerowError
from hedgerow.graph.store import Store
from hedgerow.loaders.load_summary import LoadSummary, Progress
from hedgerow.loaders.loading import Loading
from hedgerow.loaders.pipeline import Clean, Extract, code_documents
from hedgerow.loaders.records import Finished, Item
from hedgerow.loaders.sources import Sources
from hedgerow.loaders.tables.item import TableOptions
from hedgerow.ontology.gradings import entered_mark

if TYPE_CHECKING:
    from hedgerow.loaders.web.fetching import Fetcher

__all__ = ["BATCH", "LoadSummary", "Progress", "load"]

BATCH = 500


def load(
    store: Store,
    paths: Sequence[str],
    *,
    published: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    batch: int = BATCH,
    extract: Extract | None = None,
    clean: Clean | None = None,
    tables: TableOptions | None = None,
    handling: str | None = None,
    addresses: Sequence[str] = (),
    fetcher: "Fetcher | None" = None,
) -> LoadSummary:
    """Load sources into the store, one commit a batch of documents.

    Documents that the store knows are not read again, nor are large files that were read to their
    end and have not changed, so an interrupted load goes on where it stopped. A commit takes at
    least `batch` documents, and more as the store grows. An interrupt (Ctrl-C) commits what was
    read and returns. `published` is the date of articles that carry none; `extract` and `clean`
    replace the default engines and the cleaning of pages, for instance by those of a crew
    (`hedgerow.loaders.workers`). `tables` says how event tables are read. `handling` is the mark of
    all that is loaded; where a document carries its own, the stricter counts.
    `addresses` are fetched besides those among the paths, by `fetcher` where one is given.

    Raises:
        UsageError: `published` is no date, or `handling` no mark.
        ServerError: the cluster was lost; what was read is kept.
        StoreError: a commit failed; earlier batches are kept.
    """
    started = time.monotonic()
    mark = None if handling is None else entered_mark(handling)
    tables = replace(tables or TableOptions(), handling=mark)
    sources = Sources(
        paths, published=published, tables=tables, addresses=addresses, fetcher=fetcher
    )
    loading = Loading(store, batch, progress, mark)
    pace = _Pace(sources, loading)
    try:
        items = code_documents(pace, extract=extract, clean=clean, is_known=loading.knows)
        for item in items:
            loading.take(item)
            fraction = pace.step()
            if progress is not None and not isinstance(item, Finished):
                progress(loading.progress(fraction))
    except KeyboardInterrupt:
        loading.summary.interrupted = True
        loading.leave_tables()
    except HedgerowError:
        loading.commit()
        raise
    loading.commit()
    if not loading.summary.interrupted:
        loading.summary.compacted = store.compact_if_grown()
    loading.summary.seconds = time.monotonic() - started
    return loading.summary


class _Pace:
    """Items of sources, and how far the sources had come at each: readers are ahead of results."""

    def __init__(self, sources: Sources, loading: Loading) -> None:
        self._sources = sources
        self._loading = loading
        self._fractions: deque[float | None] = deque()

    def __iter__(self) -> Iterator[Item]:
        for item in self._sources.with_ends(self._loading.has_read):
            self._fractions.append(self._sources.fraction)
            yield item

    def step(self) -> float | None:
        """How far the sources had come at the item that is next to be stored."""
        return self._fractions.popleft()
