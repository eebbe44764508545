"""Making a Neo4j database say exactly what a store says, however it came to differ."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from hedgerow.errors import ServerError, UsageError
from hedgerow.graph.neo4j.connection import Server
from hedgerow.graph.neo4j.fingerprint import model_fingerprint
from hedgerow.graph.neo4j.plan import Plan, Way, count_nodes_of
from hedgerow.graph.neo4j.planning import is_current, make_plan
from hedgerow.graph.neo4j.statements import SCHEMA_MADE, schema
from hedgerow.graph.neo4j.tally import Tally, kind_of
from hedgerow.graph.neo4j.watermark import Mark, Run, count_nodes, read_mark
from hedgerow.graph.neo4j.writer import Writer
from hedgerow.graph.snapshot import Snapshot

MOST_DELETED = 0.2
"""A plan that deletes a larger part of the database is not carried out unasked."""

Progress = Callable[[int, int], None]
"""Told the number of nodes written or deleted so far, and how many there are to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a sync did: nodes by what their ids say they are, and seconds.

    `swept` relationships and nodes belonged to nothing of ours.
    """

    way: Way
    tally: Tally
    relationships: int
    seconds: float
    swept: int = 0


def sync(
    snapshot: Snapshot,
    server: Server,
    *,
    force: bool = False,
    planned: Callable[[Snapshot, Server], Plan] = make_plan,
    progress: Progress = lambda done, of: None,
) -> Report:
    """Have the database say what the store says.

    It can be stopped at any moment; the next run goes on where it stopped.

    Raises:
        UsageError: it would delete much, or the database holds another store; see `force`.
        ServerError: the server failed, or another sync has begun.
    """
    started = time.monotonic()
    if planned is make_plan and is_current(snapshot, server):
        return Report("unchanged", Tally(), 0, time.monotonic() - started)
    if not force:
        check_owner(snapshot, server)
    make_schema(server)
    run = Run(server, snapshot.identity)
    plan = planned(snapshot, server)
    _check_deletions(plan, force=force)
    tally, relationships = carry_out(plan, Writer(server, run), progress)
    nodes = count_nodes_of(snapshot)
    _check_outcome(server, nodes)
    run.finish(Mark(snapshot.identity, snapshot.commit, model_fingerprint(), nodes))
    return Report(plan.way, tally, relationships, time.monotonic() - started, plan.loose)


def make_schema(server: Server) -> None:
    """Make the constraints and indexes that are missing."""
    made = set(server.read(SCHEMA_MADE)[0]["made"])
    for statement in schema():
        if not made.intersection(statement.split()):
            server.run(statement)


def carry_out(plan: Plan, writer: Writer, progress: Progress) -> tuple[Tally, int]:
    """Write what is planned; gives what was done and the number of relationships written."""
    tally, relationships, total = Tally(), 0, plan.tally.total()
    progress(0, total)
    if plan.loose:
        writer.sweep()
    for batch in writer.write(plan.upserts()):
        for each in batch:
            (tally.changed if each.known else tally.added)[kind_of(each.node.id)] += 1
            relationships += len(each.node.links) + len(each.node.edges)
        progress(tally.total(), total)
    for ids in writer.remove(plan.removals()):
        tally.removed.update(map(kind_of, ids))
        progress(tally.total(), total)
    return tally, relationships


def check_owner(snapshot: Snapshot, server: Server) -> None:
    """UsageError if the database holds another store's graph."""
    if read_mark(server).store not in (None, snapshot.identity):
        raise UsageError(
            f"{server.target.uri} holds the graph of another store; name another --database, or "
            "replace it with --force."
        )


def _check_deletions(plan: Plan, *, force: bool) -> None:
    deleted = plan.tally.removed.total() + plan.loose
    if not force and deleted > MOST_DELETED * plan.nodes:
        raise UsageError(
            f"This would delete {deleted:,} of {plan.nodes:,} nodes; look at them with --dry-run, "
            "then go on with --force."
        )


def _check_outcome(server: Server, expected: int) -> None:
    found = count_nodes(server)
    if found != expected:
        raise ServerError(
            f"{server.target.uri} holds {found:,} nodes where {expected:,} were expected, so "
            "someone else changes them; mend that with --repair."
        )
