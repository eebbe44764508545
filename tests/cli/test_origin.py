"""What is given out names what it was made from: the hash, or the store and its commit."""

from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.queries.making import vietnam


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store where commands look for it."""
    path = tmp_path / "hedgerow.store"
    with Store.open(path) as made:
        made.add([article.item() for article in vietnam()])
    return path


@pytest.mark.parametrize(
    "asked",
    ["network VNM -o page.html", "timeline VNM -o page.html", "timeline VNM -o page.md"],
)
def test_a_page_names_the_store_and_commit_that_it_was_made_from(
    run: Run, store: Path, asked: str
) -> None:
    assert run(*asked.split()).code == 0
    with Store.read(store) as snapshot:
        origin = f"store {snapshot.identity[:8]} at commit {snapshot.sequence}"
    assert origin in Path(asked.rsplit(maxsplit=1)[-1]).read_text("utf-8")


def test_a_dossier_names_the_hash_of_what_it_was_made_from(run: Run, store: Path) -> None:
    assert run("dossier", "VNM", "-o", "page.md").code == 0
    with Store.read(store) as snapshot:
        assert snapshot.canonical_hash() in Path("page.md").read_text("utf-8")


@pytest.mark.parametrize("form", ["ttl", "trig", "jsonld", "graphml", "gexf"])
def test_an_export_names_the_hash_of_the_graph(run: Run, store: Path, form: str) -> None:
    assert run("export", form, "-o", f"graph.{form}").code == 0
    with Store.read(store) as snapshot:
        assert f"sha256:{snapshot.canonical_hash()}" in Path(f"graph.{form}").read_text("utf-8")


@pytest.mark.parametrize("form", ["nq", "csv", "parquet"])
def test_an_export_that_cannot_hold_its_hash_tells_it(run: Run, store: Path, form: str) -> None:
    told = run("export", form, "-o", f"graph.{form}")
    with Store.read(store) as snapshot:
        assert f"sha256 {snapshot.canonical_hash()}" in told.err
