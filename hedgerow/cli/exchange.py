"""`hedgerow export`: the whole graph out; `hedgerow import` takes it in again."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    MaxHandlingOption,
    NoProgressOption,
    QuietOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import destination
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError


class ExportFormat(StrEnum):
    """What the graph can be written as."""

    nq = "nq"
    ttl = "ttl"
    trig = "trig"
    jsonld = "jsonld"
    parquet = "parquet"
    csv = "csv"
    graphml = "graphml"
    gexf = "gexf"
    neo4j_admin = "neo4j-admin"


LINKED = (ExportFormat.ttl, ExportFormat.trig, ExportFormat.jsonld)
TABLES = (ExportFormat.parquet, ExportFormat.csv)
EDGES = (*TABLES, ExportFormat.graphml, ExportFormat.gexf)
OPTIONS = {
    "--about": EDGES,
    "--texts": (*LINKED, *TABLES),
    "--with-ledger": (ExportFormat.nq,),
    "--no-hash": (*LINKED, *EDGES),
    "--bom": (ExportFormat.csv,),
}
"""Which formats an option goes with."""


def export(
    format_: Annotated[
        ExportFormat,
        typer.Argument(
            metavar="FORMAT",
            help="nq, ttl, trig or jsonld: linked data. parquet or csv: tables. graphml or gexf: "
            "the network of edges. neo4j-admin: a folder for an offline import into Neo4j.",
        ),
    ] = ExportFormat.nq,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="File to write [standard output]; folder, empty, or .zip."
        ),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(help="Only what this actor is party to; twice: only what both are."),
    ] = None,
    texts: Annotated[
        bool, typer.Option("--texts", help="The texts of articles too, if you may pass them on.")
    ] = False,
    with_ledger: Annotated[
        bool, typer.Option("--with-ledger", help="nq: all that was loaded and when, as a backup.")
    ] = False,
    no_hash: Annotated[
        bool, typer.Option("--no-hash", help="Do not work out the hash to cite; takes half.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="csv: begin with a byte order mark, for spreadsheets.")
    ] = False,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Write the graph for other tools, or whole as N-Quads in canonical form with their hash.

    Equal stores give equal N-Quads. What neo4j-admin imports is what `hedgerow sync` would write.

    Example: hedgerow export nq -o graph.nq

    Example: hedgerow export parquet -o graph.tables

    Example: hedgerow export csv --about Vietnam --about China -o edges.csv

    Example: hedgerow export neo4j-admin -o graph.import
    """
    from hedgerow.cli.exporting import Wanted, check, write
    from hedgerow.graph.view import View
    from hedgerow.ontology.actors import actors

    given = {
        "--about": about,
        "--texts": texts,
        "--with-ledger": with_ledger,
        "--no-hash": no_hash,
        "--bom": bom,
    }
    for option, formats in OPTIONS.items():
        if given[option] and format_ not in formats:
            raise UsageError(f"{option} goes with {', '.join(formats)}, not with {format_}.")
    view = View(at, as_known, recorded, max_handling)
    if view and format_ is ExportFormat.neo4j_admin:
        raise UsageError(
            f"{format_} is not written {view}; export nq, import that into a new store, and "
            f"export {format_} there."
        )
    codes = tuple(dict.fromkeys(actors().resolve(name).id for name in about or ()))
    if len(codes) > 2:
        raise UsageError("--about takes one or two actors; leave out the others.")
    wanted = Wanted(format_.value, destination(output), codes)
    wanted = replace(wanted, texts=texts, everything=with_ledger, hashed=not no_hash, bom=bom)
    check(wanted)
    with viewing(store, view, about=codes, quiet=quiet, no_progress=no_progress) as snapshot:
        write(snapshot, wanted, view, quiet=quiet, no_progress=no_progress)
