"""Imports that lie: what is taken is what an honest export would hold, the rest is told."""

import time
from dataclasses import replace

import pytest

from hedgerow.errors import InputError
from hedgerow.graph.claims_rdf import claim_quads
from hedgerow.graph.documents_rdf import document_quads
from hedgerow.ontology.namespaces import RDF_NS
from tests.graph.articles import claim, document
from tests.graph.made_exports import (
    CALL,
    TOLD,
    VISIT,
    Taken,
    export_of,
    exported,
    reasons,
    taken,
)

__all__ = ["taken"]

BASE = "https://w3id.org/hedgerow/"
HR = f"{BASE}ontology#"
HOME = f"<{BASE}{VISIT[0].id}>"
CLAIM = f"<{BASE}{TOLD.id}>"

STRAYS = {
    "a title for another document": f'<{BASE}{CALL[0].id}> <{HR}title> "False" {HOME} .\n',
    "a label for an actor": f'<{BASE}actor/VNM> <{HR}code> "XXX" {HOME} .\n',
    "the ontology redefined": f'<{HR}visit> <{HR}weight> "9" <{BASE}graph/ontology> .\n',
    "an actor redefined": f'<{BASE}actor/VNM> <{HR}code> "XXX" <{BASE}graph/actors> .\n',
    "a graph of one's own": f'<{BASE}a> <{HR}title> "False" <{BASE}graph/mine> .\n',
    "a graph elsewhere": '<http://a.example/b> <http://a.example/c> "d" <http://a.example/> .\n',
    "the default graph": f'{HOME} <{HR}title> "False" .\n',
    "a blank node": f'_:a <{HR}title> "False" {HOME} .\n',
    "a blank graph": f'{HOME} <{HR}title> "False" _:a .\n',
    "a statement about a statement": f"{HOME} <{HR}title> <<( <a:b> <a:b> <a:b> )>> {HOME} .\n",
}


@pytest.mark.parametrize("what", STRAYS)
def test_statements_that_no_export_holds_are_ignored_and_told(taken: Taken, what: str) -> None:
    honest = exported()
    done, store = taken(honest, STRAYS[what])
    assert done.refusals.ignored.total() == 1
    assert export_of(store) == honest


def test_an_honest_export_is_taken_whole(taken: Taken) -> None:
    honest = exported(VISIT, CALL)
    done, store = taken(honest)
    assert (done.documents, done.claims, done.refusals.kinds.total()) == (2, 2, 0)
    assert not done.refusals.ignored
    assert export_of(store) == honest


def changed_claim(**fields: object) -> list[str]:
    return claim_quads(replace(TOLD, **fields), "bucket/a")  # type: ignore[arg-type]


