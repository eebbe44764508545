"""No query takes more time, memory or network than it may, or outlives who asked."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from socket import create_server

import psutil
import pytest

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.own_sparql import Limits, ask

JOIN = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {JOIN}"
GREEDY = f"SELECT * {JOIN} ORDER BY ?a ?f ?g"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what Linux can do")


def children() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


@pytest.fixture
def nothing_is_left() -> Iterator[None]:
    """No process is left of a query; one that other tests share, such as a server, may be there."""
    before = children()
    yield
    assert children() <= before


@pytest.mark.usefixtures("nothing_is_left")
def test_an_endless_query_is_stopped_at_its_time(store: Path) -> None:
    start = time.monotonic()
    with (
        pytest.raises(UsageError, match=r"longer than 1 s.*--timeout"),
        ask(store, ENDLESS, limits=Limits(seconds=1)) as answer,
    ):
        list(answer)
    assert time.monotonic() - start < 30


@LINUX
@pytest.mark.parametrize(
    "query",
    [GREEDY, "SELECT * " + "{" * 20_000 + "}" * 20_000],
    ids=["a join that is sorted", "too deep"],
)
@pytest.mark.usefixtures("nothing_is_left")
def test_a_greedy_query_is_stopped_at_its_memory(store: Path, query: str) -> None:
    limits = Limits(seconds=120, memory=256 * 2**20)
    with (
        pytest.raises(UsageError, match=r"more than the 0\.25 GB"),
        ask(store, query, limits=limits) as answer,
    ):
        list(answer)


def test_a_huge_row_is_not_handed_over(store: Path) -> None:
    doubled = " ".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1})" for n in range(21))
    query = f"SELECT ?t21 {{ BIND('0123456789' AS ?t0) {doubled} }}"
    with pytest.raises(UsageError, match="longer than 16 MB"), ask(store, query) as answer:
        list(answer)


def long_cells(rows: int, doublings: int) -> str:
    """A query for so many rows of one cell, which has 1,000 characters before it is doubled."""
    numbers = " ".join(map(str, range(rows)))
    longer = " ".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1})" for n in range(doublings))
    cell = f"BIND(CONCAT(?t{doublings}, STR(?i)) AS ?x)"
    return f"SELECT ?x {{ VALUES ?i {{ {numbers} }} BIND('{'a' * 1000}' AS ?t0) {longer} {cell} }}"


@pytest.mark.parametrize("form", ["values", "nt", "short"])
def test_an_answer_is_cut_at_its_size_and_that_is_said(store: Path, form: str) -> None:
    query = long_cells(60, 0)
    if form == "nt":
        query = query.replace("SELECT ?x", "CONSTRUCT { <a:b> <a:b> ?x } WHERE")
    with ask(store, query, form=form, limits=Limits(size=30_000)) as answer:
        assert 20 < len(list(answer)) < 30
        assert answer.more
        assert answer.full
    with ask(store, query, form=form, limits=Limits(size=100_000)) as answer:
        assert len(list(answer)) == 60
        assert not answer.more
        assert not answer.full


def test_turtle_that_is_too_long_is_refused_not_cut(store: Path) -> None:
    query = long_cells(60, 0).replace("SELECT ?x", "CONSTRUCT { <a:b> <a:b> ?x } WHERE")
    with (
        pytest.raises(UsageError, match="ask for fewer"),
        ask(store, query, form="ttl", limits=Limits(size=30_000)),
    ):
        pass


def test_long_texts_are_shortened_for_people_before_they_are_handed_over(store: Path) -> None:
    with ask(store, long_cells(1, 13), form="short") as answer:
        assert list(answer) == [["a" * 2000 + "…"]]


def test_rows_are_cut_at_the_limit_and_that_is_said(store: Path) -> None:
    with ask(store, f"SELECT * {JOIN}", limits=Limits(rows=3)) as answer:
        assert len(list(answer)) == 3
        assert answer.more
    with ask(store, "SELECT * { } LIMIT 1", limits=Limits(rows=1)) as answer:
        assert (list(answer), answer.more) == ([[]], False)


@pytest.mark.usefixtures("nothing_is_left")
def test_rows_come_before_the_query_has_ended(store: Path) -> None:
    with ask(store, f"SELECT * {JOIN}", limits=Limits(rows=10**12, seconds=60)) as answer:
        assert next(iter(answer))


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"), ask(tmp_path / "none", "ASK { }"):
        pass


ASKING = """
import sys
from pathlib import Path
from hedgerow.graph.own_sparql import ask
print("asking", flush=True)
with ask(Path(sys.argv[1]), sys.argv[2]) as answer:
    list(answer)
"""


@pytest.fixture
def asking(store: Path) -> Iterator[psutil.Process]:
    """Another process that waits for the answer to an endless query."""
    command = [sys.executable, "-c", ASKING, str(store), ENDLESS]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as started:
        assert started.stdout is not None
        started.stdout.readline()
        yield psutil.Process(started.pid)
        started.kill()


@LINUX
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_who_is_interrupted_or_killed_leaves_no_process(
    asking: psutil.Process, how: signal.Signals
) -> None:
    while not (left := asking.children()):
        os.sched_yield()
    asking.send_signal(how)
    _, alive = psutil.wait_procs(left, timeout=10)
    assert not alive


@LINUX
def test_the_process_of_a_query_opens_no_socket() -> None:
    with create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        port = server.getsockname()[1]
        code = (
            "import os, pyoxigraph\n"
            "from hedgerow.graph.own_sparql.confinement import confine\n"
            "confine(seconds=60, memory=2**31, parent=os.getppid())\n"
            f"query = 'SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}'\n"
            "try:\n    list(pyoxigraph.Store().query(query))\n"
            "except PermissionError:\n    print('refused')\n"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout == "refused\n"
        with pytest.raises(BlockingIOError):
            server.accept()
