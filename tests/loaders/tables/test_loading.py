"""Event tables among the sources of a load."""

import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.loaders.load import LoadSummary, load
from hedgerow.loaders.tables.formats import read_mapping
from hedgerow.loaders.tables.item import TableOptions
from hedgerow.loaders.tables.reasons import Reason
from tests.loaders.tables.made import ICEWS, gdelt, record, write

ICEWS_ROW = record(
    ICEWS,
    event_id="20000001",
    event_date="2014-05-06",
    source_country="Vietnam",
    cameo_code="042",
    target_country="Japan",
    story_id="300",
)


def run(store: Store, *paths: Path, tables: TableOptions | None = None) -> LoadSummary:
    return load(store, list(map(str, paths)), tables=tables)


def python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def icews(folder: Path) -> Path:
    return write(folder / "events.2014.tab", "\t".join(ICEWS), ICEWS_ROW)


def test_rows_of_a_scheme_that_is_read_badly_wait(tmp_path: Path) -> None:
    path = write(tmp_path / "a.export.CSV", gdelt(), gdelt(code="999"))
    with Store.open() as store:
        summary = run(store, path)
        counts = store.counts()
    assert (counts.documents, counts.claims, counts.events) == (1, 1, 0)
    assert summary.claims == Counter({("visit", "occurred"): 1})
    assert summary.tables.counts.left_out == {Reason.CODE: 1}
    assert summary.tables.waiting == {("GDELT Project", 0.4, "about 2 times in 5"): 1}
    assert summary.exit_code == 0


def test_rows_that_are_read_surely_become_events(tmp_path: Path) -> None:
    with Store.open() as store:
        summary = run(store, icews(tmp_path), tables=TableOptions(confidence=0.7))
        assert store.counts().events == 1
    assert summary.tables.waiting == {}


def test_a_table_that_is_here_read_otherwise_is_not_counted_twice(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    text = (
        "{title: T, confidence: 0.8, codes: {v: {type: visit, status: STATUS}}, "
        "fields: {day: D, code: C, source: {state: A}, other: {state: B}}}"
    )
    path = write(tmp_path / "a.csv", "D,C,A,B", "2024-01-05,v,Vietnam,Japan")
    with Store.open() as store:
        for status in ("occurred", "planned"):
            mapping.write_text(text.replace("STATUS", status))
            options = TableOptions(read_mapping(mapping))
            summary = run(store, path, tables=options)
        (refused,) = summary.skipped
        (document,) = (each.id for each in store.documents())
        assert refused.reason == (
            "its rows are here already, read otherwise; to have them read anew, "
            f"run hedgerow withdraw '{document}' --reason TEXT and load it again"
        )
        assert (summary.exit_code, store.counts().claims) == (3, 1)
        store.withdraw(document, reason="made up", by="a test")
        assert run(store, path, tables=options).claims == Counter({("visit", "planned"): 1})
        assert (store.counts().documents, store.counts().claims) == (1, 1)


def test_the_user_decides_what_counts(tmp_path: Path) -> None:
    path = write(tmp_path / "a.export.CSV", gdelt())
    with Store.open() as store:
        summary = run(store, path, tables=TableOptions(confidence=0.5))
        assert store.counts().events == 1
    assert not summary.tables.waiting
    with Store.open() as store:
        summary = run(store, path, tables=TableOptions(confidence=0.2))
    assert summary.tables.waiting == {("GDELT Project", 0.2, None): 1}
    with pytest.raises(UsageError, match="between 0 and 1"):
        TableOptions(confidence=1.5)


def test_a_table_is_stored_once_wherever_it_lies(tmp_path: Path) -> None:
    path = write(tmp_path / "a.export.CSV", gdelt())
    with zipfile.ZipFile(tmp_path / "b.export.CSV.zip", "w") as packed:
        packed.write(path, path.name)
    with Store.open() as store:
        first, second = run(store, path), run(store, tmp_path)
        assert store.counts().claims == 1
    assert (first.documents_new, second.documents_new, second.documents_known) == (1, 0, 2)
    assert not second.claims


def test_tables_among_articles(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text("Le président a rencontré le premier ministre à Hanoï hier.")
    (tmp_path / "numbers.csv").write_text("a,b\n1,2\n")
    write(tmp_path / "a.export.CSV", gdelt())
    icews(tmp_path)
    with Store.open() as store:
        summary = run(store, tmp_path)
        assert store.counts().claims == 2
    assert summary.documents_new == 3
    (left,) = summary.skipped
    assert left.source.endswith("numbers.csv")
    assert summary.is_complete


def test_a_table_that_is_nothing_for_us_is_a_fault_where_it_was_named(tmp_path: Path) -> None:
    named = write(tmp_path / "numbers.csv", "a,b", "1,2")
    with Store.open() as store:
        assert not run(store, named).is_complete


def test_a_damaged_table_is_skipped_and_leaves_nothing(tmp_path: Path) -> None:
    rows = [gdelt(number=each, page=f"https://example.org/{each}") for each in range(1000)]
    path = write(tmp_path / "a.export.CSV", *rows, "x" * (3 << 20))
    with Store.open() as store:
        summary = run(store, path, icews(tmp_path))
        assert (store.counts().documents, store.counts().claims) == (1, 1)
    assert [each.source for each in summary.skipped] == [str(path)]
    assert "a line is longer than 1 MB" in summary.skipped[0].reason
    assert summary.exit_code == 1


def test_a_mapping(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(
        "{title: T, codes: cameo, fields: {day: D, code: C, source: {state: A}, other: {state: B}}}"
    )
    path = write(tmp_path / "a.csv", "D,C,A,B", "2024-01-05,057,Vietnam,Japan")
    options = TableOptions(read_mapping(mapping))
    with Store.open() as store:
        summary = run(store, path, tables=options)
    assert summary.claims == Counter({("cooperation_agreement", "signed"): 1})
    assert options.key != TableOptions(read_mapping(mapping), domestic=True).key


def test_a_table_that_the_mapping_does_not_fit_is_told_why(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(
        "{title: T, codes: cameo, fields: {day: D, code: C, source: {state: A}, other: {state: B}}}"
    )
    path = write(tmp_path / "a.csv", "D,C,A", "2024-01-05,057,Vietnam")
    milestones = write(tmp_path / "m.csv", "date,type,status,phase,actor_a,actor_b")
    options = TableOptions(read_mapping(mapping))
    with Store.open() as store:
        summary = run(store, path, milestones, tables=options)
    assert [each.reason for each in summary.skipped] == [
        "it has no column called 'B'; mend the mapping"
    ]


def test_without_pyarrow_the_command_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.export.CSV", gdelt())
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from hedgerow.graph.store import Store\n"
        "from hedgerow.loaders.load import load\n"
        f"print(load(Store.open(), [{str(path)!r}]).skipped[0].reason)"
    )
    told = python(code)
    assert "pip install 'hedgerow[tables]'" in told


def test_reading_articles_needs_no_pyarrow() -> None:
    code = "import sys, hedgerow.loaders.load; print('pyarrow' in sys.modules)"
    told = python(code)
    assert told.strip() == "False"
