"""Event tables that follow each other go into the store together."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.loaders.load import LoadSummary, Progress, load
from hedgerow.loaders.records import Item, Skipped
from hedgerow.loaders.sources import Sources
from hedgerow.loaders.tables import group, spool
from hedgerow.loaders.tables.formats import read_mapping
from hedgerow.loaders.tables.item import EventTable, TableOptions, is_event_stream
from tests.loaders.articles.made import tar
from tests.loaders.tables.made import ICEWS, gdelt, record, write

LONG = "x" * (3 << 20)


def tables(folder: Path, count: int, *, bad: int | None = None) -> None:
    for number in range(count):
        rows = [gdelt(number=number, page=f"https://example.org/{number}")]
        write(folder / f"{number}.export.CSV", *rows, *([LONG] if number == bad else []))


def run(store: Store, *paths: Path) -> LoadSummary:
    return load(store, list(map(str, paths)))


def test_tables_of_one_scheme_are_one_commit(tmp_path: Path) -> None:
    tables(tmp_path, 5)
    with Store.open() as store:
        before = store.sequence
        summary = run(store, tmp_path)
        assert store.sequence == before + 1
        assert store.counts().claims == 5
    assert (summary.documents_new, summary.claims.total(), summary.tables.tables) == (5, 5, 5)
    assert summary.tables.counts.rows == 5
    assert summary.tables.waiting == {("GDELT Project", 0.4, "about 2 times in 5"): 5}


def test_one_at_a_time_or_together_makes_the_same_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables(tmp_path, 4)
    with Store.open() as together, Store.open() as alone:
        run(together, tmp_path)
        monkeypatch.setattr(group, "BYTES", 1)
        run(alone, tmp_path)
        assert alone.sequence == together.sequence + 3
        assert alone.canonical_hash() == together.canonical_hash()


def test_a_table_that_fails_does_not_take_the_others_along(tmp_path: Path) -> None:
    tables(tmp_path, 5, bad=2)
    with Store.open() as store:
        summary = run(store, tmp_path)
        assert (store.counts().documents, store.counts().claims) == (4, 4)
    (skipped,) = summary.skipped
    assert (skipped.source, summary.documents_new) == (str(tmp_path / "2.export.CSV"), 4)
    assert "a line is longer than 1 MB" in skipped.reason


def test_the_same_table_twice_is_told_twice(tmp_path: Path) -> None:
    for name in ("a.export.CSV", "b.export.CSV"):
        write(tmp_path / name, gdelt())
    with Store.open() as store:
        summary = run(store, tmp_path)
    assert (summary.documents_new, summary.documents_repeated) == (1, 1)


def test_tables_of_two_schemes_and_articles_stay_in_order_and_are_counted(tmp_path: Path) -> None:
    tables(tmp_path, 2)
    (tmp_path / "1a.txt").write_text("Le président a rencontré le premier ministre à Hanoï hier.")
    row = record(
        ICEWS, event_id="1", event_date="2014-05-06", source_country="Vietnam",
        cameo_code="042", target_country="Japan",
    )  # fmt: skip
    write(tmp_path / "a.tab", "\t".join(ICEWS), row)
    seen: list[Progress] = []
    with Store.open() as store:
        summary = load(store, [str(tmp_path)], progress=seen.append)
    assert (summary.documents_new, summary.claims.total()) == (4, 3)
    assert max(each.documents for each in seen) == 4
    assert [each.documents for each in seen] == sorted(each.documents for each in seen)
    assert summary.tables.waiting.total() == 3


def test_large_tables_are_remembered_with_what_became_of_them(tmp_path: Path) -> None:
    rows = [gdelt(number=each, page=f"https://example.org/{each}") for each in range(9_000)]
    good, bad = write(tmp_path / "a.CSV", *rows), write(tmp_path / "b.CSV", *rows, LONG)
    with Store.open() as store:
        first, again = run(store, good, bad), run(store, good, bad)
    assert (first.documents_new, first.skipped.total) == (1, 1)
    assert (again.files_known, again.documents_known, again.skipped.total) == (1, 1, 1)


def test_an_interrupt_leaves_tables_that_wait(tmp_path: Path) -> None:
    tables(tmp_path, 3)

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with Store.open() as store:
        summary = load(store, [str(tmp_path)], progress=stop)
        assert store.counts().documents == 0
    assert summary.interrupted


def piped(data: bytes) -> list[Item]:
    return list(Sources(["-"], standard_input=io.BytesIO(data)).with_ends())


def test_a_table_on_standard_input_is_the_one_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.export.CSV", gdelt(), gdelt(number=2, page="https://example.org/b"))
    (table,) = piped(path.read_bytes())
    assert isinstance(table, EventTable)
    assert table.source == "standard input"
    reading = table.read()
    assert sum(map(len, reading)) == 2
    (known,) = Sources([str(path)])
    assert isinstance(known, EventTable)
    assert reading.table.document.id == known.read().table.document.id
    assert reading.table.document.source == "standard input"
    table.close()


def test_prose_on_standard_input_is_no_table_of_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(
        "{title: T, codes: cameo, fields: {day: D, code: C, source: {state: A}, other: {state: B}}}"
    )
    options = TableOptions(read_mapping(path))
    assert not is_event_stream(b"The ministers met in Hanoi, and agreed, on Friday.\n", options)
    assert is_event_stream(b"D,C,Who,Whom\n", options)


def test_a_stream_that_is_too_long_for_the_disk_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spool, "MOST", 600)
    (skipped,) = piped(f"{gdelt()}\n{gdelt()}\n".encode() * 9)
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "it holds more than 600 bytes; save it as a file and load that"


def test_tables_in_archives_are_loaded_and_nothing_stays_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(spool.tempfile, "tempdir", str(temporary))
    rows = [f"{gdelt(number=each, page=f'https://example.org/{each}')}\n" for each in range(4)]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("0.export.CSV", rows[0])
        packed.writestr("1.export.CSV", rows[1])
    inner = {"2.export.CSV": rows[2].encode(), "3.CSV.gz": gzip.compress(rows[3].encode())}
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(tar(inner)))
    with Store.open() as store:
        summary = run(store, tmp_path / "a.zip", tmp_path / "b.tar.gz")
        sources = sorted(each.source for each in store.documents())
    assert [str(each) for each in summary.skipped] == []
    assert (summary.documents_new, summary.claims.total()) == (4, 4)
    assert sources == [
        *(f"{tmp_path}/a.zip/{each}.export.CSV" for each in range(2)),
        f"{tmp_path}/b.tar.gz/2.export.CSV",
        f"{tmp_path}/b.tar.gz/3.CSV.gz",
    ]
    assert list(temporary.iterdir()) == []
