import json

import pytest
import rdflib
from rdflib import RDF, XSD, URIRef
from rdflib.namespace import PROV

from hedgerow.graph.ids import to_iri
from hedgerow.ontology.namespaces import HR_NS
from hedgerow.ontology.terms import HR
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import render
from tests.viz.timeline.conftest import FORMULA
from tests.viz.timeline.reading import content, of_type

SCHEMA = rdflib.Namespace("https://schema.org/")
HEDGEROW = rdflib.Namespace(HR_NS)

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


def graph_of(timeline: Timeline) -> rdflib.Graph:
    return rdflib.Graph().parse(data=content(timeline, "jsonld"), format="json-ld")


def node_of(timeline: Timeline, type_: str) -> URIRef:
    return URIRef(to_iri(of_type(timeline, type_).id))


def test_each_event_leads_to_its_sentences_and_documents(states: Timeline) -> None:
    graph = graph_of(states)
    event = node_of(states, "arms_deal")
    (claim,) = graph.objects(event, PROV.wasDerivedFrom)
    assert str(graph.value(claim, HEDGEROW.quote)).startswith("Washington is in talks")
    document = graph.value(claim, PROV.wasQuotedFrom)
    assert str(graph.value(document, SCHEMA.url)) == "https://wire.example/2024"
    assert (document, RDF.type, PROV.Entity) in graph


def test_dates_are_typed_as_exactly_as_they_are_known(dates: Timeline) -> None:
    graph = graph_of(dates)
    types = {"arms_deal": XSD.date, "meeting": XSD.gYearMonth, "aid": XSD.gYear}
    for name, datatype in types.items():
        (start,) = graph.objects(node_of(dates, name), SCHEMA.startDate)
        assert isinstance(start, rdflib.Literal)
        assert start.datatype == datatype
        assert str(start) == of_type(dates, name).stated
    assert graph.value(node_of(dates, "call"), SCHEMA.startDate) is None


def test_a_plan_is_scheduled_and_what_is_only_told_is_no_event(
    dates: Timeline, states: Timeline, russia: Timeline
) -> None:
    graph = graph_of(dates)
    visit = node_of(dates, "visit")
    assert graph.value(visit, SCHEMA.eventStatus) == SCHEMA.EventScheduled
    for timeline, name in ((states, "arms_deal"), (russia, "base_access")):
        graph, told = graph_of(timeline), node_of(timeline, name)
        assert (told, RDF.type, SCHEMA.Event) not in graph
        assert graph.value(told, SCHEMA.startDate) is None
        assert graph.value(told, HEDGEROW.standing) is not None


def test_uses_only_terms_that_the_ontology_declares(everyone: Timeline) -> None:
    whole = json.loads(content(everyone, "jsonld"))
    names = {key for node in whole["@graph"] for key in node if key.startswith("hr:")}
    names |= {one for node in whole["@graph"] for one in node.get("@type", ())}
    assert all(hasattr(HR, one.removeprefix("hr:")) for one in names if one.startswith("hr:"))


def test_asks_nobody_for_its_context(states: Timeline) -> None:
    assert isinstance(json.loads(content(states, "jsonld"))["@context"], dict)


def test_reads_back_what_a_hostile_article_says(hostile: Timeline) -> None:
    graph = graph_of(hostile)
    assert FORMULA in {str(quote) for quote in graph.objects(None, HEDGEROW.quote)}
    assert {str(url) for url in graph.objects(None, SCHEMA.url)} == {"https://wire.example/long"}
    assert render(hostile, "jsonld").notes == ()
