"""Loads through real workers with the real engines: the graph is that of one process."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from distributed import LocalCluster

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.loaders.extraction import extract_documents
from hedgerow.loaders.load import LoadSummary, load
from hedgerow.loaders.workers import crew as crew_module
from hedgerow.loaders.workers import open_crew

pytestmark = pytest.mark.slow

ARTICLES = Path(__file__).parents[3] / "examples" / "articles"
ENGINES = ("patterns", "dependency")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "AT_ONCE", 4)


@pytest.fixture(scope="module")
def expected() -> str:
    """The hash of what one process makes of the examples."""
    store = Store.open()
    load(store, [str(ARTICLES)], extract=lambda found: extract_documents(found, engines=ENGINES))
    return store.canonical_hash()


@pytest.fixture
def dask() -> Iterator[str]:
    """The address of a cluster of two worker processes on this machine."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


def loaded(
    workers: int = 1,
    cluster: str | None = None,
    after_first: Callable[[], None] = lambda: None,
) -> tuple[Store, LoadSummary]:
    """A store loaded by workers; something may happen after the first document."""
    store = Store.open()
    begun = threading.Event()

    def told(_: object) -> None:
        if not begun.is_set():
            begun.set()
            after_first()

    with open_crew(workers, cluster, engines=ENGINES) as crew:
        summary = load(store, [str(ARTICLES)], extract=crew.extract_many, progress=told)
    return store, summary


def kill_one() -> None:
    """Kill the busiest of the processes that read."""
    children = psutil.Process().children(recursive=True)
    readers = [each for each in children if "spawn_main" in " ".join(each.cmdline())]
    max(readers, key=lambda each: sum(each.cpu_times()[:2])).kill()


def test_two_workers_make_the_same_graph(expected: str) -> None:
    store, summary = loaded(workers=2)
    assert store.canonical_hash() == expected
    assert summary.exit_code == 0


def test_a_worker_killed_in_the_middle_changes_nothing(expected: str) -> None:
    store, summary = loaded(workers=2, after_first=kill_one)
    assert store.canonical_hash() == expected
    assert summary.exit_code == 0


def test_a_cluster_makes_the_same_graph(expected: str, dask: str) -> None:
    store, _ = loaded(cluster=dask)
    assert store.canonical_hash() == expected


def test_a_worker_of_a_cluster_killed_in_the_middle_changes_nothing(
    expected: str, dask: str
) -> None:
    store, summary = loaded(cluster=dask, after_first=kill_one)
    assert store.canonical_hash() == expected
    assert summary.exit_code == 0


def test_engines_that_are_not_there_are_told_of() -> None:
    with open_crew(2, engines=("nonesuch",)) as crew, pytest.raises(UsageError, match="nonesuch"):
        load(Store.open(), [str(ARTICLES)], extract=crew.extract_many)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C in another way")
def test_an_interrupt_stops_at_once_keeps_what_was_read_and_says_so(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(400):
        text = (
            f"President Kowalczyk of Poland visited Hanoi on Sunday, his office said ({number}). "
        )
        (articles / f"{number}.txt").write_text(text * 20)
    command = [sys.executable, "-m", "hedgerow", "load", str(articles), "--workers", "2"]
    process = subprocess.Popen(  # noqa: S603
        [*command, "--store", str(tmp_path / "store")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    children: list[psutil.Process] = []
    while len(children) < 3:  # the two workers, and what tracks their resources
        time.sleep(0.2)
        children = psutil.Process(process.pid).children(recursive=True)
    time.sleep(6)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode in {1, 3}
    assert "stored, and the same command goes on from here" in told
    assert "Traceback" not in told
    _, left = psutil.wait_procs(children, timeout=5)
    assert all(each.status() == psutil.STATUS_ZOMBIE for each in left)
