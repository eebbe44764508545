"""`hedgerow sparql`: what the user sees of a query of their own."""

import csv
import io
import json
import re
import sys
import time
from pathlib import Path

import pytest
from rdflib import Graph

from tests.cli.conftest import Run

CLAIMS = "SELECT ?quote ?n { ?claim hr:quote ?quote BIND(-1.5 AS ?n) } ORDER BY ?quote"
DOCS = (Path(__file__).parents[2] / "docs" / "sparql.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```sparql\n(.*?)^```", DOCS, re.MULTILINE | re.DOTALL)


@pytest.mark.usefixtures("loaded")
def test_rows_come_as_table_json_and_csv(run: Run) -> None:
    table = run("sparql", CLAIMS)
    assert table.code == 0
    assert "Olmstead" in table.out
    rows = json.loads(run("sparql", CLAIMS, "-f", "json").out)
    assert [row["n"] for row in rows] == [-1.5] * len(rows)
    cells = list(csv.DictReader(io.StringIO(run("sparql", CLAIMS, "-f", "csv").out)))
    assert [row["quote"] for row in cells] == [row["quote"] for row in rows]
    assert cells[0]["n"] == "-1.5"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("form", "reader"), [("ttl", "turtle"), ("nt", "nt")])
def test_triples_come_as_files_of_triples(run: Run, form: str, reader: str) -> None:
    query = "CONSTRUCT { ?claim hr:quote ?quote } WHERE { ?claim hr:quote ?quote }"
    ran = run("sparql", query, "-f", form, "--limit", "1")
    assert len(Graph().parse(data=ran.out, format=reader)) == 1
    assert "more than these 1 triples" in ran.err
    refused = run("sparql", CLAIMS, "-f", form)
    assert (refused.code, refused.out) == (2, "")
    assert "Only CONSTRUCT" in refused.err


@pytest.mark.usefixtures("loaded")
def test_a_query_comes_from_a_file_or_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("own.rq").write_text("\ufeffASK { ?x a hr:Claim }", encoding="utf-8")
    assert json.loads(run("sparql", "own.rq", "-f", "json").out) == [{"answer": True}]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ASK { ?x a hr:Nothing }")))
    assert json.loads(run("sparql", "-", "-f", "json").out) == [{"answer": False}]
    assert run("sparql", "other.rq").code == 2


@pytest.mark.usefixtures("loaded")
def test_a_limit_is_kept_and_said(run: Run) -> None:
    ran = run("sparql", CLAIMS, "--limit", "1", "-f", "json")
    assert len(json.loads(ran.out)) == 1
    assert "more than these 1 rows" in ran.err
    assert run("sparql", "SELECT * { ?x a hr:Nothing }").err == "no rows\n"
    assert run("sparql", "SELECT * { ?x a hr:Nothing }", "-f", "json").out == "[]\n"


@pytest.mark.usefixtures("loaded")
def test_an_array_is_closed_where_the_query_is_stopped(run: Run) -> None:
    query = "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?g || ?c = 1) }"
    ran = run("sparql", query, "-f", "json", "--timeout", "1", "--limit", "1000000000")
    assert ran.code == 2
    assert json.loads(ran.out)
    assert "longer than 1 s" in ran.err


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_texts_cannot_drive_the_terminal(run: Run, form: str) -> None:
    query = r'SELECT ("a\u001B[2J\u001B]0;title\u0007\u009B31m\u202E" AS ?x) { }'
    ran = run("sparql", query, "-f", form)
    assert ran.code == 0
    assert not set(ran.out + ran.err) & {"\x1b", "\x07", "\x9b", "\u202e"}


def long_cells(rows: int) -> str:
    """A query for rows of 8 MB each."""
    numbers = " ".join(map(str, range(rows)))
    longer = " ".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1})" for n in range(13))
    return f"SELECT ?t13 {{ VALUES ?i {{ {numbers} }} BIND('{'a ' * 500}' AS ?t0) {longer} }}"


@pytest.mark.usefixtures("loaded")
def test_a_table_of_huge_cells_ends_within_its_time(run: Run) -> None:
    start = time.monotonic()
    ran = run("sparql", long_cells(60), "--timeout", "20")
    assert time.monotonic() - start < 25
    assert ran.code == 0, ran.err
    assert ran.out.count("…") == 60
    assert len(ran.out) < 60 * 5000


@pytest.mark.usefixtures("loaded")
def test_an_answer_of_huge_cells_is_cut_at_64_mb_and_that_is_said(run: Run) -> None:
    ran = run("sparql", long_cells(12), "-f", "json")
    assert ran.code == 0
    assert len(json.loads(ran.out)) == 8
    assert "more than the 64 MB" in ran.err


@pytest.mark.usefixtures("loaded")
def test_a_table_of_very_many_rows_is_cut_and_that_is_said(run: Run) -> None:
    many = "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    start = time.monotonic()
    ran = run("sparql", many, "--timeout", "20", "--limit", "1000000000")
    assert time.monotonic() - start < 40
    assert "ask for less, or for csv" in ran.err


def test_what_writes_is_refused_in_one_sentence(run: Run, loaded: Path) -> None:
    before = sorted(loaded.rglob("*"))
    ran = run("sparql", "DELETE WHERE { ?s ?p ?o }")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert sorted(loaded.rglob("*")) == before


def test_an_empty_query_is_refused(run: Run) -> None:
    assert "There is no query" in run("sparql", " \n").err


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("query", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_of_the_docs_is_answered(run: Run, query: str) -> None:
    ran = run("sparql", query, "--limit", "5")
    assert ran.code == 0
    assert ran.out


def test_the_docs_have_examples() -> None:
    assert len(EXAMPLES) >= 6
