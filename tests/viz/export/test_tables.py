"""Tables as Parquet and CSV, read back with the libraries that analysts use."""

import csv
import datetime as dt
import json
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Judgement
from hedgerow.graph.snapshot import Snapshot
from hedgerow.graph.store import Store
from hedgerow.graph.view import View
from hedgerow.queries import whole
from hedgerow.version import __version__
from hedgerow.viz.export import parquet
from hedgerow.viz.export.about import about
from hedgerow.viz.export.package import write_package
from hedgerow.viz.export.schema import tables
from tests.graph import rows
from tests.viz.export.conftest import ADDRESS, QUOTE, TEXT, fill


def written(snapshot: Snapshot, place: Path, form: str, *actors: str, texts: bool = False) -> Path:
    told = about(snapshot, View(), hashed=True)
    write_package(snapshot, place, form, told, actors=actors, texts=texts)
    return place


def read(folder: Path, table: str) -> pd.DataFrame:
    return pd.read_parquet(folder / f"{table}.parquet")


def test_parquet_holds_what_the_store_holds(snapshot: Snapshot, tmp_path: Path) -> None:
    folder, counts = written(snapshot, tmp_path / "out", "parquet"), snapshot.counts()
    assert len(read(folder, "documents")) == counts.documents
    assert len(read(folder, "events")) == counts.events
    assert len(read(folder, "ties")) == counts.ties
    assert len(read(folder, "edges")) == counts.events + counts.ties
    assert len(read(folder, "judgements")) == 1
    claims = read(folder, "claims")
    assert set(claims["id"]) == {claim.id for claim in snapshot.claims()}
    assert set(read(folder, "histories")["event"]) == set(read(folder, "events")["id"])


def test_columns_have_their_types(snapshot: Snapshot, tmp_path: Path) -> None:
    claims = pq.read_table(written(snapshot, tmp_path / "out", "parquet") / "claims.parquet")
    assert claims.schema.field("date_earliest").type == pa.date32()
    assert claims.schema.field("actors").type == pa.list_(pa.string())
    assert claims.schema.field("confidence").type == pa.float64()
    (level,) = (row for row in claims.to_pylist() if row["level"] == "strategic")
    assert level["actors"] == ["CHN", "VNM"]
    assert level["date"] == "2008-05"
    assert (level["date_earliest"], level["date_latest"]) == (
        dt.date(2008, 5, 1),
        dt.date(2008, 5, 31),
    )
    (sale,) = (row for row in claims.to_pylist() if row["type"] == "arms_deal")
    assert sale["quote"] == QUOTE
    assert (sale["roles"], sale["named"]) == (["supplier", "buyer"], ["the RUS", "the VNM"])
    assert json.loads(sale["attributes"]) == {"quantity": "12"}
    assert (sale["url"], sale["publisher"]) == (ADDRESS, "The Daily")
    (judged,) = pq.read_table(tmp_path / "out/judgements.parquet").to_pylist()
    assert judged["at"] == dt.datetime(2024, 1, 1, 10, tzinfo=dt.UTC)


