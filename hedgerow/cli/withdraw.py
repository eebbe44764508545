"""`hedgerow withdraw`: take a document out of the store, with all that rests on it alone."""

from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, StoreOption
from hedgerow.cli.output import note, print_table


def withdraw(
    document: Annotated[
        str, typer.Argument(help="Id of the document, as `ask documents` lists it.")
    ],
    reason: Annotated[str, typer.Option(help="Why it is taken out; kept in the ledger.")],
    by: Annotated[str, typer.Option(envvar="USER", help="Who decides it.")] = "unknown",
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a document out and list the events and ties that change; of a table, count them.

    Example: hedgerow withdraw document/0a1b... --reason "retracted by the publisher"
    """
    from hedgerow.graph.store import Store
    from hedgerow.queries.words.phrases import counted
    from hedgerow.queries.words.wording import told_edge

    with Store.open(store) as opened:
        changes = opened.withdraw(document, reason=reason, by=by)
    told = [(change.how, told_edge(change.edge)) for change in changes.events]
    told += [(change.how, told_edge(change.edge)) for change in changes.ties]
    rows = [{"change": how, "edge": edge} for how, edge in told]
    changed = counted(len(changes), "event or tie", "events and ties")
    typer.echo(f"{document} is withdrawn; {changed} changed")
    if rows:
        print_table(rows, ("change", "edge"))
    if changes.untold:
        note(
            f"{changes.untold:,} of them rested on rows of a table, too many to list; to see what "
            "is left of two actors: hedgerow timeline ACTOR ACTOR"
        )
