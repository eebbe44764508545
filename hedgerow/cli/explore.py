"""`hedgerow explore`: the graph in a browser, on this machine alone."""

import os
import sys
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    DatabaseOption,
    MaxHandlingOption,
    PasswordFileOption,
    StoreOption,
    UserOption,
)
from hedgerow.cli.output import note
from hedgerow.cli.servers import server_at
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.viz.explorer.holdings import Holdings

PORT = 8470
NO_MARKS = "A server holds what was synced to it; sync with --max-handling, or explore the store."


def explore(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = PORT,
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the browser, or only print the address.")
    ] = True,
    max_handling: MaxHandlingOption = None,
    store: StoreOption = DEFAULT_STORE,
    neo4j: Annotated[
        str | None,
        typer.Option(metavar="URI", help="Explore a Neo4j server that a store was synced to."),
    ] = None,
    user: UserOption = None,
    password_file: PasswordFileOption = None,
    database: DatabaseOption = None,
) -> None:
    """Explore the graph in a browser: network, pairs, levels, measures, timelines, evidence.

    Serves on 127.0.0.1 alone, to whoever has the address with its token, until Ctrl-C. What is
    loaded meanwhile shows with the next request.

    Example: hedgerow explore --store demo.store --port 0
    """
    from hedgerow.viz.explorer.holdings import ServerHoldings, StoreHoldings
    from hedgerow.viz.explorer.serve import serve

    def started(address: str) -> None:
        typer.echo(address)
        note("exploring there until Ctrl-C; the address holds the token of this start")
        if show:
            webbrowser.open(address)

    server = server_at(neo4j, user, password_file, database)
    if server and max_handling:
        raise UsageError(NO_MARKS)
    holdings: Holdings = (
        ServerHoldings(server, str(neo4j)) if server else StoreHoldings(store, max_handling)
    )
    with suppress(KeyboardInterrupt):  # the way to end it
        serve(holdings, port=port, started=started, unfinished=_end_at_once)
    if threading.active_count() > 1:
        _end_at_once()


def _end_at_once() -> None:
    """End, whatever threads work out still: nobody waits for it, and a store takes no harm."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
