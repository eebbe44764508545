"""What a store promises, on disk and in memory alike."""

import io
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import RDF

from hedgerow.errors import UsageError
from hedgerow.graph.inputs import Input
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.records import Appearance, Document, Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import article, claim, document, rows
from tests.graph.conftest import NewStore

NOW = "2025-01-01T00:00:00Z"
VISIT = article("A Russian minister visited.", "visit", "RUS VNM", date="2023-09-10")
DEAL = article("Russia may sell jets.", "arms_deal", "RUS VNM", "talks")
CALL = article("They spoke.", "call", "USA VNM", date="2023-08")


def test_a_new_store_knows_the_ontology_and_nothing_else(store: Store) -> None:
    counts = store.counts()
    assert (counts.documents, counts.claims, counts.events, counts.ties) == (0, 0, 0, 0)
    asked = "ASK { hr:Visit a hr:TieType . ?v a hr:State ; rdfs:label 'Vietnam'@en }"
    assert store.query(asked)


def test_adding_tells_what_came_in_and_what_it_changed(store: Store) -> None:
    added = store.add([VISIT, DEAL])
    assert added.new == (VISIT[0].id, DEAL[0].id)
    assert (added.claims, added.known, added.withdrawn) == (2, (), ())
    assert {change.after.type for change in added.changes.events if change.after} == {
        "visit",
        "arms_deal",
    }
    assert added.changes.count("added") == 2
    assert store.counts().events == 2


def test_each_document_is_recorded_with_its_commit(store: Store) -> None:
    store.add([VISIT])
    store.add([DEAL])
    first, second = store.recorded(VISIT[0].id), store.recorded(DEAL[0].id)
    assert second.sequence == first.sequence + 1
    assert first.recorded.endswith("Z")


def test_adding_the_same_again_commits_nothing(store: Store) -> None:
    store.add([VISIT, DEAL])
    before = store.sequence
    again = store.add([DEAL, VISIT])
    assert (again.new, again.claims, bool(again.changes)) == ((), 0, False)
    assert set(again.known) == {VISIT[0].id, DEAL[0].id}
    assert store.sequence == before


def test_the_same_text_elsewhere_is_a_new_appearance_of_one_document(store: Store) -> None:
    text = "A Russian minister visited."
    late = document(text, published="2023-09-12", url="http://b.example/", publisher="Wire")
    early = document(text, published="2023-09-11", url="http://a.example/")
    store.add([(late, [claim(late, "visit", "RUS VNM")])])
    added = store.add([(early, [])])
    assert added.appeared == (late.id,)
    (found,) = store.documents()
    assert {each.url for each in found.appearances} == {"http://a.example/", "http://b.example/"}
    assert found.published == "2023-09-11"
    assert next(store.events()).first_published == "2023-09-11"


def test_a_batch_is_taken_as_a_whole_or_not_at_all(store: Store) -> None:
    text = "Unheard of."
    bad = document(text)
    misquoting = claim(document("Something else."), "visit", "RUS VNM")
    before = store.canonical_hash()
    with pytest.raises(UsageError, match="add it together with that document"):
        store.add([VISIT, (bad, [misquoting])])
    assert store.canonical_hash() == before
    store.add([VISIT])
    assert store.counts().documents == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("quote", "Something never said.", "misquotes"),
        ("type", "picnic", "no type of tie"),
        ("status", "maybe", "no status"),
        ("phase", "dawn", "no phase"),
        ("date", "last Sunday", "not a date"),
        ("parties", (), "roles"),
        ("attributes", {"colour": "red"}, "no attribute"),
    ],
)
def test_a_claim_outside_the_ontology_is_refused_in_one_sentence(
    store: Store, field: str, value: object, message: str
) -> None:
    found, (told,) = VISIT
    with pytest.raises(UsageError, match=message):
        store.add([(found, [replace(told, **{field: value})])])  # type: ignore[arg-type]


def test_a_document_without_a_readable_date_or_place_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no appearance"):
        store.add([(Document("Text.", ()), [])])
    with pytest.raises(UsageError, match="not a date"):
        store.add([(Document("Text.", (Appearance("a", published="yesterday"),)), [])])