def test_rows_of_event_tables_are_claims_with_their_pages(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    claims = read(written(snapshot, tmp_path / "out", "parquet"), "claims")
    (visit,) = claims[claims["type"] == "visit"].to_dict("records")
    assert (visit["url"], visit["start"]) == ("https://www.daily.example/a", 1)
    assert (visit["engine"], visit["rule"]) == ("gdelt", "gdelt/042")


def test_files_say_what_they_are_and_by_what_to_cite_them(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    folder = written(snapshot, tmp_path / "out", "parquet")
    package = json.loads((folder / "datapackage.json").read_text())
    assert package["identifier"] == f"sha256:{snapshot.canonical_hash()}"
    assert package["creator"] == f"hedgerow {__version__}"
    assert {each["name"] for each in package["resources"]} == set(tables())
    told = json.loads(pq.read_schema(folder / "ties.parquet").metadata[b"hedgerow"])
    assert told["identifier"] == package["identifier"]
    assert told["rights"]


def test_texts_and_paths_stay_here_unless_asked(snapshot: Snapshot, tmp_path: Path) -> None:
    for form in ("parquet", "csv"):
        written(snapshot, tmp_path / form, form)
        for path in (tmp_path / form).iterdir():
            held = path.read_bytes()
            assert b"rest of the text" not in held
            assert b"/home/someone" not in held
    documents = read(tmp_path / "parquet", "documents")
    assert "text" not in documents
    assert "raised.txt" in set(documents["url"])
    folder = written(snapshot, tmp_path / "texts", "parquet", texts=True)
    assert TEXT in set(read(folder, "documents")["text"])


def test_only_what_bears_on_some_actors(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = written(snapshot, tmp_path / "out", "parquet", "VNM", "CHN")
    for table in ("claims", "events", "ties", "edges"):
        assert all({"CHN", "VNM"} <= set(actors) for actors in read(folder, table)["actors"])
    assert set(read(folder, "claims")["type"]) == {"meeting", "partnership_upgrade"}
    assert set(read(folder, "documents")["id"]) == set(read(folder, "claims")["document"])
    assert read(folder, "judgements").empty


def test_cells_cannot_act_as_formulas(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = written(snapshot, tmp_path / "out", "csv")
    for name in tables():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as file:
        (sale,) = (row for row in csv.DictReader(file) if row["type"] == "arms_deal")
    assert sale["quote"] == f"'{QUOTE}"
    assert sale["standing"] == "prospective"


def test_both_forms_have_the_same_rows(snapshot: Snapshot, tmp_path: Path) -> None:
    written(snapshot, tmp_path / "p", "parquet")
    written(snapshot, tmp_path / "c", "csv")
    for name, table in tables(texts=False).items():
        with (tmp_path / f"c/{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert pq.read_metadata(tmp_path / f"p/{name}.parquet").num_rows == len(rows)
        assert pq.read_schema(tmp_path / f"p/{name}.parquet").names == [
            column.name for column in table.columns
        ]


def test_rows_come_in_groups(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    folder = written(snapshot, tmp_path / "out", "parquet")
    claims = pq.ParquetFile(folder / "claims.parquet")
    assert claims.metadata.num_row_groups == (claims.metadata.num_rows + 1) // 2


def test_a_zip_holds_what_a_folder_would(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = written(snapshot, tmp_path / "out", "csv")
    with zipfile.ZipFile(written(snapshot, tmp_path / "out.zip", "csv")) as packed:
        assert set(packed.namelist()) == {path.name for path in folder.iterdir()}
        assert packed.read("edges.csv") == (folder / "edges.csv").read_bytes()


def test_a_folder_with_something_in_it_is_left_alone(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="not empty"):
        written(snapshot, tmp_path, "parquet")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_csv_is_of_the_types_that_its_package_declares(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = written(snapshot, tmp_path / "out", "csv")
    package = json.loads((folder / "datapackage.json").read_text())
    declared = {each["name"]: each["schema"]["fields"] for each in package["resources"]}
    types = {field["name"]: field["type"] for field in declared["judgements"]}
    assert (types["at"], types["claims"]) == ("datetime", "string")
    with (folder / "judgements.csv").open(encoding="utf-8", newline="") as file:
        (judged,) = csv.DictReader(file)
    assert judged["at"] == "2024-01-01T10:00:00Z"


def test_claims_tell_whether_anything_rests_on_them(tmp_path: Path) -> None:
    store = Store.open()
    fill(store)
    (sale,) = (each for each in store.claims() if each.type == "arms_deal")
    store.judge(Judgement("reject", (sale.id,), "analyst", "2024-01-02T10:00:00Z"))
    store.add_tables([(rows.table("b", 0.4), [rows.batch(rows.row("visit", "USA IND"))])])
    claims = read(written(store, tmp_path / "out", "parquet"), "claims")
    left_out = claims[~claims["counts"]]
    assert set(zip(left_out["type"], left_out["confidence"], strict=True)) == {
        ("arms_deal", sale.confidence),
        ("visit", 0.4),
    }


def test_a_document_has_all_its_claims_whoever_is_asked_about(tmp_path: Path) -> None:
    store = Store.open()
    fill(store)
    folder = written(store, tmp_path / "out", "parquet", "USA")
    (events,) = read(folder, "documents").to_dict("records")
    assert events["claims"] == 2
    assert set(read(folder, "claims")["type"]) == {"visit", "call"}


def test_what_bears_on_some_actors_is_gone_through_once(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    timeline = whole.timeline
    monkeypatch.setattr(whole, "timeline", lambda *actors: (asked.append(1), timeline(*actors))[1])
    written(snapshot, tmp_path / "out", "csv", "VNM")
    assert len(asked) == 1
