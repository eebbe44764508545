"""The operations: how each prepares a store, and what it does to it commit by commit.

Every one can be run again after it was cut off, and then ends where it would have ended.
"""

import codecs
import os
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hedgerow.graph import batches
from hedgerow.graph import store as store_module
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.store import Store
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.load import load
from hedgerow.loaders.workers import crew, open_crew
from tests.torture import archive
from tests.torture.archive import store
from tests.torture.elsewhere import back_up, empty_server, synchronise, wrong_copy, wrong_server

ENGINES = ("patterns",)
SIGNALS = ("kill -9", "SIGINT", "SIGTERM")


def nothing(folder: Path) -> None:
    """Nothing is there yet, or to be done."""


def nothing_more(folder: Path, finished: bool) -> list[str]:
    """All that it does is in the store."""
    return []


@dataclass(frozen=True)
class Operation:
    """Something users do to a store in `folder`.

    `finely` runs it in the smallest commits there may be: a signal can cut a load between any two
    articles. `reset` undoes what an earlier cycle left elsewhere, and `elsewhere` says what is
    wrong there. `share` is its part of the cycles, more for what is quick; `harms` are
    all unless given.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path], None]
    finely: Callable[[Path], None] | None = None
    share: int = 6
    harms: Collection[str] | None = None
    reset: Callable[[Path], None] = nothing
    elsewhere: Callable[[Path, bool], list[str]] = nothing_more


@cache
def reader() -> Extractor:
    """The engines, loaded once before the forks."""
    return Extractor(ENGINES)


def warm() -> None:
    """Have everything imported and read, so that forks are quick and all see one ontology."""
    reader().extract(archive.everything()[0][0])
    with Store.open() as opened:
        opened.add(archive.articles(0))
        opened.judge(archive.judgement(0))
        opened.canonical_hash()
    for encoding in ("ascii", "latin-1", "idna"):
        codecs.lookup(encoding)


def filled(folder: Path) -> None:
    """A store of all articles."""
    with Store.open(store(folder)) as opened:
        opened.add(archive.everything())


def add(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        for batch in range(archive.BATCHES):
            opened.add(archive.articles(batch))


def with_files(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        opened.add(archive.articles(0))
    archive.write_articles(folder / "articles", 6)


def load_alone(folder: Path, batch: int = 4) -> None:
    os.chdir(folder)  # paths are kept as they were given
    with Store.open(store(folder)) as opened:
        summary = load(opened, ["articles"], extract=reader().extract_many, batch=batch)
    if summary.interrupted:
        raise KeyboardInterrupt


def load_finely(folder: Path) -> None:
    batches.PATIENCE = 0.0
    load_alone(folder, 1)


def load_shared(folder: Path) -> None:
    crew.AT_ONCE = 3
    os.chdir(folder)
    with Store.open(store(folder)) as opened, open_crew(2, engines=ENGINES) as workers:
        summary = load(opened, ["articles"], extract=workers.extract_many, batch=4)
    if summary.interrupted:
        raise KeyboardInterrupt


def add_tables(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        for number in range(3):
            opened.add_tables([archive.table_of(number)])


def resolve(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        for _ in range(2):
            opened.refresh()


def compact(folder: Path) -> None:
    store_module.LARGE, store_module.GROWTH = 0, 0.0
    with Store.open(store(folder)) as opened:
        for batch in (0, 1, 2):
            opened.add(archive.articles(batch))
            opened.compact_if_grown()


def judge(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        for number in range(6):
            opened.judge(archive.judgement(number))


def withdraw(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        gone = {each.document for each in opened.withdrawals()}
        for document, _ in archive.everything()[::4]:
            if document.id not in gone:
                opened.withdraw(document.id, reason="retracted", by="An Analyst")


def with_export(folder: Path) -> None:
    filled(folder)
    with Store.open(store(folder)) as opened:
        opened.judge(archive.judgement(1))
        opened.withdraw(archive.articles(3)[0][0].id, reason="retracted", by="An Analyst")
        opened.add_tables([archive.table_of(0)])
        with (folder / "export.nq").open("wb") as file:
            opened.export_nquads(file, canonical=False)
    store(folder).rename(folder / "other")
    with Store.open(store(folder)) as opened:
        opened.add(archive.articles(0))


def import_(folder: Path) -> None:
    tempfile.tempdir = str(folder)  # so that this too is on the disk that fails
    with Store.open(store(folder)) as opened:
        import_nquads(opened, folder / "export.nq")


OPERATIONS = (
    Operation("add", nothing, add),
    Operation("load", with_files, load_alone, load_finely),
    Operation("workers", with_files, load_shared, load_finely, share=1, harms=SIGNALS),
    Operation("tables", filled, add_tables),
    Operation("resolve", filled, resolve),
    Operation("compact", nothing, compact, share=3),
    Operation("judge", filled, judge),
    Operation("withdraw", filled, withdraw),
    Operation("import", with_export, import_),
    Operation("backup", filled, back_up, share=3, elsewhere=wrong_copy),
    Operation("sync", filled, synchronise, share=2, reset=empty_server, elsewhere=wrong_server),
)
