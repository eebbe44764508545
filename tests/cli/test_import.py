"""`hedgerow import`: what is taken over, taken out, refused and ignored is said."""

from pathlib import Path

import pytest

from hedgerow.graph.by_hand import entered
from hedgerow.graph.store import Store
from tests.cli.conftest import Run

BASE = "https://w3id.org/hedgerow/"
STRAY = f'<{BASE}a> <{BASE}ontology#title> "False" <{BASE}graph/mine> .\n'
FORGED = (
    f"<{BASE}document/{'a' * 32}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
    f"<{BASE}ontology#Document> <{BASE}document/{'a' * 32}> .\n"
)


@pytest.fixture
def theirs(run: Run, article: Path) -> Path:
    """An export of a store that knows an article, rejected a claim of it and withdrew another."""
    other = article.parent / "other.txt"
    other.write_text("date 2025-11-06\n\nJapan and Vietnam held talks in Tokyo on Monday.\n")
    run("load", article, other, "--store", "theirs.store")
    found = run("ask", "documents", "--format", "csv", "--store", "theirs.store").out
    gone = next(line for line in found.splitlines() if "other.txt" in line)
    document = next(cell for cell in gone.split(",") if cell.startswith("document/"))
    run("load", article, other, "--store", "ours.store")
    run("withdraw", document, "--reason", "retracted", "--by", "Ana", "--store", "theirs.store")
    run("export", "nq", "--with-ledger", "-o", "theirs.nq", "--store", "theirs.store")
    return Path("theirs.nq")


def test_an_import_says_what_it_took_over_and_took_out(run: Run, theirs: Path) -> None:
    kept = run("import", theirs, "--store", "ours.store", "--no-withdrawals").err
    assert "taken over: 0 new documents, 1 known already" in kept
    assert "the store now holds 2 documents" in kept
    told = run("import", theirs, "--store", "ours.store").err
    assert "1 new withdrawal" in told
    assert "taken out here: document/" in told
    assert "(retracted; by Ana)" in told
    assert "the store now holds 1 document," in told


def test_a_refused_file_makes_no_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "poem.nq").write_text("Shall I compare thee")
    (tmp_path / "empty.nq").touch()
    for file in ("poem.nq", "empty.nq", "missing.nq"):
        assert run("import", file, "--store", "fresh.store").code != 0
        assert not Path("fresh.store").exists()


def test_an_entry_by_hand_is_counted_once(run: Run, theirs: Path) -> None:
    with Store.open(Path("theirs.store")) as store:
        edge = {"type": "visit", "actors": "USA VNM", "status": "signed", "quote": "They came."}
        store.judge(entered(edge, by="Ana", at="2025-01-01T00:00:00Z"))
    run("export", "nq", "-o", "more.nq", "--store", "theirs.store")
    told = run("import", "more.nq", "--store", "fresh.store").err
    assert "taken over: 1 new document, 0 known already" in told
    assert "1 new judgement" in told


def test_an_import_names_what_it_refused_and_ignored(run: Run, theirs: Path) -> None:
    theirs.write_text(theirs.read_text() + STRAY + FORGED)
    ran = run("import", theirs, "--store", "fresh.store")
    assert ran.code == 1
    assert f"refused document/{'a' * 32}: " in ran.err
    assert "ignored: statements in graphs that no export has (1)" in ran.err
    assert "\x1b" not in ran.err
