"""Damage to what was given: found by name; nothing can derive it, so repair leaves it alone."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.errors import StoreError
from hedgerow.graph.doctor.examine import CHECKS
from hedgerow.graph.doctor.patient import Patient
from hedgerow.graph.doctor.repair import repair
from hedgerow.graph.doctor.trouble import Trouble, kinds
from hedgerow.graph.folder import StoreFolder
from hedgerow.graph.intake import Item
from hedgerow.graph.ledger import Withdrawal, withdrawal_quads
from hedgerow.graph.rdf import LEDGER, ONTOLOGY, hr, local_id, node, prop
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import archives, claim, document
from tests.graph.doctor.sick import DEAL, TABLE, VISIT, Damage, damage, first, found, names, put
from tests.graph.judging import judgements

CLAIM = VISIT[1][0].id


def text_altered(database: ox.Store) -> None:
    put(database, VISIT[0].id, "text", "A Russian minister visited!")


def quote_altered(database: ox.Store) -> None:
    put(database, CLAIM, "quote", "A Russian minister was expelled.")


def status_altered(database: ox.Store) -> None:
    put(database, DEAL[1][0].id, "status", hr("signed"))


def type_lost(database: ox.Store) -> None:
    put(database, CLAIM, "tie_type", None)


def document_lost(database: ox.Store) -> None:
    place = node(VISIT[0].id)
    for subject in (place, first(database, "appearance_of", VISIT[0].id).subject):
        for quad in list(database.quads_for_pattern(subject, None, None, place)):
            database.remove(quad)


def node_smuggled_in(database: ox.Store) -> None:
    made_up = node("claim/made-up")
    database.add(ox.Quad(made_up, prop("quote"), ox.Literal("They met."), node(VISIT[0].id)))


def row_removed(database: ox.Store) -> None:
    row = first(database, "event_code", TABLE.document.id).subject
    for quad in list(database.quads_for_pattern(row, None, None, None)):
        database.remove(quad)


def withdrawn_and_here(database: ox.Store) -> None:
    quads = withdrawal_quads(Withdrawal(VISIT[0].id, "retracted", "analyst", "2024-01-01"))
    database.load("".join(quads).encode(), format=ox.RdfFormat.N_QUADS)


def entry_of_nothing(database: ox.Store) -> None:
    database.add(ox.Quad(node("document/gone"), prop("sequence"), ox.Literal(1), LEDGER))


def judgement_altered(database: ox.Store) -> None:
    put(database, _judged(database), "at", "1999-01-01")


def judgement_of_nothing_known(database: ox.Store) -> None:
    put(database, _judged(database), "decision", "telepathy")


def judgement_of_no_time(database: ox.Store) -> None:
    put(database, _judged(database), "at", "soon")


def _judged(database: ox.Store) -> str:
    return local_id(first(database, "decision", "graph/judgements").subject)


DAMAGES: dict[Damage, str] = {
    text_altered: "document_id",
    quote_altered: "quote",
    status_altered: "claim_id",
    type_lost: "unreadable",
    document_lost: "no_document",
    node_smuggled_in: "stray",
    row_removed: "rows",
    withdrawn_and_here: "withdrawn_here",
    entry_of_nothing: "entry_of_nothing",
    judgement_altered: "judgement",
    judgement_of_nothing_known: "judgement",
    judgement_of_no_time: "judgement",
}


@pytest.mark.parametrize("how", DAMAGES, ids=lambda how: how.__name__)
def test_damage_to_what_was_given_is_found_and_told_how_to_mend(how: Damage, path: Path) -> None:
    damage(path, how)
    (told, *_) = [each for each in found(path) if each.name == DAMAGES[how]]
    assert not told.kind.repaired
    assert told.is_wrong
    assert told.kind.remedy.endswith(".")


def test_repair_leaves_an_altered_quote_as_it_is(path: Path) -> None:
    damage(path, quote_altered)
    repair(path)
    assert "quote" in names(path)


def test_repair_does_not_hide_that_a_document_was_lost(path: Path) -> None:
    damage(path, entry_of_nothing)
    repair(path)
    assert "entry_of_nothing" in names(path)


def test_repair_changes_nothing_where_a_claim_cannot_be_read(path: Path) -> None:
    damage(path, type_lost)
    sequence = StoreFolder(path).sequence
    with pytest.raises(StoreError, match="lacks"):
        repair(path)
    assert StoreFolder(path).sequence == sequence
    Store.open(path).close()


def test_a_claim_of_two_phases_breaks_a_shape(path: Path) -> None:
    def doubled(database: ox.Store) -> None:
        database.add(ox.Quad(node(CLAIM), prop("phase"), hr("ends"), node(VISIT[0].id)))

    damage(path, doubled)
    (told,) = [each for each in found(path, quick=False) if each.name == "shape"]
    assert told.subject == CLAIM
    assert "shape" not in names(path)


def test_an_entry_of_a_day_to_come_is_found(path: Path) -> None:
    damage(path, lambda database: put(database, VISIT[0].id, "recorded", "2999-01-01T00:00:00Z"))
    assert [(each.name, each.subject) for each in found(path)] == [("future_date", VISIT[0].id)]


def test_what_is_published_or_concluded_in_the_future_is_found(path: Path) -> None:
    told = document("They met in Hanoi.", published="2999-01-01")
    with Store.open(path) as store:
        store.add([(told, [claim(told, "meeting", "CHN VNM", date="2999-01-01")])])
        (event,) = [each.id for each in store.events() if each.date == "2999-01-01"]
    assert {(each.name, each.subject) for each in found(path)} == {
        ("future_date", told.id),
        ("future_date", event),
    }


def test_a_judgement_of_a_claim_that_is_gone_is_no_fault(path: Path) -> None:
    with Store.open(path) as store:
        store.judge(Judgement("accept", (CLAIM,), "analyst", "2024-02-01"))
        store.withdraw(VISIT[0].id, reason="retracted", by="analyst")
    (told,) = found(path)
    assert (told.name, told.is_wrong) == ("orphaned", False)


def test_an_ontology_of_another_version_is_no_fault(path: Path) -> None:
    def older(database: ox.Store) -> None:
        put(database, "ledger/store", "ontology_fingerprint", "0" * 64)
        database.remove_graph(ONTOLOGY)

    damage(path, older)
    (told,) = found(path)
    assert (told.name, told.is_wrong) == ("version", False)


def test_every_kind_of_trouble_says_what_to_do() -> None:
    assert {each.gravity for each in kinds().values()} == {"error", "warning", "information"}
    assert all(each.remedy for each in kinds().values())


@settings(max_examples=15)
@given(archives(), st.data())
def test_whatever_is_loaded_and_judged_is_sound(items: list[Item], data: st.DataObject) -> None:
    store = Store.open()
    store.add(items)
    store.judge(*data.draw(judgements(items)))
    patient = Patient(store._database)
    wrong = [each for check in CHECKS if not check.slow for each in check.run(patient)]
    assert [each for each in wrong if each.is_wrong] == []


def test_a_trouble_has_all_that_a_program_needs() -> None:
    assert Trouble("quote", "claim/a", "is another").as_row() == {
        "check": "quote",
        "gravity": "error",
        "subject": "claim/a",
        "message": "is another",
        "remedy": kinds()["quote"].remedy,
        "repaired_by_doctor": False,
    }


def test_a_store_with_something_of_everything_is_sound(sound: Path) -> None:
    assert found(sound, quick=False) == []
    assert StoreFolder(sound).sequence > 5
