"""Judgements that cannot be applied, or can mean nothing: no store is shut for them."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.by_hand import entered, is_knowledge
from hedgerow.graph.conflicts import conflicts
from hedgerow.graph.judged import Judged
from hedgerow.graph.rdf import JUDGEMENTS, prop
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import article
from tests.graph.judging import EDGE

NOW = "2024-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("decision", "bless"),
        ("at", "yesterday"),
        ("corrected_value", "a type that was dropped"),
        ("corrected_field", "mood"),
    ],
)
def test_a_stored_judgement_that_cannot_be_applied_is_set_aside(field: str, value: str) -> None:
    of, (told,) = article("They met.", "visit", "USA VNM")
    with Store.open() as store:
        store.add([(of, [told])])
        made = {"type": "meeting"}
        store.judge(Judgement("correct", (told.id,), "Ann", NOW, corrections=made))
        for quad in [*store._database.quads_for_pattern(None, prop(field), None, JUDGEMENTS)]:
            store._database.remove(quad)
            store._database.add(
                ox.Quad(quad.subject, quad.predicate, ox.Literal(value), quad.graph_name)
            )
        anew = Store(store._database)
        anew.add([article("They met again.", "visit", "USA VNM")])
        anew.refresh()
        assert {each.type for each in anew.events()} == {"visit"}
        assert len(anew.judgements()) == 1
        (orphan,) = anew.orphaned()
        assert orphan.claim == told.id
        assert anew.judged().about([told.id]) == []


def test_an_undoing_that_is_set_aside_takes_nothing_back() -> None:
    one = Judgement("reject", (), "Ann", NOW)
    undoing = Judgement("undo", (), "Ben", "yesterday", undoes=one.id)
    judged = Judged([one, undoing])
    assert judged.counting() == [one]
    assert judged.set_aside == {undoing.id}


@pytest.mark.parametrize(
    ("corrections", "message"),
    [
        ({"date": "2031"}, "a day to come"),
        ({"date": "2023-05", "date_end": "2023-04"}, "Nothing ends"),
    ],
)
def test_no_fact_is_corrected_to_a_day_to_come_or_to_end_first(
    store: Store, corrections: dict[str, str], message: str
) -> None:
    of, (told,) = article("They met.", "visit", "USA VNM")
    store.add([(of, [told])])
    with pytest.raises(UsageError, match=message):
        store.judge(Judgement("correct", (told.id,), "Ann", NOW, corrections=corrections))
    assert store.judgements() == []


def test_of_three_analysts_the_last_word_on_the_matter_counts(store: Store) -> None:
    of, (told,) = article("They met.", "visit", "USA VNM")
    store.add([(of, [told])])
    decisions = {"Ann": "accept", "Ben": "reject", "Cem": "accept"}
    for day, (by, decision) in enumerate(decisions.items(), start=1):
        store.judge(Judgement(decision, (told.id,), by, f"2024-01-0{day}T00:00:00Z"))
    (found,) = conflicts(store.judged())
    assert (found.first.by, found.second.by) == ("Ben", "Cem")


def test_a_claim_has_one_witness_a_judgement(store: Store) -> None:
    of, (told,) = article("They met.", "visit", "USA VNM")
    with Store.open() as elsewhere:
        elsewhere.add([(of, [told])])
        elsewhere.judge(Judgement("note", (told.id,), "Ann", NOW, "seen"))
        (judgement,) = elsewhere.judgements()
    (seen,) = judgement.witnesses
    older = replace(seen, type="call", phase=None, roles=(), beside=None)
    store.adopt([replace(judgement, witnesses=(older,)), judgement])
    store.add([(of, [told])])
    store.refresh()
    store.judge(judgement)
    (found,) = store.judgements()
    assert found.witnesses == (seen,)
    quads = store._database.quads_for_pattern(None, prop("witnessed_type"), None, JUDGEMENTS)
    assert len([*quads]) == 1


@pytest.mark.parametrize(
    ("source", "knowledge"),
    [
        ({"source_title": "A cable"}, True),
        ({"source_published": "2023"}, True),
        ({"source_title": "A cable", "source_publisher": "The Daily"}, False),
        ({"source_url": "https://a.example/1"}, False),
    ],
)
def test_a_source_that_cannot_be_found_is_the_analysts_knowledge(
    source: dict[str, str], *, knowledge: bool
) -> None:
    assert is_knowledge(entered(EDGE | source, by="Ann", at=NOW)) is knowledge


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="no address"):
        entered(EDGE | {"source_url": "https://[x"}, by="Ann", at=NOW)
