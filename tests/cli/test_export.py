"""The files for an offline import into Neo4j; N-Quads are in test_store_commands."""

from pathlib import Path

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