def test_events_and_ties_are_found_by_actors(store: Store) -> None:
    store.add([VISIT, DEAL, CALL])
    assert {event.type for event in store.events(actors=["VNM"])} == {"visit", "arms_deal", "call"}
    assert {event.type for event in store.events(actors=["VNM", "USA"])} == {"call"}
    assert list(store.events(actors=["FRA"])) == []


def test_a_former_id_of_an_event_still_finds_it(store: Store) -> None:
    first, second = document("One."), document("Two.", published="2023-09-01")
    store.add([(first, [claim(first, "visit", "RUS VNM", date="2023-09-10")])])
    (before,) = store.events()
    store.add([(second, [claim(second, "visit", "RUS VNM", date="2023-09-10")])])
    after = store.event(before.id)
    assert after.id != before.id
    assert after.formerly == (before.id,)


def test_what_is_not_here_is_said_in_one_sentence(store: Store) -> None:
    for look in (store.document, store.event, store.tie, store.recorded):
        with pytest.raises(UsageError, match="no thing/1 in this store"):
            look("thing/1")
        with pytest.raises(UsageError, match="is no id"):
            look("two words <and> more")
    with pytest.raises(UsageError, match="no claim/1"):
        list(store.claims(ids=["claim/1"]))


def test_a_query_takes_bindings_wherever_a_parameter_stands(store: Store) -> None:
    store.add([VISIT, CALL])
    sparql = """
        SELECT ?e WHERE {
            { SELECT ?e WHERE { ?e a hr:Event ; hr:actor/hr:code $who ; hr:latest ?d } }
            ?e hr:latest ?d FILTER(?d >= COALESCE($since, "0001-01-01"^^xsd:date))
        }"""
    assert len(rows(store, sparql, {"who": ox.Literal("VNM")})) == 2
    day = ox.Literal("2023-09-01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    assert len(rows(store, sparql, {"who": ox.Literal("VNM"), "since": day})) == 1


def test_a_binding_cannot_smuggle_in_sparql(store: Store) -> None:
    hostile = ox.Literal('" } ; DROP ALL ; SELECT * WHERE { ?s ?p "')
    assert not store.query("ASK { ?s hr:code $who }", {"who": hostile})


def test_a_bad_query_or_binding_is_said_in_one_sentence(store: Store) -> None:
    with pytest.raises(UsageError, match="not SPARQL"):
        store.query("SELECT nonsense")
    with pytest.raises(UsageError, match=r"no \$who"):
        store.query("ASK { ?s ?p ?o }", {"who": ox.Literal("VNM")})


def test_rdflib_sees_the_same_graph_but_cannot_write(store: Store) -> None:
    store.add([VISIT])
    dataset = store.dataset()
    asked = "PREFIX hr: <https://w3id.org/hedgerow/ontology#> SELECT ?e WHERE { ?e a hr:Event }"
    assert len(list(dataset.query(asked))) == 1
    with pytest.raises(UsageError, match="only reads"):
        dataset.remove((RDF.type, RDF.type, RDF.type))


def test_withdrawing_tells_what_fell_and_keeps_the_document_out(store: Store) -> None:
    store.add([VISIT, DEAL])
    changes = store.withdraw(VISIT[0].id, reason="retracted by the outlet", by="analyst")
    (change,) = changes.events
    assert (change.how, changes.reason) == ("removed", "retracted by the outlet")
    assert store.counts().documents == 1
    (noted,) = store.withdrawals()
    assert (noted.document, noted.by) == (VISIT[0].id, "analyst")
    assert store.add([VISIT]).withdrawn == (VISIT[0].id,)
    assert store.counts().documents == 1
    with pytest.raises(UsageError, match="There is no document"):
        store.withdraw(VISIT[0].id, reason="again", by="analyst")


def test_a_rejected_claim_no_longer_resolves_and_an_accepted_one_does_again(store: Store) -> None:
    store.add([VISIT])
    (told,) = VISIT[1]
    changes = store.judge(judgement("reject", told.id, "2024-01-01T00:00:00Z"))
    assert [change.how for change in changes.events] == ["removed"]
    assert store.counts().events == 0
    assert list(store.claims()) == [told]
    store.judge(judgement("accept", told.id, "2024-01-02T00:00:00Z"))
    assert store.counts().events == 1
    assert [each.decision for each in store.judgements()] == ["reject", "accept"]


def test_a_claim_corrected_to_another_type_resolves_in_its_new_bucket(store: Store) -> None:
    store.add([VISIT])
    (told,) = VISIT[1]
    store.judge(judgement("correct", told.id, "2024-01-01T00:00:00Z", type="protest"))
    (event,) = store.events()
    assert (event.type, event.claims) == ("protest", (told.id,))
    assert list(store.claims()) == [told]
    store.judge(judgement("correct", told.id, "2024-01-02T00:00:00Z", type="visit"))
    (event,) = store.events()
    assert (event.type, event.claims) == ("visit", (told.id,))


def test_a_judgement_made_twice_is_recorded_once(store: Store) -> None:
    store.add([VISIT])
    made = judgement("reject", VISIT[1][0].id, "2024-01-01T00:00:00Z")
    store.judge(made)
    before = store.sequence
    assert not store.judge(made)
    assert store.sequence == before


@pytest.mark.parametrize(
    ("decision", "at", "message"),
    [("forgive", "2024-01-01T00:00:00Z", "cannot be 'forgive'"), ("reject", "noon", "ISO 8601")],
)
def test_a_judgement_that_cannot_be_applied_is_refused(
    store: Store, decision: str, at: str, message: str
) -> None:
    store.add([VISIT])
    with pytest.raises(UsageError, match=message):
        store.judge(judgement(decision, VISIT[1][0].id, at))
    with pytest.raises(UsageError, match="no claim/none"):
        store.judge(judgement("reject", "claim/none", "2024-01-01T00:00:00Z"))


def test_refreshing_with_the_same_ontology_changes_nothing(store: Store) -> None:
    store.add([VISIT, DEAL, CALL])
    before = store.canonical_hash()
    store.refresh()
    assert store.canonical_hash() == before


def test_the_ledger_is_left_out_of_the_canonical_export_only(store: Store) -> None:
    store.add([VISIT])
    canonical, everything = io.BytesIO(), io.BytesIO()
    store.export_nquads(canonical)
    store.export_nquads(everything, canonical=False)
    lines = canonical.getvalue().splitlines()
    assert lines == sorted(lines)
    assert b"graph/ledger" not in canonical.getvalue()
    assert set(lines) < set(everything.getvalue().splitlines())


def judgement(decision: str, claim_id: str, at: str, **corrections: str) -> Judgement:
    return Judgement(decision, (claim_id,), "analyst", at, corrections=corrections)


@pytest.mark.parametrize("corrections", [{"type": "arms_deal"}, {"actors": "USA CHN"}])
def test_a_claim_may_be_judged_in_the_commit_that_withdraws_it(
    store: Store, corrections: dict[str, str]
) -> None:
    of = document("They met.")
    found = claim(of, "visit", "USA VNM")
    store.add([(of, [found])])
    correct = Judgement("correct", (found.id,), "x", NOW, corrections=corrections)
    store.adopt([correct], [Withdrawal(of.id, "a mistake", "x", NOW)])
    counts = store.counts()
    assert (counts.claims, counts.events, counts.judgements, counts.withdrawn) == (0, 0, 1, 1)


def test_of_two_withdrawals_of_a_document_the_first_is_told(new_store: NewStore) -> None:
    of = document("They met.")
    later = Withdrawal(of.id, "a mistake", "x", "2025-01-02T00:00:00Z")
    both = [later, replace(later, at=NOW, reason="retracted")]
    for order in (both, both[::-1]):
        store = new_store()
        store.add([(of, [claim(of, "visit", "USA VNM")])])
        store.adopt([], order)
        assert store.withdrawals() == [both[1]]
        assert store.counts().claims == 0


def test_a_file_that_is_noted_again_has_the_later_note(store: Store) -> None:
    store.add([], {"input/a": Input(1)})
    store.add([], {"input/a": Input(2, 1)})
    assert store.input("input/a") == Input(2, 1)
    store.add([], {"input/a": Input(2, 1), "input/b": Input(3)})
    assert (store.input("input/a"), store.input("input/b")) == (Input(2, 1), Input(3))
