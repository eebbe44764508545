"""The formats of `hedgerow export`; importing N-Quads again is in test_store_commands."""

import csv
import json
import sys
from pathlib import Path

import pandas as pd
import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run


def test_the_files_come_with_the_commands_that_import_them(run: Run, loaded: Path) -> None:
    ran = run("export", "neo4j-admin", "-o", "for neo4j/graph")
    assert (ran.code, ran.out) == (0, "")
    assert "sh 'for neo4j/graph/import.sh' neo4j" in ran.err
    assert "cypher-shell -d neo4j -f 'for neo4j/graph/schema.cypher'" in ran.err
    folder = Path("for neo4j/graph")
    script = (folder / "import.sh").read_text()
    assert "neo4j-admin database import full" in script
    named = {part for line in script.split() for part in line.split("=")[-1].split(",")}
    written = {str(path.relative_to(folder)) for path in folder.rglob("*.csv*")}
    assert "nodes/Claim.csv.gz" in written
    assert written == {part for part in named if ".csv" in part}


def test_nothing_is_said_where_nobody_asks(run: Run, loaded: Path) -> None:
    assert run("export", "neo4j-admin", "-o", "graph", "-q").err == ""


def test_a_folder_is_wanted_and_must_be_empty(run: Run, loaded: Path) -> None:
    without = run("export", "neo4j-admin")
    assert (without.code, without.err.count("\n")) == (2, 1)
    assert "-o" in without.err
    Path("kept").mkdir()
    Path("kept/notes.txt").write_text("mine")
    assert "kept is not empty" in run("export", "neo4j-admin", "-o", "kept").err
    assert [path.name for path in Path("kept").iterdir()] == ["notes.txt"]


FILES = ("nq", "ttl", "trig", "jsonld", "csv", "graphml", "gexf")


@pytest.mark.parametrize("form", FILES)
def test_a_file_is_what_standard_output_would_be(run: Run, loaded: Path, form: str) -> None:
    assert run("export", form, "-o", f"graph.{form}", "--no-progress").code == 0
    written = Path(f"graph.{form}").read_text(encoding="utf-8")
    printed = run("export", form, "-o", "-").out
    assert sorted(printed.splitlines()) == sorted(written.replace("\r\n", "\n").splitlines())


@pytest.mark.parametrize("form", [*FILES, "parquet"])
@pytest.mark.parametrize("view", ["--at", "--as-known", "--recorded"])
def test_a_view_is_written_in_every_form(run: Run, loaded: Path, form: str, view: str) -> None:
    place = "then" if form == "parquet" else f"then.{form}"
    ran = run("export", form, "-o", place, view, "2024")
    assert ran.code == 0
    assert Path(place).exists()
    held = Path(place, "claims.parquet") if form == "parquet" else Path(place)
    lines = held.read_bytes().splitlines()
    assert not [line for line in lines if b"Su-35" in line and b"ontology#text>" not in line]
    if form == "parquet":
        told = json.loads(Path(place, "datapackage.json").read_text())
        assert "2024-12-31" in told["title"]


def test_tables_go_to_a_folder_and_say_their_hash(run: Run, loaded: Path) -> None:
    ran = run("export", "parquet", "-o", "tables")
    with Store.read(loaded) as store:
        assert f"sha256 {store.canonical_hash()}" in ran.err
    assert "Su-35" in " ".join(pd.read_parquet("tables/claims.parquet")["quote"])
    assert "sha256" not in run("export", "parquet", "-o", "more", "--no-hash").err
    assert json.loads(Path("more/datapackage.json").read_text())["identifier"].startswith("commit:")


def test_edges_of_some_actors(run: Run, loaded: Path) -> None:
    out = run("export", "csv", "--about", "Vietnam", "--about", "Russia").out
    (row,) = csv.DictReader(out.splitlines())
    assert (row["type"], row["standing"], row["actors"]) == ("arms_deal", "prospective", "RUS; VNM")
    assert "Su-35" in row["quote"]


def test_a_backup_holds_the_ledger(run: Run, loaded: Path) -> None:
    everything = run("export", "nq", "--with-ledger")
    assert "graph/ledger" in everything.out
    assert "graph/summaries" not in everything.out
    assert "sha256" not in everything.err
    Path("all.nq").write_text(everything.out, encoding="utf-8")
    assert run("import", "all.nq", "--store", "copy").code == 0


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("parquet",), "-o"),
        (("nq", "--about", "VNM"), "--about goes with"),
        (("ttl", "--with-ledger"), "--with-ledger goes with nq"),
        (("csv", "--about", "VNM", "--about", "CHN", "--about", "RUS"), "one or two actors"),
        (("csv", "--about", "Vietnma"), "Vietnam"),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(
    run: Run, loaded: Path, arguments: tuple[str, ...], hint: str
) -> None:
    ran = run("export", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert hint in ran.err


def test_a_missing_library_is_said_with_the_command_that_installs_it(
    run: Run, loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "hedgerow.viz.export.parquet", raising=False)
    ran = run("export", "parquet", "-o", "tables")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "pip install 'hedgerow[tables]'" in ran.err
