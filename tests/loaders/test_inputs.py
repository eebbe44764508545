"""Large files that were read to their end are not read again."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from hedgerow.graph.records import Claim, Document
from hedgerow.graph.store import Store
from hedgerow.loaders import input_key
from hedgerow.loaders.load import LoadSummary, load
from hedgerow.loaders.pipeline import Read
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.sources import Sources

TEXT = "The ministers of Vietnam and New Zealand met in Lima on Monday, they said, number {}."


@pytest.fixture(autouse=True)
def files_of_few_bytes_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_key, "LEAST_BYTES", 500)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [json.dumps({"text": TEXT.format(number)}) for number in range(10)]
    path.write_text("\n".join([*lines, "{broken"]) + "\n")
    return path


def no_claims(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
    return ((document, []) for document in documents)


def run(store: Store, *paths: Path, published: str | None = None) -> LoadSummary:
    names = [str(path) for path in paths]
    return load(store, names, extract=no_claims, batch=3, published=published)


def test_a_file_that_was_read_is_not_opened_again(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "store") as store:
        first = run(store, articles)
        before = store.canonical_hash()
    assert (first.documents_new, len(first.skipped), first.files_known) == (10, 1, 0)
    monkeypatch.setattr(Sources, "_read_file", None)
    with Store.open(tmp_path / "store") as store:
        again = run(store, articles)
        assert store.canonical_hash() == before
    assert (again.documents_new, again.documents_known, again.files_known) == (0, 10, 1)
    (skipped,) = again.skipped
    assert skipped.reason.startswith("1 of its parts")
    assert again.exit_code == 1


def test_a_file_that_changed_is_read_again(articles: Path) -> None:
    store = Store.open()
    run(store, articles)
    with articles.open("a") as file:
        file.write(json.dumps({"text": TEXT.format(11)}) + "\n")
    again = run(store, articles)
    assert (again.documents_new, again.documents_known, again.files_known) == (1, 10, 0)
    os.utime(articles)
    assert run(store, articles).files_known == 0
    assert run(store, articles).files_known == 1


def test_another_date_for_its_articles_is_another_reading(articles: Path) -> None:
    store = Store.open()
    run(store, articles)
    assert run(store, articles, published="2024-05-01").files_known == 0
    assert {each.published for each in store.documents()} == {"2024-05-01"}


def test_small_files_are_always_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(1))
    store = Store.open()
    run(store, tmp_path)
    assert run(store, tmp_path).files_known == 0


def test_what_is_skipped_elsewhere_is_not_counted_for_a_file(
    articles: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("")
    store = Store.open()
    run(store, tmp_path / "nowhere.txt", tmp_path / "a.txt", articles)
    again = run(store, articles)
    assert [each.reason[:1] for each in again.skipped] == ["1"]


def test_a_file_of_which_nothing_could_be_used_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("{broken\n" * 100)
    store = Store.open()
    run(store, path)
    assert len(run(store, path).skipped) == 100


def test_a_file_that_was_cut_off_is_read_on(articles: Path) -> None:
    def stopping(documents: Iterable[Document]) -> Iterator[Read]:
        for number, document in enumerate(documents):
            if number == 7:
                raise KeyboardInterrupt
            yield document, []

    store = Store.open()
    assert load(store, [str(articles)], extract=stopping, batch=3).documents_new == 7
    again = run(store, articles)
    assert (again.files_known, again.documents_new, again.documents_known) == (0, 3, 7)


def test_an_article_that_no_worker_could_read_counts_as_skipped(articles: Path) -> None:
    def poisoned(documents: Iterable[Document]) -> Iterator[Read]:
        for number, document in enumerate(documents):
            yield Skipped(document.source, "no") if number == 4 else (document, [])

    store = Store.open()
    summary = load(store, [str(articles)], extract=poisoned)
    assert (summary.documents_new, len(summary.skipped)) == (9, 2)
    assert run(store, articles).skipped[0].reason.startswith("2 of its parts")


def test_what_is_noted_is_in_no_hash(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted, unnoted = Store.open(), Store.open()
    run(noted, articles)
    monkeypatch.setattr(input_key, "LEAST_BYTES", 10**9)
    run(unnoted, articles)
    assert noted.canonical_hash() == unnoted.canonical_hash()
