import gzip
import io
import json
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from hedgerow.graph.records import Document
from hedgerow.loaders.articles.unpacking import Budget
from hedgerow.loaders.formats import read_handle
from hedgerow.loaders.records import Skipped
from hedgerow.loaders.sources import Sources, read_sources
from tests.loaders.articles.made import EVERY_KIND, TEXT, web_archive


@pytest.mark.parametrize("name", sorted(EVERY_KIND))
def test_every_kind_of_file_gives_its_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(EVERY_KIND[name])
    first = next(read_sources([str(tmp_path / name)]))
    assert isinstance(first, Document), first
    assert first.text == TEXT
    assert first.appearances[0].source.startswith(str(tmp_path / name))


def test_a_folder_holds_every_kind_of_file(tmp_path: Path) -> None:
    for name, data in EVERY_KIND.items():
        (tmp_path / name).write_bytes(data)
    for name in ("sitemap.xml", "facts.tsv", "picture.png.gz", "style.css"):
        (tmp_path / name).write_bytes(b"<urlset/>")
    items = list(read_sources([str(tmp_path)]))
    documents = [item for item in items if isinstance(item, Document)]
    table, line = (item for item in items if isinstance(item, Skipped))
    assert {document.text for document in documents} >= {TEXT}
    assert len(documents) == len(EVERY_KIND) + 3
    assert line.minor
    assert line.reason == "read, but left out: .css 1, .gz 1, .xml 1"
    assert table.source.endswith("facts.tsv")
    assert "--mapping FILE (docs/tables.md)" in table.reason


def test_a_missing_extra_is_one_sentence_and_the_rest_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.pdf", "a.warc", "b.txt.gz"):
        (tmp_path / name).write_bytes(EVERY_KIND.get(name, gzip.compress(TEXT.encode())))
    for module in ("pdf", "web_archive"):
        monkeypatch.setattr(f"hedgerow.loaders.articles.{module}.find_spec", lambda _: None)
    pdf, warc, article = read_sources([str(tmp_path)])
    assert str(pdf).endswith("a.pdf: pypdf is not installed; run: pip install 'hedgerow[pdf]'")
    assert str(warc).endswith("run: pip install 'hedgerow[warc]'")
    assert isinstance(article, Document)


def test_progress_runs_within_compressed_files(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{TEXT} Number {n * n * 7919}."}) for n in range(20_000)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    sources = Sources([str(tmp_path / "a.jsonl.gz")])
    fractions = []
    for number, _ in enumerate(sources):
        fractions.append(sources.fraction or 0.0)
        if number == 2000:
            break
    assert fractions == sorted(fractions)
    assert 0.0 < fractions[-1] < 0.9


def test_web_archives_are_streamed(tmp_path: Path) -> None:
    records = web_archive(*(f"{TEXT} Number {n}." for n in range(300)))
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    sources = Sources([str(tmp_path / "a.warc")])
    next(iter(sources))
    assert (sources.fraction or 0.0) < 1.0


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.xml", "a.csv", "a.tsv"])
def test_standard_input_may_be_a_feed_or_a_table(name: str) -> None:
    handle = io.BufferedReader(io.BytesIO(EVERY_KIND[name]))
    (item,) = Sources(["-"], standard_input=handle)  # type: ignore[arg-type]
    assert isinstance(item, Document), item
    assert item.text == TEXT


def test_an_archive_of_thousands_of_files_is_read_in_constant_memory() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for number in range(5000):
            entry = tarfile.TarInfo(f"{number}.txt")
            entry.size = len(TEXT)
            archive.addfile(entry, io.BytesIO(TEXT.encode()))
    handle = io.BufferedReader(io.BytesIO(out.getvalue()))  # type: ignore[arg-type]
    budget = Budget(len(out.getvalue()))
    tracemalloc.start()
    assert sum(1 for _ in read_handle("tar", handle, "a.tar", None, budget)) == 5000
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 500_000
