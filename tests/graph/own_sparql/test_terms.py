"""Terms of answers, for programs and for people."""

import pyoxigraph as ox
import pytest

from hedgerow.graph.own_sparql.terms import short, value
from hedgerow.graph.sparql import PREFIXES
from hedgerow.ontology.namespaces import HR_NS

XSD = PREFIXES["xsd"]


@pytest.mark.parametrize(
    ("text", "datatype", "found"),
    [
        ("12", "integer", 12),
        ("-0.5", "decimal", -0.5),
        ("1e3", "double", 1000.0),
        ("INF", "double", "INF"),
        ("NaN", "double", "NaN"),
        ("1e999", "double", "1e999"),
        ("9" * 5000, "integer", "9" * 5000),
        ("many", "integer", "many"),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("yes", "boolean", "yes"),
        ("2023-05-01", "date", "2023-05-01"),
        ("12", "string", "12"),
    ],
)
def test_numbers_are_numbers_where_json_has_them(text: str, datatype: str, found: object) -> None:
    told = value(ox.Literal(text, datatype=ox.NamedNode(XSD + datatype)))
    assert (told, type(told)) == (found, type(found))


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        (HR_NS + "Visit", "hr:Visit"),
        ("https://w3id.org/hedgerow/actor/VNM", "actor/VNM"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "rdf:type"),
        (HR_NS + "a/b", "ontology#a/b"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_addresses_are_short_for_people_and_whole_for_programs(iri: str, shown: str) -> None:
    assert short(ox.NamedNode(iri)) == shown
    assert value(ox.NamedNode(iri)) == iri


def test_what_is_unbound_or_blank_is_told() -> None:
    assert value(None) is None
    assert value(ox.BlankNode("b")) == short(ox.BlankNode("b")) == "_:b"
