"""`hedgerow timeline`: what happened between two actors, or around one, in order."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    OutOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import console, note, safe, write_or_print
from hedgerow.cli.viewing import viewing

if TYPE_CHECKING:
    from hedgerow.queries.timeline import Timeline

TABLE = "table"


def timeline(
    a: Annotated[str, typer.Argument(help="A state or body, by name or code.")],
    b: Annotated[str | None, typer.Argument(help="Only what is between A and B.")] = None,
    form: Annotated[
        str | None,
        typer.Option("--as", help="table, csv, json, ics, svg or html [by the file, else table]."),
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="First date, as 2023-09.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last date, as 2023-09.")] = None,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    output: OutOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write a timeline; the form follows --as, or the ending of the file.

    Example: hedgerow timeline VNM USA -o vnm-usa.ics
    """
    from hedgerow.graph.view import View
    from hedgerow.ontology.actors import actors
    from hedgerow.queries.timeline import timeline as timeline_of
    from hedgerow.viz.timeline import render

    view = View(at, as_known, recorded)
    about = [actors().resolve(name).id for name in (a, b) if name is not None]
    with viewing(store, view, about=about) as snapshot:
        found = timeline_of(snapshot, a, b, start=start, end=end)
    if view:
        found = replace(found, title=f"{found.title} ({view})")
    chosen = form or (output.suffix.removeprefix(".") if output else TABLE)
    if chosen == TABLE and output is None:
        _print(found)
        return
    rendering = render(found, chosen)
    write_or_print(rendering.content, output)
    for each in rendering.notes:
        note(each)
    if output is not None:
        note(f"wrote {_shown(output)}: {found.in_words}")


def _print(found: "Timeline") -> None:
    from hedgerow.viz.timeline.table import to_table

    typer.echo(safe(found.in_words))
    if found.entries:
        console().print(to_table(found))


def _shown(path: Path) -> str:
    return safe(str(path))
