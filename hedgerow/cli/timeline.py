"""`hedgerow timeline`: what happened between two actors, or around one, in order."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    DatabaseOption,
    MaxHandlingOption,
    OutOption,
    PasswordFileOption,
    RecordedOption,
    StoreOption,
    UserOption,
)
from hedgerow.cli.output import console, destination, ending_of, note, safe, write_or_print
from hedgerow.cli.servers import server_at
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.queries.timeline import Timeline
    from hedgerow.viz.timeline import Form

TABLE = "table"
FORMS = "csv, docx, gexf, graphml, html, ics, json, jsonld, md, png, svg, timelinejs or xlsx"
FLAGS = {"everything": "--all", "anniversaries": "--anniversaries", "bom": "--bom"}
FLAGS |= {"scale": "--scale"}


def timeline(
    a: Annotated[str, typer.Argument(help="A state or body, by name or code.")],
    b: Annotated[str | None, typer.Argument(help="Only what is between A and B.")] = None,
    form: Annotated[
        str | None, typer.Option("--as", help=f"table, {FORMS} [by the file, else table].")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="First date, as 2023-09.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last date, as 2023-09.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="ics: past events too, not only what is coming.")
    ] = False,
    anniversaries: Annotated[
        bool, typer.Option("--anniversaries", help="ics: yearly days of what was concluded.")
    ] = False,
    scale: Annotated[
        float | None, typer.Option(help="png: pixels to one unit of the drawing [2].")
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="csv: begin with a byte order mark, for spreadsheets.")
    ] = False,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    output: OutOption = None,
    store: StoreOption = DEFAULT_STORE,
    neo4j: Annotated[
        str | None,
        typer.Option(metavar="URI", help="Read a Neo4j server that a store was synced to."),
    ] = None,
    user: UserOption = None,
    password_file: PasswordFileOption = None,
    database: DatabaseOption = None,
) -> None:
    """Write a timeline; the form follows --as, or the ending of the file.

    Example: hedgerow timeline Vietnam "United States" -o vnm-usa.html

    Example: hedgerow timeline VNM -o coming.ics --anniversaries

    Example: hedgerow timeline VNM CHN --from 2015 -o vnm-chn.xlsx

    Example: hedgerow timeline VNM --as timelinejs -o slides.json
    """
    from hedgerow.graph.view import View
    from hedgerow.ontology.actors import actors
    from hedgerow.queries.timeline import timeline as timeline_of
    from hedgerow.viz.timeline import render

    output = destination(output)
    chosen = _chosen(form, output)
    flags = {"everything": everything, "anniversaries": anniversaries, "bom": bom}
    options: dict[str, object] = {name: True for name, is_set in flags.items() if is_set}
    options |= {} if scale is None else {"scale": scale}
    wanted = _checked(chosen, options, output)
    view = View(at, as_known, recorded, max_handling)
    if neo4j is not None and view:
        raise UsageError(
            f"A server holds the newest state, not that {view}; ask the store, without --neo4j."
        )
    about = [actors().resolve(name).id for name in (a, b) if name is not None]
    server = server_at(neo4j, user, password_file, database)
    with server or viewing(store, view, about=about) as reader:
        found = timeline_of(reader, a, b, start=start, end=end)
    if view:
        found = replace(found, title=f"{found.title} ({view})")
    if wanted is None:
        _print(found)
        return
    rendering = render(found, wanted.name, **options)
    write_or_print(rendering.content, output)
    for each in rendering.notes:
        note(each)
    if output is not None:
        note(f"wrote {_shown(output)}: {found.in_words}")


def _chosen(form: str | None, output: Path | None) -> str:
    if output is not None and output.is_dir():
        raise UsageError(f"{output} is a folder; name a file in it.")
    if form is not None or output is None:
        return (form or TABLE).lower()
    if not ending_of(output):
        raise UsageError(f"{output} has no ending; name one, as .html, or the form with --as.")
    return ending_of(output)


def _checked(chosen: str, options: dict[str, object], output: Path | None) -> "Form | None":
    """The format, None for a table on the terminal; UsageError where what is asked cannot be."""
    from hedgerow.viz.timeline import form_named, forms

    wanted = None if chosen == TABLE and output is None else form_named(chosen)
    for name in options:
        if wanted is None or name not in wanted.options:
            takers = [one.name for one in forms().values() if name in one.options]
            raise UsageError(f"{FLAGS[name]} goes with {', '.join(takers)}, not with {chosen}.")
    if wanted is not None and output is not None and not _fits(wanted, ending_of(output)):
        hint = f"leave out --as, or name a file.{wanted.ending}."
        raise UsageError(f"{output} would hold {wanted.name}; {hint}")
    if wanted is not None and wanted.binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{wanted.name} is not for terminals; name a file with -o.")
    return wanted


def _fits(form: "Form", ending: str) -> bool:
    """Whether a file may end so: not as another form does, but JSON-LD is JSON too."""
    from hedgerow.viz.timeline import forms

    return ending in {form.name, form.ending} or ending in form.media or ending not in forms()


def _print(found: "Timeline") -> None:
    from hedgerow.viz.timeline.table import to_table

    typer.echo(safe(found.in_words))
    if found.entries:
        out = console()
        out.print(to_table(found, out.width))


def _shown(path: Path) -> str:
    return safe(str(path))
