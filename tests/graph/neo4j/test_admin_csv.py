"""What the import tool builds from the files is what a sync would have written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j.admin_columns import edge_columns, node_columns
from hedgerow.graph.neo4j.admin_csv import Written, write_admin_csv
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.model import model
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.statements import schema
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.store import Store
from tests.graph.articles import archives, article
from tests.graph.neo4j.conftest import StoreOf, target_of
from tests.graph.neo4j.hostile import busy
from tests.graph.neo4j.importing import imported, in_files
from tests.graph.neo4j.reading_back import Nodes, Relationships, assert_equal, in_store


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("fill", [busy, lambda store: None], ids=["busy", "empty"])
def test_an_import_is_what_a_sync_would_write(
    fill: Callable[[Store], None], store_of: StoreOf, tmp_path: Path
) -> None:
    store = store_of()
    fill(store)
    written = write_admin_csv(store, tmp_path / "for import")
    with imported(tmp_path / "for import", tmp_path / "home") as neo4j:
        assert_equal(neo4j, store)
        assert written == sizes(*in_store(store))
        for statement in (tmp_path / "for import" / "schema.cypher").read_text().split(";\n"):
            if statement:
                neo4j.run(statement)
        constraints = neo4j.run("SHOW CONSTRAINTS YIELD name")
        indexes = neo4j.run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'hedgerow'")
        assert (len(constraints), len(indexes)) == (2, len(schema()))
        with Server(target_of(neo4j)) as server:
            report = sync(store, server)
            assert (report.way, report.tally.total()) == ("unchanged", 0)
            deep = deep_plan(store, server)
            assert (deep.tally.total(), deep.remarks) == (0, [])
            store.add([article("A call.", "call", "USA VNM", date="2024")])
            assert sync(store, server).way == "journal"
        assert_equal(neo4j, store)
    assert not [*tmp_path.rglob("owned")]


@given(items=archives())
@settings(max_examples=15)
def test_any_store_can_be_read_back_from_its_files(items: list[Item]) -> None:
    with TemporaryDirectory() as folder, Store.open(None) as store:
        store.add(items)
        written = write_admin_csv(store, Path(folder) / "files")
        nodes, relationships = in_files(Path(folder) / "files")
        expected_nodes, expected_relationships = in_store(store)
    assert nodes == {key: (labels, filled(own)) for key, (labels, own) in expected_nodes.items()}
    assert relationships == expected_relationships
    assert written == sizes(expected_nodes, expected_relationships)


def test_columns_are_known_of_every_class_before_there_is_data() -> None:
    for each in model().classes.values():
        assert node_columns(each.labels).header().startswith("id:ID(Hedgerow),_fingerprint:long,")
    claims = node_columns(("Claim",)).header()
    for column in ("quote:string", "earliest:date", "confidence:double", "start:long"):
        assert f",{column}," in claims
    assert ",flag:string[]," in claims
    assert "actor" not in claims
    ties = edge_columns(("Tie",)).header()
    assert ties.startswith(":START_ID(Hedgerow),:END_ID(Hedgerow),id:string,symmetric:boolean,")
    assert "sinceEarliest:date" in ties


def test_a_list_that_csv_cannot_hold_leaves_nothing_behind(
    store_of: StoreOf, tmp_path: Path
) -> None:
    of, (told,) = article("A deal.", "arms_deal", "RUS VNM")
    folder = tmp_path / "files"
    with pytest.raises(StoreError, match="hedgerow sync"):
        write_admin_csv(store_of((of, [replace(told, flags=("a\x1fb",))])), folder)
    assert [*folder.iterdir()] == []
    assert write_admin_csv(store_of(), folder).nodes


def test_a_place_that_cannot_be_written_to_is_told(store_of: StoreOf, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="-o"):
        write_admin_csv(store_of(), tmp_path / "file")


def test_the_progress_ends_with_all_nodes(store_of: StoreOf, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    store = store_of(article("A deal.", "arms_deal", "RUS VNM"))
    written = write_admin_csv(store, tmp_path / "files", progress=lambda *at: told.append(at))
    assert told[-1] == (written.nodes, written.nodes)


def sizes(nodes: Nodes, relationships: Relationships) -> Written:
    return Written(len(nodes), relationships.total())


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value != ""}
