"""Damage to what is derived: found by name, and repaired to the hash of before."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from hedgerow.graph.doctor.repair import repair
from hedgerow.graph.doctor.trouble import kinds
from hedgerow.graph.ids import content_id
from hedgerow.graph.rdf import (
    ACTORS,
    COPIES,
    JUDGEMENTS,
    RDF_TYPE,
    RESOLVED,
    SUMMARIES,
    hr,
    node,
    prop,
)
from tests.graph.doctor.sick import VISIT, Damage, about, damage, first, found, hash_of, names, put

MISSING = node(content_id("claim", "gone"))
CLAIM = VISIT[1][0].id


def bucket_changed(database: ox.Store) -> None:
    put(database, CLAIM, "bucket", node("bucket/elsewhere"), VISIT[0].id)


def bucket_doubled(database: ox.Store) -> None:
    database.add(about(first(database, "bucket", VISIT[0].id), node("bucket/elsewhere")))


def bucket_lost(database: ox.Store) -> None:
    put(database, CLAIM, "bucket", None, VISIT[0].id)


def event_of_a_claim_that_is_gone(database: ox.Store) -> None:
    event = first(database, "history_of", "graph/resolved").object
    database.add(ox.Quad(event, prop("claim"), MISSING, RESOLVED))


def event_of_no_claim(database: ox.Store) -> None:
    for quad in list(database.quads_for_pattern(None, prop("claim"), None, RESOLVED)):
        database.remove(quad)


def status_of_an_event(database: ox.Store) -> None:
    quad = first(database, "standing", "graph/resolved")
    database.remove(quad)
    database.add(about(quad, ox.Literal("contested")))


def event_nobody_told(database: ox.Store) -> None:
    database.add(ox.Quad(node("event/made-up"), RDF_TYPE, hr("Event"), RESOLVED))


def tie_removed(database: ox.Store) -> None:
    tie = first(database, "opened_by", "graph/resolved").subject
    for quad in list(database.quads_for_pattern(tie, None, None, RESOLVED)):
        database.remove(quad)


def summary_changed(database: ox.Store) -> None:
    quad = first(database, "summary", "graph/summaries")
    database.remove(quad)
    database.add(about(quad, ox.Literal("[]")))


def summary_of_nothing(database: ox.Store) -> None:
    database.add(ox.Quad(node("event/made-up"), prop("summary"), ox.Literal("[]"), SUMMARIES))


def actors_changed(database: ox.Store) -> None:
    database.remove(next(database.quads_for_pattern(node("actor/VNM"), None, None, ACTORS)))


def copy_forgotten(database: ox.Store) -> None:
    database.remove(first(database, "copy_of"))


def copy_of_nothing(database: ox.Store) -> None:
    quad = first(database, "copy_of")
    database.add(about(quad, node("document/gone")))


def bands_lost(database: ox.Store) -> None:
    database.remove_graph(COPIES)


def edition_forgotten(database: ox.Store) -> None:
    database.remove(first(database, "supersedes"))


def edition_of_nothing(database: ox.Store) -> None:
    database.add(about(first(database, "supersedes"), node("document/gone")))


def entry_lost(database: ox.Store) -> None:
    for field in ("recorded", "sequence"):
        put(database, VISIT[0].id, field, None, "graph/ledger")


def tie_that_ends_before_it_begins(database: ox.Store) -> None:
    tie = first(database, "until", "graph/resolved").subject
    for quad in list(database.quads_for_pattern(tie, prop("since"), None, RESOLVED)):
        database.remove(quad)
        database.add(about(quad, ox.Literal("2020")))


def two_levels_at_once(database: ox.Store) -> None:
    quad = first(database, "until", "graph/resolved")
    database.remove(quad)
    database.add(about(quad, ox.Literal("2020")))


def judgement_on_another_claim(database: ox.Store) -> None:
    judgement = first(database, "decision", "graph/judgements").subject
    mention = next(database.quads_for_pattern(None, prop("mention_of"), node(CLAIM), None)).subject
    database.add(ox.Quad(judgement, prop("worded_in"), mention, JUDGEMENTS))


DAMAGES: dict[Damage, str] = {
    bucket_changed: "bucket",
    bucket_doubled: "bucket",
    bucket_lost: "bucket",
    event_of_a_claim_that_is_gone: "dangling",
    event_of_no_claim: "no_claim",
    status_of_an_event: "resolution",
    event_nobody_told: "resolution",
    tie_removed: "resolution",
    summary_changed: "resolution",
    summary_of_nothing: "resolution",
    actors_changed: "ontology",
    copy_forgotten: "copy",
    copy_of_nothing: "copy",
    bands_lost: "copy",
    edition_forgotten: "edition",
    edition_of_nothing: "edition",
    judgement_on_another_claim: "bearing",
    entry_lost: "no_entry",
    tie_that_ends_before_it_begins: "interval",
    two_levels_at_once: "overlap",
}


@pytest.mark.parametrize("how", DAMAGES, ids=lambda how: how.__name__)
def test_damage_to_what_is_derived_is_found_and_repaired(
    how: Damage, sound: Path, path: Path
) -> None:
    damage(path, how)
    assert DAMAGES[how] in names(path)
    assert kinds()[DAMAGES[how]].repaired
    before = int((path / "current").read_text())
    repair(path)
    assert int((path / "current").read_text()) == before + 1
    assert found(path) == []
    assert hash_of(path) == hash_of(sound)


def test_what_is_damaged_at_once_is_repaired_at_once(sound: Path, path: Path) -> None:
    for how in (bucket_doubled, event_of_no_claim, actors_changed, copy_of_nothing, entry_lost):
        damage(path, how)
    repair(path)
    assert found(path) == []
    assert hash_of(path) == hash_of(sound)
