"""`hedgerow network`: one self-contained page of who is tied to whom."""

from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, StoreOption
from hedgerow.cli.output import note


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
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write a page that opens with no network: graph, table and the sentences behind each line.

    Example: hedgerow network Vietnam -o vietnam.html
    """
    from hedgerow.graph.store import Store
    from hedgerow.ontology.actors import actors
    from hedgerow.viz.network import network_page, write_page

    focus = [actors().resolve(name).id for name in states or []]
    pair = _pair(open_edge) if open_edge else None
    with Store.read(store) as snapshot:
        page = network_page(snapshot, focus=focus, title=title, open_edge=pair)
    write_page(output, page)
    note(f"wrote {output}")


def _pair(text: str) -> tuple[str, str]:
    from hedgerow.errors import UsageError
    from hedgerow.ontology.actors import actors

    names = text.split(",")
    if len(names) != 2:
        raise UsageError("--open-edge takes two actors with a comma between them, as VNM,USA")
    return actors().resolve(names[0].strip()).id, actors().resolve(names[1].strip()).id
