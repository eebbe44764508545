"""Checking instance data against the SHACL shapes with pySHACL."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import pyshacl
from rdflib import Dataset, Graph, Literal
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from hedgerow.errors import InputError
from hedgerow.ontology.finding import Finding, Severity
from hedgerow.ontology.namespaces import INSTANCE_NS, data_file
from hedgerow.ontology.vocabulary import TieType, Vocabulary, vocabulary

ONTOLOGY_FILES = ("classes.ttl", "tie_types.ttl", "vocabulary.ttl")
PREFIXES = """
@prefix hr: <https://w3id.org/hedgerow/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""


def validate(data: str | bytes | Graph) -> list[Finding]:
    """What breaks the shapes in some instance data; empty if nothing does.

    `data` is N-Quads text, or an rdflib graph or dataset; named graphs are checked as their union.

    Raises:
        InputError: the text is not N-Quads.
    """
    report = pyshacl.validate(_with_ontology(data), shacl_graph=_shapes())[1]
    return sorted(set(_findings(report)))


def derived_shapes(words: Vocabulary) -> str:
    """Turtle of the shapes that follow from the tie types: parties by direction, attributes."""
    types = words.tie_types.values()
    directed = _in(tie for tie in types if tie.directed)
    symmetric = _in(tie for tie in types if not tie.directed)
    parts = [PREFIXES, _party_shape("Claim", directed, symmetric)]
    parts.append(_party_shape("Event", directed, symmetric))
    for attribute in words.attributes.values():
        if not attribute.core:
            bearers = _in(tie for tie in types if attribute.name in tie.attributes)
            parts.append(
                f"<{attribute.iri}-shape> a sh:NodeShape ; sh:targetSubjectsOf <{attribute.iri}> ;"
                f" sh:property [ sh:path hr:tieType ; sh:in ({bearers}) ;"
                f' sh:message "The type of tie has no attribute {attribute.name}." ] .\n'
            )
    return "\n".join(parts)


def _party_shape(target: str, directed: str, symmetric: str) -> str:
    return f"""hr:{target}PartyShape a sh:NodeShape ; sh:targetClass hr:{target} ;
    sh:message "A directed tie has one source and others, a symmetric one at least two parties." ;
    sh:xone (
        [ sh:property [ sh:path hr:tieType ; sh:in ({directed}) ],
            [ sh:path hr:source ; sh:minCount 1 ], [ sh:path hr:other ; sh:minCount 1 ],
            [ sh:path hr:party ; sh:maxCount 0 ] ]
        [ sh:property [ sh:path hr:tieType ; sh:in ({symmetric}) ],
            [ sh:path hr:party ; sh:minCount 2 ],
            [ sh:path hr:source ; sh:maxCount 0 ], [ sh:path hr:other ; sh:maxCount 0 ] ] ) .
"""


def _in(types: Iterable[TieType]) -> str:
    return " ".join(f"<{tie.iri}>" for tie in types)


def _shapes() -> Graph:
    graph = Graph().parse(data=data_file("shapes.ttl").read_bytes(), format="turtle")
    return graph.parse(data=derived_shapes(vocabulary()), format="turtle")


def _with_ontology(data: str | bytes | Graph) -> Graph:
    union = _parsed(data) if isinstance(data, str | bytes) else _merged(data)
    for name in ONTOLOGY_FILES:
        union.parse(data=data_file(name).read_bytes(), format="turtle")
    return union


def _parsed(text: str | bytes) -> Graph:
    try:
        triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS)]
    except SyntaxError as problem:
        raise InputError(
            f"The data is not N-Quads ({problem}); write it with hedgerow export nq."
        ) from problem
    plain = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=plain, format="nt")


def _merged(graph: Graph) -> Graph:
    merged = Graph()
    rows = graph.quads() if isinstance(graph, Dataset) else graph.triples((None, None, None))
    for subject, predicate, value, *_ in rows:
        merged.add((subject, predicate, _plain(value)))
    return merged


def _plain(value: Node) -> Node:
    """RDF 1.1 has one kind of string; rdflib tells "x" from "x"^^xsd:string."""
    typed = isinstance(value, Literal) and value.datatype == XSD.string
    return Literal(str(value)) if typed else value


def _findings(report: Graph) -> Iterator[Finding]:
    for result in report.subjects(SH.resultSeverity):
        severity: Severity = (
            "error" if report.value(result, SH.resultSeverity) == SH.Violation else "warning"
        )
        focus = str(report.value(result, SH.focusNode)).removeprefix(INSTANCE_NS)
        yield Finding(severity, focus, _message(report, result))


def _message(report: Graph, result: Node) -> str:
    path = report.value(result, SH.resultPath)
    message = str(report.value(result, SH.resultMessage))
    return message if path is None else f"{str(path).rpartition('#')[2]}: {message}"
