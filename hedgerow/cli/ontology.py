"""`hedgerow ontology check`: is the vocabulary sound, and does the data keep to it."""

from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.output import note, safe

app = typer.Typer(
    no_args_is_help=True, help="The vocabulary: types of ties, statuses, ladders, actors."
)


@app.callback()
def _group() -> None:
    """Commands on the vocabulary."""


@app.command()
def check(
    store: Annotated[
        Path | None,
        typer.Option("--store", envvar="HEDGEROW_STORE", help="Also validate this store's data."),
    ] = None,
) -> None:
    """Lint the vocabulary and, with a store, validate its data against the SHACL shapes.

    Example: hedgerow ontology check --store hedgerow.store
    """
    from hedgerow.ontology.check import lint

    findings = list(lint())
    if store is not None:
        from hedgerow.graph.store import Store
        from hedgerow.ontology.check import validate

        with Store.read(store) as snapshot:
            findings += validate(snapshot.dataset())
    for finding in findings:
        typer.echo(safe(str(finding)))
    note(f"{len(findings)} findings")
    if findings:
        raise typer.Exit(1)
