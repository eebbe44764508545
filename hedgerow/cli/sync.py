"""`hedgerow sync`: the graph of a store in a Neo4j database."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    DatabaseOption,
    MaxHandlingOption,
    NoProgressOption,
    PasswordFileOption,
    QuietOption,
    StoreOption,
    UserOption,
)
from hedgerow.cli.output import note, print_table
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.neo4j.plan import Plan
    from hedgerow.graph.neo4j.tally import Tally

DIFFERENT = 1
"""Exit code of a check that finds differences."""


def sync(
    uri: Annotated[
        str, typer.Argument(metavar="URI", help="neo4j://, bolt://, or with +s for a certificate.")
    ],
    store: StoreOption = DEFAULT_STORE,
    database: DatabaseOption = None,
    user: UserOption = None,
    password_file: PasswordFileOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what a sync would do.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only compare fingerprints; exit code 1 if any differ.")
    ] = False,
    deep: Annotated[
        bool, typer.Option("--deep", help="Work fingerprints out anew, to find hand edits.")
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend whatever --deep would find.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Delete much, or replace another store's graph.")
    ] = False,
    max_handling: MaxHandlingOption = None,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Have a Neo4j database say exactly what the store says.

    It may be stopped at any moment and run again. Nodes without the label Hedgerow are not touched.
    The password comes from NEO4J_PASSWORD, a file or a prompt. A sync without --max-handling writes
    what one with it left out; give it each time.

    Example: hedgerow sync neo4j://localhost:7687
    """
    from hedgerow.cli.progress import nodes
    from hedgerow.graph.neo4j import planning as plans
    from hedgerow.graph.neo4j.connection import Server
    from hedgerow.graph.neo4j.sync import check_owner
    from hedgerow.graph.neo4j.sync import sync as sync_with
    from hedgerow.graph.neo4j.target import target
    from hedgerow.graph.view import View

    if sum((dry_run, check, repair)) > 1:
        raise UsageError("Choose one of --dry-run, --check and --repair.")
    to = target(uri, user=user, password_file=password_file, database=database)
    plan = plans.deep_plan if deep or repair else plans.full_plan if check else plans.make_plan
    view = View(handling=max_handling)
    shown = viewing(store, view, quiet=quiet, no_progress=no_progress)
    with shown as snapshot, Server(to) as server:
        if check or dry_run or (deep and not repair):
            if not force:
                check_owner(snapshot, server)
            found = plan(snapshot, server)
            _tell(found, deep=deep)
            if found.differs and not dry_run:
                raise typer.Exit(DIFFERENT)
            return
        with nodes(quiet=quiet or no_progress) as progress:
            report = sync_with(snapshot, server, force=force, planned=plan, progress=progress)
    if not quiet:
        _print(report.tally)
        if report.swept:
            note(f"deleted as they belonged to nothing of ours: {report.swept:,}")
        note(_WORDS[report.way].format(seconds=report.seconds, rels=report.relationships))


_WORDS = {
    "unchanged": "the database is up to date ({seconds:.1f} s)",
    "first": "everything was written, {rels:,} relationships with it ({seconds:.1f} s)",
    "journal": "what was touched since the last sync was compared ({seconds:.1f} s)",
    "compared": "all fingerprints were compared ({seconds:.1f} s)",
}


def _tell(found: "Plan", *, deep: bool) -> None:
    """What differs, and how surely nothing else does."""
    _print(found.tally)
    for remark in found.remarks:
        note(remark)
    if not found.differs:
        sure = "the database says what the store says"
        note(sure if deep else "no fingerprint differs; --deep finds what was edited by hand too")


def _print(tally: "Tally") -> None:
    columns = {"added": tally.added, "changed": tally.changed, "removed": tally.removed}
    kinds: Iterable[str] = sorted({kind for each in columns.values() for kind in each})
    rows = [
        {"nodes": kind} | {name: each[kind] or None for name, each in columns.items()}
        for kind in kinds
    ]
    if rows:
        print_table(rows, ("nodes", *columns))
