"""A query reads this store, or is refused in words before it runs."""

import re
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.own_sparql import ask
from hedgerow.graph.own_sparql.answering import Request, answer

ELSEWHERE = (
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { sErViCe<http://127.0.0.1:1/>{} }",
    "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE ?x { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
    "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { OPTIONAL { GRAPH ?g { SERVICE ?s { ?s ?p ?o } } } } } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SERVICE <http://127.0.0.1:1/> { } } } }",
    "SELECT (EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } AS ?x) { }",
    "SELECT * { { ?s ?p ?o } UNION { ?s ?p ?o MINUS { SERVICE ?s { } } } }",
    "SELECT * { # a comment \r SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { #\n SERVICE #\n <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { BIND('\\\\u0027' AS ?x) SERVICE <http://127.0.0.1:1/> { } }",
)
ESCAPED = (
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { BIND('\\u0027 AS ?x) SERVICE <http://127.0.0.1:1/> { } BIND('' AS ?y) }",
    "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
)
DATA = (
    "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:1/> { GRAPH ?g { ?s ?p ?o } }",
    "ASK FROM <file:///etc/passwd> { }",
    "DESCRIBE <a:b> FROM <http://127.0.0.1:1/>",
    "CONSTRUCT { ?s ?p ?o } FROM <http://127.0.0.1:1/> WHERE { ?s ?p ?o }",
)
UPDATES = (
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "PREFIX a: <a:>\n# a comment\nDELETE WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:1/>",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <a:b>",
    "CLEAR ALL",
    "DROP GRAPH <a:b>",
    "CREATE GRAPH <a:b>",
    "COPY DEFAULT TO <a:b>",
    "MOVE <a:b> TO <a:c>",
    "ADD <a:b> TO DEFAULT",
)
HARMLESS = (
    "SELECT ?service ?from { VALUES (?service ?from) { ('SERVICE <http://x/> { }' 'FROM <x:>') } }",
    "SELECT (<http://service/from> AS ?x) { } # SERVICE <http://127.0.0.1:1/> { }",
    "SELECT ('INSERT DATA { }; DROP ALL' AS ?x) { }",
    "SELECT (COUNT(?q) AS ?n) { ?c hr:quote ?q FILTER(CONTAINS(?q, 'SERVICE')) }",
)


def refusal(store: Path, query: str) -> str:
    with pytest.raises(UsageError) as refused:
        list(answer(Request(str(store), query, "values", 10, 10**6)))
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("query", ELSEWHERE)
def test_service_is_refused_wherever_it_stands(store: Path, query: str) -> None:
    assert "asks another server (SERVICE)" in refusal(store, query)


@pytest.mark.parametrize("query", ESCAPED)
def test_service_in_escapes_and_glued_names_is_no_query(store: Path, query: str) -> None:
    assert "is not SPARQL (line 1, column" in refusal(store, query)


@pytest.mark.parametrize("query", DATA)
def test_other_data_sets_are_refused(store: Path, query: str) -> None:
    assert "GRAPH" in refusal(store, query)


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_refused(store: Path, query: str) -> None:
    assert "changes data" in refusal(store, query)


@pytest.mark.parametrize("query", HARMLESS)
def test_words_of_it_in_texts_names_and_comments_are_no_harm(store: Path, query: str) -> None:
    _columns, row, end = answer(Request(str(store), query, "values", 10, 10**6))
    assert row
    assert end == {"more": False}


@pytest.mark.parametrize("query", [ELSEWHERE[1], DATA[0], UPDATES[0], "SELEC"])
def test_a_refusal_comes_out_of_the_process_of_the_query(store: Path, query: str) -> None:
    with pytest.raises(UsageError, match="^" + re.escape(refusal(store, query))), ask(store, query):
        pass


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC * { }", "line 1, column 1: 'SELEC' is not understood"),
        ("SELECT *\n{ ?s a hr:Claim ;\n hr:quote }", "line 3, column 2: 'hr:quote'"),
        ("SELECT * { } LIMIT many", "line 1, column 14: 'LIMIT'"),
        ("SELECT * { ?s other:p ?o }", "begin it with PREFIX other: <...>"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "a variable that is unbound"),
        ("# nothing", "something is missing there"),
    ],
)
def test_a_broken_query_is_told_with_its_place(store: Path, query: str, said: str) -> None:
    assert said in refusal(store, query)
