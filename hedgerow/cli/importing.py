"""`hedgerow import`: what another store exported, and an account of what was believed of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, QuietOption, StoreOption
from hedgerow.cli.output import note, safe
from hedgerow.cli.upgrade import tell_refresh

if TYPE_CHECKING:
    from hedgerow.graph.imports.report import Imported, Refusals
    from hedgerow.graph.snapshot import Counts

SHOWN = 20
"""Refused records, and documents taken out, that are named."""
NOT_ALL = 1


def import_(
    file: Annotated[Path, typer.Argument(help="An N-Quads file written by `hedgerow export`.")],
    no_judgements: Annotated[
        bool, typer.Option("--no-judgements", help="Leave out what others judged and rated.")
    ] = False,
    no_withdrawals: Annotated[
        bool, typer.Option("--no-withdrawals", help="Keep documents that others took out.")
    ] = False,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
) -> None:
    """Add an exported graph to a store; in an empty one it becomes the same graph again.

    What an export cannot hold is refused and told. Outlet, title, address and dates of documents,
    and the names under judgements, are believed: nothing in a file can prove them.

    Example: hedgerow import graph.nq --store copy.store

    Example: hedgerow import theirs.nq --no-judgements --no-withdrawals
    """
    from hedgerow.graph.importing import take_over, unpacked
    from hedgerow.graph.store import Store

    with unpacked(file) as export, Store.open(store, tell_refresh) as opened:
        done = take_over(
            opened, export, judgements=not no_judgements, withdrawals=not no_withdrawals
        )
        opened.compact_if_grown()
        counts = opened.counts()
    for line in _taken(done):
        note(line, quiet=quiet)
    for line in _missed(done.refusals):
        note(line)
    note(f"the store now holds {_held(counts)}", quiet=quiet)
    if done.refusals.first:
        raise typer.Exit(NOT_ALL)


def _taken(done: "Imported") -> Iterator[str]:
    from hedgerow.queries.words.phrases import counted

    took = [
        counted(done.documents, "new document"),
        f"{done.known:,} known already",
        counted(done.claims, "new claim"),
        counted(done.judgements, "new judgement"),
        counted(done.ratings, "new rating"),
        counted(done.withdrawals, "new withdrawal"),
    ]
    yield f"taken over: {', '.join(took)}"
    for gone in done.taken_out[:SHOWN]:
        yield f"taken out here: {gone.document} ({safe(gone.reason)}; by {safe(gone.by)})"
    if len(done.taken_out) > SHOWN:
        yield f"... and {len(done.taken_out) - SHOWN:,} more taken out"
    if kept_out := len(done.added.withdrawn) + len(done.tables.withdrawn):
        yield f"withdrawn here, and staying out: {counted(kept_out, 'document')}"
    if done.added.outdated:
        older = counted(len(done.added.outdated), "older document")
        yield f"no longer counted, as a newer text has the same address: {older}"


def _missed(refusals: "Refusals") -> Iterator[str]:
    from hedgerow.queries.words.phrases import counted

    for what, reason in refusals.first[:SHOWN]:
        yield f"refused {safe(what)}: {safe(reason)}"
    if refusals.kinds.total() > SHOWN:
        told = (counted(count, kind) for kind, count in sorted(refusals.kinds.items()))
        yield f"refused in all: {', '.join(told)}"
    for why, count in sorted(refusals.ignored.items()):
        yield f"ignored: {why} ({count:,})"


def _held(counts: "Counts") -> str:
    from hedgerow.queries.words.phrases import counted

    told = [
        counted(counts.documents, "document"),
        counted(counts.claims, "claim"),
        counted(counts.events, "event"),
    ]
    if counts.waiting:
        told.append(counted(counts.waiting, "row that waits", "rows that wait"))
    return ", ".join(told)
