import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Document, Party
from hedgerow.graph.store import Store
from hedgerow.loaders.load import LoadSummary, Progress, load

TEXT = "The ministers of Vietnam and New Zealand met in Lima on Monday, they said, number {}."
TABLE = "date,type,status,phase,actor_a,actor_b\n2020,meeting,occurred,begins,VNM,NZL\n"


def meeting(document: Document) -> Claim:
    parties = (Party("NZL", "party"), Party("VNM", "party"))
    text = document.text
    return Claim(document.id, "meeting", False, parties, "occurred", "begins", text, 0, len(text))


class Meetings:
    """An extractor that finds a meeting in every article, and counts what it read."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.read = 0
        self._stop_after = stop_after

    def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for document in documents:
            if self.read == self._stop_after:
                raise KeyboardInterrupt
            self.read += 1
            yield document, [meeting(document)]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    lines = [json.dumps({"text": TEXT.format(number)}) for number in range(10)]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path


def run(store: Store, *paths: Path, extract: Meetings | None = None, batch: int = 3) -> LoadSummary:
    extract = extract or Meetings()
    return load(store, [str(path) for path in paths], extract=extract, batch=batch)


def test_a_load_counts_what_it_stored(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text("Le président a rencontré le premier ministre à Hanoï hier.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "m.csv").write_text(TABLE)
    store = Store.open()
    summary = run(store, tmp_path)
    assert (summary.documents_new, summary.documents_known) == (12, 0)
    assert summary.claims == Counter({("meeting", "occurred"): 11})
    assert summary.languages == Counter({"fr": 1})
    assert [skipped.source for skipped in summary.skipped] == [str(tmp_path / "empty.txt")]
    assert summary.words > 150
    assert summary.seconds > 0
    assert (store.counts().documents, store.counts().claims) == (12, 11)
    assert summary.exit_code == 1


def test_loading_again_changes_nothing_and_reads_nothing(articles: Path) -> None:
    store = Store.open()
    run(store, articles)
    before = store.canonical_hash()
    again = Meetings()
    summary = run(store, articles, extract=again)
    assert (summary.documents_new, summary.documents_known, again.read) == (0, 10, 0)
    assert not summary.claims
    assert store.canonical_hash() == before
    assert summary.exit_code == 0


def test_halves_and_order_do_not_matter(articles: Path, tmp_path: Path) -> None:
    lines = articles.read_text().splitlines(keepends=True)
    whole, halves = Store.open(), Store.open()
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, line in enumerate(lines):
        (texts / f"{number}.txt").write_text(json.loads(line)["text"])
    run(whole, texts)
    for name in ("[5-9].txt", "[0-4].txt"):
        run(halves, texts / name)
    assert whole.canonical_hash() == halves.canonical_hash()


def test_an_interrupted_load_keeps_what_it_read_and_goes_on(articles: Path) -> None:
    store = Store.open()
    stopped = run(store, articles, extract=Meetings(stop_after=5))
    assert stopped.interrupted
    assert stopped.documents_new == store.counts().documents == 5
    assert stopped.exit_code == 1
    rest = Meetings()
    summary = run(store, articles, extract=rest)
    assert (rest.read, summary.documents_new, summary.documents_known) == (5, 5, 5)


def test_a_crash_keeps_the_batches_before_it(articles: Path, tmp_path: Path) -> None:
    class Crashing(Meetings):
        def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
            for number, document in enumerate(documents):
                if number == 7:
                    raise RuntimeError("crash")
                yield document, []

    path = tmp_path / "store"
    with pytest.raises(RuntimeError), Store.open(path) as store:
        run(store, articles, extract=Crashing())
    with Store.open(path) as store:
        assert store.counts().documents == 6
        assert run(store, articles).documents_new == 4


def test_one_document_that_the_store_refuses_does_not_stop_its_batch(articles: Path) -> None:
    class Wrong(Meetings):
        def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
            for number, document in enumerate(documents):
                quote = "other words" if number == 4 else document.text
                yield document, [replace(meeting(document), quote=quote)]

    summary = run(Store.open(), articles, extract=Wrong())
    assert summary.documents_new == 9
    assert len(summary.skipped) == 1


def test_withdrawn_documents_stay_out_and_are_not_read(articles: Path) -> None:
    store = Store.open()
    run(store, articles)
    store.withdraw(next(store.documents()).id, reason="retracted", by="an analyst")
    again = Meetings()
    summary = run(store, articles, extract=again)
    assert (summary.documents_withdrawn, summary.documents_known, again.read) == (1, 9, 0)


def test_what_lies_beside_articles_in_an_archive_is_no_failure(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", TEXT.format(1))
        archive.writestr("a.png", b"x")
    summary = run(Store.open(), tmp_path / "a.zip")
    assert (summary.documents_new, summary.skipped.total, summary.exit_code) == (1, 1, 0)


def test_a_text_met_twice_in_one_load_is_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT.format(1))
    store = Store.open()
    summary = run(store, tmp_path)
    counted = summary.documents_new, summary.documents_known, summary.documents_repeated
    assert counted == (1, 0, 1)
    assert summary.claims.total() == 1
    assert len(next(store.documents()).appearances) == 2


def test_nothing_usable_is_told_apart_from_something_skipped(tmp_path: Path) -> None:
    summary = run(Store.open(), tmp_path / "nowhere.txt")
    assert (summary.documents, summary.exit_code) == (0, 3)


def test_progress_is_told_after_every_item(articles: Path) -> None:
    seen: list[Progress] = []
    load(Store.open(), [str(articles)], progress=seen.append, extract=Meetings())
    assert [progress.documents for progress in seen] == list(range(1, 11))
    assert seen[-1] == Progress(documents=10, claims=10, skipped=0, fraction=1.0)


def test_a_wrong_date_is_refused_before_anything_is_read(articles: Path) -> None:
    with pytest.raises(UsageError):
        load(Store.open(), [str(articles)], published="soon")
