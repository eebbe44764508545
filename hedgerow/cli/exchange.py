"""`hedgerow export` and `hedgerow import`: the whole graph out, and in again."""

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    NoProgressOption,
    QuietOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import note
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.snapshot import Snapshot


class ExportFormat(StrEnum):
    """What the graph can be written as."""

    nq = "nq"
    neo4j_admin = "neo4j-admin"


def export(
    format_: Annotated[
        ExportFormat,
        typer.Argument(
            metavar="FORMAT",
            help="nq: N-Quads. neo4j-admin: a folder for an offline import into Neo4j.",
        ),
    ] = ExportFormat.nq,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write [standard output]; folder, empty."),
    ] = None,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Write the graph: N-Quads in canonical form with their hash, or files for neo4j-admin.

    Equal stores give equal N-Quads. What neo4j-admin imports is what `hedgerow sync` would write.

    Example: hedgerow export nq -o graph.nq

    Example: hedgerow export neo4j-admin -o graph.import
    """
    from hedgerow.graph.view import View

    view = View(at, as_known, recorded)
    if view and format_ is not ExportFormat.nq:
        raise UsageError(
            f"Only nq is written {view}; import that into a new store, and export {format_} there."
        )
    with viewing(store, view, quiet=quiet, no_progress=no_progress) as snapshot:
        if format_ is ExportFormat.nq:
            _export_nquads(snapshot, output)
        else:
            _export_for_neo4j(snapshot, output, quiet=quiet, no_progress=no_progress)


def _export_nquads(snapshot: "Snapshot", output: Path | None) -> None:
    if output is None:
        snapshot.export_nquads(sys.stdout.buffer)
    else:
        from hedgerow.viz.files import whole_file

        with whole_file(output) as out:
            snapshot.export_nquads(out)
    note(f"sha256 {snapshot.canonical_hash()}")


def _export_for_neo4j(
    snapshot: "Snapshot", folder: Path | None, *, quiet: bool, no_progress: bool
) -> None:
    from hedgerow.cli.progress import nodes
    from hedgerow.graph.neo4j.admin_csv import write_admin_csv
    from hedgerow.graph.neo4j.admin_files import SCHEMA, SCRIPT

    if folder is None:
        raise UsageError("neo4j-admin imports many files; name a folder for them with -o.")
    with nodes(quiet=quiet or no_progress) as progress:
        written = write_admin_csv(snapshot, folder, progress=progress)
    note(f"{written.nodes:,} nodes, {written.relationships:,} relationships", quiet=quiet)
    script, schema = (shlex.quote(str(folder / name)) for name in (SCRIPT, SCHEMA))
    note(_NEXT.format(script=script, schema=schema), quiet=quiet)


_NEXT = """\
Next, on the machine of the server, while that or its database is stopped:
    sh {script} neo4j
and once it has started again:
    cypher-shell -d neo4j -f {schema}
After that, hedgerow sync follows what changes."""


def import_(
    file: Annotated[Path, typer.Argument(help="An N-Quads file written by `hedgerow export`.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Read an exported graph into an empty store.

    Example: hedgerow import graph.nq --store copy.store
    """
    from hedgerow.graph.importing import import_nquads
    from hedgerow.graph.store import Store

    with Store.open(store) as opened:
        import_nquads(opened, file)
        counts = opened.counts()
    note(f"{counts.documents} documents, {counts.claims} claims, {counts.events} events")
