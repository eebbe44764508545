"""However a store changes and whenever a sync is cut off, the next one makes both sides equal.

HEDGEROW_SEQUENCES sets how many random sequences are tried.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from hedgerow.graph.intake import Item
from hedgerow.graph.neo4j import writer
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.planning import deep_plan
from hedgerow.graph.neo4j.sync import sync
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from tests.graph.articles import archives
from tests.graph.neo4j.reading_back import assert_equal
from tests.neo4j import Neo4j

pytestmark = pytest.mark.neo4j
SEQUENCES = int(os.environ.get("HEDGEROW_SEQUENCES", "8"))

HAND_EDITS = (
    "MATCH (n:Event) WITH n LIMIT 1 SET n.status = 'signed', n.standing = 'concluded'",
    "MATCH (n:Claim) WITH n LIMIT 1 DETACH DELETE n",
    "MATCH (n:Hedgerow&State) WITH n LIMIT 3 REMOVE n:State SET n:Body, n.extra = 1",
    "MATCH (:Claim)-[r:ACTOR]->() WITH r LIMIT 1 DELETE r",
    "MATCH (n:Event) WITH n LIMIT 1 SET n._fingerprint = 1",
    "MATCH (n:Claim) WITH n LIMIT 1 SET n._bucket = 1",
    "MERGE (s:Hedgerow {id: 'claim/stray'}) SET s:Claim "
    "CREATE (:Hedgerow {name: 'no id'})-[:CLAIM]->(s)",
    "MATCH (s:HedgerowSync) DELETE s",
    "MATCH (e:Event) DETACH DELETE e WITH count(*) AS gone MATCH (s:HedgerowSync) DELETE s",
    "MATCH (e:Event) SET e.standing = 'prospective' REMOVE e.type",
    "MERGE (:Hedgerow {id: 5}) WITH 1 AS one MATCH (c:Claim) WITH c LIMIT 1 "
    "CREATE (c)-[:CLAIM]->(:Hedgerow)",
    "MATCH (:Hedgerow)-[r {standing: 'prospective'}]->(:Hedgerow) SET r.standing = 'concluded'",
    "MATCH (a:Hedgerow {id: 'actor/USA'}), (b:Hedgerow {id: 'actor/VNM'}) "
    "CREATE (a)-[:VISIT {id: 'event/none'}]->(b), (a)-[:VISIT]->(b), (a)-[:CLAIM]->(b), "
    "(b)-[:ARMS_DEAL {id: 'actor/VNM'}]->(a)",
)
"""What people may do to our part of a database; whatever comes next, a deep sync mends it."""


class Cut(Exception):
    """Ends a sync between two of its batches."""


class Changes(RuleBasedStateMachine):
    """What can happen to a store and the database that follows it, in any order."""

    neo4j: ClassVar[Neo4j]
    server: ClassVar[Server]

    def __init__(self) -> None:
        super().__init__()
        self.neo4j.empty()
        self.neo4j.run("CREATE (:State {name: 'not ours'})-[:VISIT]->(:Note {text: 'keep'})")
        self.edited = False
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "store")

    @rule(items=archives())
    def load(self, items: list[Item]) -> None:
        self.store.add(items)

    @precondition(lambda self: self.store.counts().documents)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        ids = sorted(document.id for document in self.store.documents())
        self.store.withdraw(data.draw(st.sampled_from(ids)), reason="retracted", by="me")

    @precondition(lambda self: self.store.counts().claims)
    @rule(data=st.data(), decision=st.sampled_from(("accept", "reject", "correct")))
    def judge(self, data: st.DataObject, decision: str) -> None:
        ids = sorted(claim.id for claim in self.store.claims())
        named = (data.draw(st.sampled_from(ids)),)
        changed = {"status": "signed"} if decision == "correct" else {}
        self.store.judge(Judgement(decision, named, "me", "2024-01-01T00:00:00Z", None, changed))

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(Path(self.folder.name) / "store")

    @rule()
    def refresh(self) -> None:
        self.store.refresh()

    @rule()
    def copy(self) -> None:
        """As a backup does, which may be gone back to."""
        self.store.close()
        folder = Path(self.folder.name)
        shutil.rmtree(folder / "copy", ignore_errors=True)
        shutil.copytree(folder / "store", folder / "copy")
        self.store = Store.open(folder / "store")

    @precondition(lambda self: (Path(self.folder.name) / "copy").exists())
    @rule()
    def go_back_to_the_copy(self) -> None:
        self.store.close()
        folder = Path(self.folder.name)
        shutil.rmtree(folder / "store")
        (folder / "copy").rename(folder / "store")
        self.store = Store.open(folder / "store")

    @rule()
    def sync(self) -> None:
        sync(self.store, self.server, force=True)
        if self.edited:
            sync(self.store, self.server, force=True, planned=deep_plan)
            self.edited = False
        assert_equal(self.neo4j, self.store)

    @rule(share=st.floats(0, 1), size=st.sampled_from((3, 40, 200)))
    def cut_sync(self, share: float, size: int) -> None:
        def cut(done: int, of: int) -> None:
            if done >= share * of:
                raise Cut

        with pytest.MonkeyPatch.context() as patch, suppress(Cut):
            patch.setattr(writer, "BATCH", size)
            sync(self.store, self.server, force=True, progress=cut)

    @rule(query=st.sampled_from(HAND_EDITS))
    def edit_by_hand(self, query: str) -> None:
        self.neo4j.run(query)
        self.edited = True

    def teardown(self) -> None:
        Changes.sync(self)
        again = sync(self.store, self.server)
        assert (again.way, again.tally.total()) == ("unchanged", 0)
        foreign = self.neo4j.run("MATCH (:State)-[r:VISIT]->(n:Note) RETURN n.text AS text")
        assert foreign == [{"text": "keep"}]
        self.store.close()
        self.folder.cleanup()


def test_after_any_sequence_of_changes_cuts_and_edits_both_sides_are_equal(
    neo4j: Neo4j, server: Server
) -> None:
    checks = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
    run_state_machine_as_test(
        type("Bound", (Changes,), {"neo4j": neo4j, "server": server}),
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=checks,
        ),
    )
