"""`hedgerow network`: one self-contained page of who is tied to whom."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    MaxHandlingOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import destination, ending_of, note, safe, write_or_print
from hedgerow.cli.viewing import viewing
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.view import View


PAGE = "html"


def network(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATE]...", help="States or bodies to show; all without it."),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path(
        "network.html"
    ),
    open_edge: Annotated[
        str | None, typer.Option(help="Pair whose evidence is shown first, as VNM,USA.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the page.")] = None,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write a page that opens with no network: graph, table and the sentences behind each line.

    Example: hedgerow network Vietnam -o vietnam.html
    """
    from hedgerow.graph.view import View
    from hedgerow.ontology.actors import actors
    from hedgerow.viz.network import network_page
    from hedgerow.viz.timeline import forms

    if ending_of(output) in forms().keys() - {PAGE}:
        raise UsageError(f"A network is written as a page; name a file.{PAGE}, not {output}.")
    focus = [actors().resolve(name).id for name in states or []]
    pair = _pair(open_edge) if open_edge else None
    view = View(at, as_known, recorded, max_handling)
    heading = title or (_heading(focus, view) if view else None)
    with viewing(store, view) as snapshot:
        page = network_page(
            snapshot, focus=focus, title=heading, open_edge=pair, as_of=at or as_known
        )
    write_or_print(page, output)
    if destination(output) is not None:
        note(f"wrote {safe(str(output))}")


def _heading(focus: Sequence[str], view: "View") -> str:
    from hedgerow.queries.words.phrases import listed, names

    whose = f"of {listed(names(focus))}" if focus else "between states"
    return f"Ties {whose}, {view}"


def _pair(text: str) -> tuple[str, str]:
    from hedgerow.ontology.actors import actors

    names = text.split(",")
    if len(names) != 2:
        raise UsageError("--open-edge takes two actors with a comma between them, as VNM,USA")
    return actors().resolve(names[0].strip()).id, actors().resolve(names[1].strip()).id
