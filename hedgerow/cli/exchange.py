"""`hedgerow export` and `hedgerow import`: the whole graph as N-Quads, out and in."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, OutOption, StoreOption
from hedgerow.cli.output import note


class ExportFormat(StrEnum):
    """What the graph can be written as."""

    nq = "nq"


def export(
    format_: Annotated[
        ExportFormat, typer.Argument(metavar="FORMAT", help="nq: N-Quads.")
    ] = ExportFormat.nq,
    output: OutOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the graph in canonical form and say its hash; equal stores give equal bytes.

    Example: hedgerow export nq -o graph.nq
    """
    from hedgerow.graph.store import Store

    with Store.read(store) as snapshot:
        if output is None:
            snapshot.export_nquads(sys.stdout.buffer)
        else:
            from hedgerow.viz.files import whole_file

            with whole_file(output) as out:
                snapshot.export_nquads(out)
        note(f"sha256 {snapshot.canonical_hash()}")


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
