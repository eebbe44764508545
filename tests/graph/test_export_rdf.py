"""Linked data out, read back with rdflib, and sorting on disk."""

import hashlib
import io
from pathlib import Path

import pytest
import rdflib

from hedgerow.graph import export_sorting
from hedgerow.graph.export_sorting import SortedLines
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.store import Store
from hedgerow.ontology.namespaces import DCTERMS_NS, HR_NS, INSTANCE_NS
from tests.graph.test_exchange import with_levels

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""rdflib's own parsers use what it has deprecated."""
TEXT = rdflib.URIRef(f"{HR_NS}text")
EXPORT = rdflib.URIRef(f"{INSTANCE_NS}graph/export")
PARSERS = {"ttl": "turtle", "trig": "trig", "jsonld": "json-ld"}


def written(store: Store, form: str, *, texts: bool = False) -> rdflib.Dataset:
    out = io.BytesIO()
    store.export_rdf(out, form, texts=texts, about={"title": "All"})
    found = rdflib.Dataset()
    found.parse(data=out.getvalue(), format=PARSERS[form])
    return found


def canonical(store: Store) -> rdflib.Dataset:
    out = io.BytesIO()
    store.export_nquads(out)
    found = rdflib.Dataset()
    found.parse(data=out.getvalue(), format="nquads")
    return found


def facts(found: rdflib.Dataset) -> set[tuple[object, ...]]:
    return {(s, p, o, g) for s, p, o, g in found.quads() if s != EXPORT}


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_graphs_are_those_of_the_canonical_form(form: str) -> None:
    store = with_levels()
    assert facts(written(store, form, texts=True)) == facts(canonical(store))


def test_turtle_holds_the_union_of_all_graphs() -> None:
    store = with_levels()
    triples = {quad[:3] for quad in facts(canonical(store))}
    assert {quad[:3] for quad in facts(written(store, "ttl", texts=True))} == triples


@pytest.mark.parametrize("form", PARSERS)
def test_texts_of_articles_are_left_out_and_nothing_else(form: str) -> None:
    store = with_levels()
    with_texts, without = facts(written(store, form, texts=True)), facts(written(store, form))
    missing = with_texts - without
    assert {predicate for _, predicate, *_ in missing} == {TEXT}
    assert {str(text) for _, _, text, *_ in missing} == {each.text for each in store.documents()}
    assert any(predicate == TEXT for _, predicate, *_ in without)


@pytest.mark.parametrize("form", PARSERS)
def test_an_export_tells_of_itself(form: str) -> None:
    found = written(with_levels(), form)
    title = rdflib.URIRef(f"{DCTERMS_NS}title")
    assert [str(o) for _, _, o, _ in found.quads((EXPORT, title, None, None))] == ["All"]


def test_a_store_on_disk_writes_what_one_in_memory_does(tmp_path: Path) -> None:
    file = tmp_path / "all.nq"
    with file.open("wb") as out:
        with_levels().export_nquads(out)
    with Store.open(tmp_path / "store") as store:
        import_nquads(store, file)
        assert facts(written(store, "trig")) == facts(written(with_levels(), "trig"))


def test_the_hash_comes_with_the_canonical_form() -> None:
    store, out = with_levels(), io.BytesIO()
    digest = store.export_nquads(out)
    assert digest == hashlib.sha256(out.getvalue()).hexdigest() == store.canonical_hash()
    assert store.export_nquads(io.BytesIO(), canonical=False) is None


def test_progress_ends_where_it_should() -> None:
    told: list[tuple[int, int]] = []
    with_levels().export_nquads(io.BytesIO(), progress=lambda done, of: told.append((done, of)))
    parts = [done / of for done, of in told]
    assert parts == sorted(parts)
    assert parts[-1] == 1


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_lines_are_sorted_whatever_pieces_they_come_in(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_sorting, "PIECE", 50)
    monkeypatch.setattr(export_sorting, "FAN", 3)
    lines = [f"{(number * 7919) % 1000:04}\n".encode() for number in range(1000)]
    text = b"".join(lines)
    sorting = SortedLines(tmp_path, lambda line: not line.startswith(b"0000"))
    for start in range(0, len(text), size):
        sorting.write(text[start : start + size])
    assert list(sorting.lines()) == sorted(lines)[1:]
    assert sorting.count == 999


def test_a_broken_pipe_stays_one() -> None:
    class Closed(io.BytesIO):
        def write(self, data: object, /) -> int:
            raise BrokenPipeError

    for form in PARSERS:
        with pytest.raises(BrokenPipeError):
            with_levels().export_rdf(Closed(), form)
    with pytest.raises(BrokenPipeError):
        with_levels().export_nquads(Closed(), canonical=False)
