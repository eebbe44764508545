"""Real processes that are killed, hang and fail; each reads very little."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from hedgerow.errors import ServerError, UsageError
from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.pipeline import Read
from hedgerow.loaders.records import Skipped, WebPage
from hedgerow.loaders.workers import crew as crew_module
from hedgerow.loaders.workers.crew import Crew, cut
from hedgerow.loaders.workers.pool import ProcessPool
from tests.loaders.workers import tasks
from tests.loaders.workers.tasks import document, meeting


@pytest.fixture
def pool() -> Iterator[ProcessPool]:
    pool = ProcessPool(2, tasks.nothing)
    yield pool
    pool.shutdown()


@pytest.fixture
def crew(pool: ProcessPool) -> Crew:
    return Crew(pool, 2, read=tasks.read)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "AT_ONCE", 4)


def articles(*texts: str, of: int = 20) -> list[Document]:
    """So many plain articles, with special ones among them."""
    plain = [
        document(f"slow number {number}" if number % 9 == 0 else str(number))
        for number in range(of)
    ]
    for place, text in enumerate(texts):
        plain.insert(5 + 3 * place, document(text))
    return plain


def read_by(crew: Crew, documents: list[Document]) -> list[Read]:
    return list(crew.extract_many(iter(documents)))


def with_claims(documents: list[Document]) -> list[tuple[Document, list[Claim]]]:
    return [(each, [meeting(each)]) for each in documents]


def test_documents_come_back_in_order_with_their_claims(crew: Crew) -> None:
    documents = articles(of=50)
    assert read_by(crew, documents) == with_claims(documents)


def test_pages_are_cleaned_by_workers_as_they_are_here(crew: Crew) -> None:
    article = "<p>The ministers of Peru and Norway met in Lima on Monday, they said ({}).</p>"
    markup = ["<html><body>" + article.format(n) * 9 + "</body></html>" for n in range(9)]
    pages = [WebPage(each, Appearance(f"{n}.html"), None) for n, each in enumerate(markup)]
    pages.insert(3, WebPage("<html></html>", Appearance("empty.html"), None))
    found = list(crew.clean(pages))
    assert found == [page.read() for page in pages]
    assert [type(each) for each in found[2:5]] == [Document, Skipped, Document]


def test_nothing_gives_nothing(crew: Crew) -> None:
    assert read_by(crew, []) == []


def test_a_killed_worker_costs_nothing(crew: Crew, tmp_path: Path) -> None:
    documents = articles(f"kill-once {tmp_path / 'a'}", f"kill-once {tmp_path / 'b'}")
    assert read_by(crew, documents) == with_claims(documents)


@pytest.mark.parametrize(
    ("poison", "reason"),
    [("kill", "was killed"), ("hang", "took too long"), ("fail", "RecursionError")],
)
def test_a_poisoned_document_is_set_aside_alone(crew: Crew, poison: str, reason: str) -> None:
    documents = articles(poison)
    found = read_by(crew, documents)
    (skipped,) = [each for each in found if isinstance(each, Skipped)]
    assert reason in skipped.reason
    assert skipped.reason.startswith("reading it failed (")
    assert found.index(skipped) == 5
    rest = [each for each in documents if each.text != poison]
    assert [each for each in found if each != skipped] == with_claims(rest)


def test_all_poison_is_set_aside(crew: Crew) -> None:
    found = read_by(crew, [document(f"kill {number}") for number in range(3)])
    assert [type(each) for each in found] == [Skipped] * 3


def test_a_reason_for_which_no_worker_can_start_is_told() -> None:
    pool = ProcessPool(2, tasks.fail_to_start)
    with pytest.raises(RuntimeError, match="no model"):
        pool.submit(tasks.pid).result(timeout=60)
    pool.shutdown()


def test_workers_that_die_while_they_start_are_given_up() -> None:
    pool = ProcessPool(2, tasks.die_at_start)
    with pytest.raises(UsageError, match="fewer --workers"):
        read_by(Crew(pool, 2, read=tasks.read), articles())
    pool.shutdown()


def test_a_worker_that_has_grown_is_replaced(pool: ProcessPool) -> None:
    crew = Crew(pool, 2, read=tasks.read_and_grow)
    documents = articles(of=40)
    assert read_by(crew, documents) == with_claims(documents)
    assert len(crew.left_out) > 2
    assert crew.peak == 10**12


def test_an_idle_worker_that_was_killed_is_replaced(pool: ProcessPool, crew: Crew) -> None:
    first = pool.submit(tasks.pid).result(timeout=60)
    os.kill(first, signal.SIGKILL)
    time.sleep(0.3)
    documents = articles()
    assert read_by(crew, documents) == with_claims(documents)


def test_stopped_workers_end_at_once_and_take_nothing_more(pool: ProcessPool, crew: Crew) -> None:
    reading = crew.extract_many(iter(articles("hang")))
    next(reading)
    started = time.monotonic()
    pool.shutdown()
    assert time.monotonic() - started < 5
    with pytest.raises(UsageError, match="were stopped"):
        list(reading)


def test_a_cluster_that_is_gone_is_an_error_of_the_server() -> None:
    class Gone(Executor):
        def submit(self, *_: object) -> "Future[object]":  # type: ignore[override]
            future: Future[object] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    with pytest.raises(ServerError, match="run the same command"):
        read_by(Crew(Gone(), 1), articles())


def test_batches_are_bounded_by_number_and_by_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew_module, "CHARACTERS", 10)
    texts = ["a" * 4, "b" * 4, "c" * 4, "d" * 30, "e", "f", "g", "h", "i"]
    batches = [
        [each.text[0] for each in batch]
        for batch in cut(map(document, texts), lambda each: len(each.text))
    ]
    assert batches == [["a", "b"], ["c"], ["d"], ["e", "f", "g", "h"], ["i"]]