LIES = {
    "a quote that is not in the text": ({"quote": "He did not."}, "misquotes"),
    "offsets outside the text": ({"start": -28, "end": -1}, "misquotes"),
    "confidence 2": ({"confidence": 2.0}, "0 to 1"),
    "confidence NaN": ({"confidence": float("nan")}, "0 to 1"),
    "confidence minus infinity": ({"confidence": float("-inf")}, "0 to 1"),
    "an actor nobody knows": (
        {"parties": (TOLD.parties[0], replace(TOLD.parties[1], id="XXX"))},
        "no actor",
    ),
    "one actor": ({"parties": (TOLD.parties[0],)}, "two different actors"),
    "another document": ({"document": CALL[0].id}, ""),
    "a date that is none": ({"date": "soon", "date_basis": "stated"}, ""),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_claim_that_cannot_be_is_refused_and_its_document_kept(taken: Taken, lie: str) -> None:
    fields, said = LIES[lie]
    try:
        quads = changed_claim(**fields)
    except ValueError:  # not even to be written
        quads = [line.replace('"2023-09-10"', '"soon"') for line in claim_quads(TOLD, "bucket/a")]
    wrong = [line.rpartition(" <")[0] + f" {HOME} .\n" for line in quads]
    done, store = taken(*document_quads(VISIT[0]), *wrong)
    assert (done.documents, done.claims) == (1, 0)
    (told,) = reasons(done).values()
    assert said in told
    assert export_of(store) == exported((VISIT[0], []))


@pytest.mark.parametrize(
    "line",
    [f'{CLAIM} <{HR}confidence> "0.1"^^<http://www.w3.org/2001/XMLSchema#double> {HOME} .\n',
     f'{CLAIM} <{HR}level> "a" {HOME} .\n{CLAIM} <{HR}level> "b" {HOME} .\n',
     f"{CLAIM} <{HR}status> <{HR}denied> {HOME} .\n", f'{CLAIM} <{HR}start> "7" {HOME} .\n'],
)  # fmt: skip
def test_a_claim_that_says_two_things_is_refused(taken: Taken, line: str) -> None:
    done, _ = taken(exported(), line)
    assert [*reasons(done)] == [TOLD.id]


def test_a_claim_under_another_s_name_is_refused(taken: Taken) -> None:
    other = TOLD.id[:-4] + "0000"
    done, store = taken(exported().replace(TOLD.id, other))
    assert "called after" in reasons(done)[other]
    assert not [*store.claims()]


def test_a_document_that_is_not_its_text_s_is_refused(taken: Taken) -> None:
    forged = exported().replace("A Russian minister visited.", "A Russian minister resigned.")
    done, store = taken(forged, exported(CALL))
    assert "called after" in reasons(done)[VISIT[0].id]
    assert [each.id for each in store.documents()] == [CALL[0].id]


def test_a_document_with_two_texts_or_without_end_is_refused(taken: Taken) -> None:
    long = document("a" * 1_000_001)
    done, store = taken(
        exported(CALL), exported(), f'{HOME} <{HR}text> "B" {HOME} .\n', *document_quads(long)
    )
    assert set(reasons(done)) == {VISIT[0].id, long.id}
    assert [each.id for each in store.documents()] == [CALL[0].id]


def test_a_literal_without_end_is_refused(taken: Taken) -> None:
    with pytest.raises(InputError, match="endless"):
        taken(exported(), f'{HOME} <{HR}text> "{"a" * 100_000_000}" {HOME} .\n')


def test_many_tiny_graphs_take_little(taken: Taken) -> None:
    many = (
        f"<{BASE}document/{each:032x}> {what} <{BASE}document/{each:032x}> .\n"
        for each in range(20_000)
        for what in (f"<{RDF_NS}type> <{HR}Document>", f'<{HR}text> "a"')
    )
    started = time.process_time()
    done, store = taken(exported(), *many)
    assert time.process_time() - started < 10
    assert (done.documents, done.refusals.kinds["document"]) == (1, 20_000)
    assert len(done.refusals.first) == 100
    assert len([*store.documents()]) == 1


def test_a_claim_in_two_documents_graphs_counts_in_its_own(taken: Taken) -> None:
    stolen = [line.replace(VISIT[0].id, CALL[0].id) for line in claim_quads(TOLD, "bucket/a")]
    done, store = taken(exported(VISIT, CALL), *stolen)
    assert export_of(store) == exported(VISIT, CALL)
    assert done.refusals.kinds.total() == 1


def test_a_claim_of_a_type_or_role_that_is_none_is_refused(taken: Taken) -> None:
    made = claim(VISIT[0], "visit", "RUS VNM")
    bent = [line.replace("#Visit>", "#Invasion>") for line in claim_quads(made, "bucket/a")]
    flipped = [line.replace("#source>", "#party>") for line in claim_quads(made, "bucket/a")]
    for lines in (bent, flipped):
        done, _ = taken(*document_quads(VISIT[0]), *lines)
        assert (done.claims, done.refusals.kinds["claim"]) == (0, 1)
