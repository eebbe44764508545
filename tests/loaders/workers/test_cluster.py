"""Clusters that are not there, or whose workers are not ours."""

import gc
import pickle
import subprocess
import sys
from collections.abc import Iterator

import distributed
import pytest
from distributed import LocalCluster
from distributed.protocol.pickle import dumps

from hedgerow.errors import ServerError, UsageError
from hedgerow.loaders.workers import cluster, open_crew
from hedgerow.loaders.workers import edition as edition_module
from hedgerow.loaders.workers.edition import edition
from hedgerow.loaders.workers.task import Batch, read_batch


@pytest.fixture
def empty() -> Iterator[str]:
    """A cluster without workers."""
    with LocalCluster(n_workers=0, dashboard_address=None, silence_logs=50) as made:
        yield made.scheduler_address


@pytest.fixture(autouse=True)
def unfinished_clients() -> Iterator[None]:
    """Clients that failed to start are collected here.

    Collected while another starts, they would wait for the lock that it holds.
    """
    yield
    gc.collect()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "gopher://127.0.0.1:9"])
def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(ServerError, match="no Dask scheduler answers"), open_crew(1, address):
        pass


def test_dask_that_does_not_start_in_time_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def overloaded(*_: object, **__: object) -> None:
        raise AssertionError  # as its LoopRunner does

    monkeypatch.setattr(distributed, "Client", overloaded)
    reason = r"no Dask scheduler answers .*\(Dask did not start in time\)"
    with pytest.raises(ServerError, match=reason), open_crew(1, "tcp://127.0.0.1:9"):
        pass


def test_a_cluster_without_workers(empty: str) -> None:
    with pytest.raises(ServerError, match="has no workers"), open_crew(1, empty):
        pass


def test_dask_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    reason = r"pip install 'hedgerow\[cluster\]'"
    with pytest.raises(UsageError, match=reason), open_crew(1, "tcp://127.0.0.1:9"):
        pass


def test_workers_without_hedgerow_or_with_another() -> None:
    with pytest.raises(UsageError, match="tcp://a has no hedgerow"):
        cluster._check({"tcp://a": None, "tcp://b": edition()})
    with pytest.raises(UsageError, match="tcp://b has hedgerow 0"):
        cluster._check({"tcp://a": edition(), "tcp://b": "0.0.1 of aa"})
    cluster._check({"tcp://a": edition()})


@pytest.mark.parametrize("package", ["spacy", "trafilatura", "lxml", "py3langid"])
def test_another_version_of_what_finds_and_reads_articles_is_another_edition(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setattr(edition_module, "FOLDERS", ())
    here = edition.__wrapped__()
    monkeypatch.setattr(edition_module, "_version", lambda each: each == package)
    one = edition.__wrapped__()
    monkeypatch.setattr(edition_module, "_version", lambda _: False)
    assert len({here, one, edition.__wrapped__()}) == 3


def test_other_records_are_another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = []
    monkeypatch.setattr(edition_module, "_add", lambda _, folder: hashed.append(folder.name))
    edition.__wrapped__()
    assert "graph" in hashed


def test_a_worker_of_another_edition_refuses() -> None:
    with pytest.raises(UsageError, match="another hedgerow"):
        read_batch(Batch((), edition="0.0.1 of aa"))


def test_a_worker_without_hedgerow_is_asked_in_a_way_it_understands() -> None:
    program = (
        "import sys, pickle\n"
        "class None_: \n"
        "    def find_spec(self, name, *_):\n"
        "        if name.startswith('hedgerow'): raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, None_())\n"
        "print(pickle.load(sys.stdin.buffer)())\n"
    )
    asked = dumps(cluster._asking())
    assert pickle.loads(asked)() == edition()  # noqa: S301
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, input=asked, capture_output=True, check=False)  # noqa: S603
    assert ran.stdout.split() == [b"None"], ran.stderr
