"""Instance data against the shapes: good data passes, each kind of break is found."""

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from hedgerow.errors import InputError
from hedgerow.ontology.check import validate

PREFIXES = """
@prefix hr: <https://w3id.org/hedgerow/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/hedgerow/> .
"""
CLAIM = (
    PREFIXES
    + """
<claim/1> a hr:Claim ; hr:tieType hr:ArmsDeal ;
    hr:document <document/0123456789abcdef0123456789abcdef> ;
    hr:status hr:talks ; hr:phase hr:begins ;
    hr:source <actor/USA> ; hr:other <actor/VNM> ; hr:actor <actor/USA>, <actor/VNM> ;
    hr:date "2023-09" ; hr:dateBasis "stated" ;
    hr:earliest "2023-09-01"^^xsd:date ; hr:latest "2023-09-30"^^xsd:date ;
    hr:item "F-16" ; hr:terms "sale" ;
    hr:quote "sentence" ; hr:start 0 ; hr:end 8 ; hr:confidence 0.8e0 ; hr:engine "table" .
"""
)
TIE = (
    PREFIXES
    + """
<tie/1> a hr:Tie ; hr:kind hr:partnership ; hr:party <actor/USA>, <actor/VNM> ;
    hr:actor <actor/USA>, <actor/VNM> ; hr:level "comprehensive_strategic" ; hr:claim <claim/1> ;
    hr:since "2023-09-10" ; hr:sinceEarliest "2023-09-10"^^xsd:date ;
    hr:sinceLatest "2023-09-10"^^xsd:date .
"""
)
EVENT = (
    PREFIXES
    + """
<event/1> a hr:Event ; hr:tieType hr:Meeting ; hr:status hr:occurred ; hr:standing "concluded" ;
    hr:party <actor/USA>, <actor/VNM> ; hr:actor <actor/USA>, <actor/VNM> ;
    hr:claim <claim/1> ; hr:documents 1 ; hr:confidence 0.9e0 .
"""
)


def messages(turtle: str) -> str:
    return "\n".join(map(str, validate(Graph().parse(data=turtle, format="turtle"))))


@pytest.mark.parametrize("turtle", [CLAIM, TIE, EVENT], ids=["claim", "tie", "event"])
def test_good_data_passes(turtle: str) -> None:
    assert messages(turtle) == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hr:other <actor/VNM> ;", "", "A directed tie has one source and others"),
        ("hr:ArmsDeal", "hr:Meeting", "A directed tie has one source and others"),
        ("hr:ArmsDeal", "hr:ArmsDael", "tieType"),
        ("hr:status hr:talks", "hr:status hr:denied", "says at which stage"),
        ("hr:status hr:talks", "hr:status hr:hoped", "status"),
        ("hr:phase hr:begins ;", "", "phase"),
        ('hr:terms "sale"', 'hr:tone "praise"', "The type of tie has no attribute tone."),
        ("hr:end 8", "hr:end 0", "start"),
        ("hr:confidence 0.8e0", "hr:confidence 1.8e0", "confidence"),
        ('"2023-09" ;', '"September 2023" ;', "date"),
        ('"2023-09-01"^^', '"2023-10-01"^^', "earliest"),
        ('hr:dateBasis "stated"', 'hr:dateBasis "guessed"', "dateBasis"),
        ("hr:actor <actor/USA>, <actor/VNM>", "hr:actor <actor/USA>", "actor"),
    ],
)
def test_a_broken_claim_is_found(old: str, new: str, message: str) -> None:
    assert old in CLAIM
    findings = messages(CLAIM.replace(old, new))
    assert "claim/1" in findings
    assert message in findings


def test_a_tie_that_ends_before_it_begins_is_found() -> None:
    ended = TIE.replace(
        'hr:since "2023-09-10"', 'hr:untilLatest "2020-01-01"^^xsd:date ; hr:since "2023-09-10"'
    )
    assert "A tie ends before it begins." in messages(ended)


def test_an_event_without_claims_or_with_an_unknown_standing_is_found() -> None:
    findings = messages(
        EVENT.replace("hr:claim <claim/1> ;", "").replace('"concluded"', '"certain"')
    )
    assert "claim:" in findings
    assert "standing:" in findings


def test_named_graphs_are_checked_as_their_union_from_text_or_dataset() -> None:
    graph = ox.NamedNode("https://w3id.org/hedgerow/document/0123456789abcdef0123456789abcdef")
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, graph)
        for t in ox.parse(CLAIM, format=ox.RdfFormat.TURTLE)
    ]
    text = "".join(f"{quad} .\n" for quad in quads)
    assert validate(text) == []
    broken = text.replace("ontology#talks", "ontology#hoped")
    dataset = Dataset()
    for line in CLAIM.replace("hr:talks", "hr:hoped"), EVENT:
        named = dataset.graph(graph.value)
        named.parse(data=line, format="turtle")
    assert len(validate(broken)) == len(validate(dataset)) == 1


def test_strings_with_and_without_their_datatype_are_the_same() -> None:
    typed = CLAIM.replace('"stated"', '"stated"^^xsd:string').replace(
        '"sentence"', '"sentence"^^xsd:string'
    )
    assert messages(typed) == ""


def test_text_that_is_no_rdf_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="not N-Quads"):
        validate("nonsense")
