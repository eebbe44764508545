"""`hedgerow withdraw`: take a document out of the store, with all that rests on it alone."""

from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from hedgerow.cli.output import note, print_rows, print_table, wrapped
from hedgerow.cli.review_recording import ByOption, signed
from hedgerow.cli.upgrade import tell_refresh
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.records import Document
    from hedgerow.queries.review.withdrawing import Withdrawing


def withdraw(
    document: Annotated[
        str, typer.Argument(help="Id of the document, as `ask documents` lists it, or its start.")
    ],
    reason: Annotated[
        str | None, typer.Option(help="Why it is taken out; kept in the ledger.")
    ] = None,
    by: ByOption = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would change; nothing is written.")
    ] = False,
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a document out, and tell what changes and why: edges, dates ahead, judgements.

    It stays out when its text is met again. Events and ties that others tell too stay, on fewer
    sources; an older edition of the same address counts again.

    Example: hedgerow withdraw document/0a1b2c3d --reason "retracted by the publisher"
    """
    from hedgerow.graph.rehearsal import without
    from hedgerow.graph.store import Store
    from hedgerow.queries.reading.rated import ratings_of
    from hedgerow.queries.review.withdrawing import held_before, withdrawing
    from hedgerow.queries.review.withdrawn import id_here

    if dry_run:
        with Store.read(store) as snapshot:
            held = held_before(snapshot, id_here(snapshot, document, "document"))
            told = withdrawing(snapshot, held, without(snapshot, held.document.id))
            mark = ratings_of(snapshot).handling(held.document.id)
        _print(told, "would be withdrawn", None, mark, how)
        return
    with Store.read(store) as snapshot:  # opening for writing would make one where there is none
        id_here(snapshot, document, "document")
    if not (reason or "").strip():
        raise UsageError('Say why it is withdrawn, as --reason "retracted", or try --dry-run.')
    by = signed(by)
    with Store.open(store, tell_refresh) as opened:
        held = held_before(opened, id_here(opened, document, "document"))
        mark = opened.ratings().handling(held.document.id)
        changes = opened.withdraw(held.document.id, reason=str(reason), by=by)
        told = withdrawing(opened, held, changes)
    _print(told, "is withdrawn", reason, mark, how)


def _print(told: "Withdrawing", done: str, why: str | None, mark: str | None, how: Format) -> None:
    from hedgerow.queries.review.withdrawal_rows import COLUMNS, rows
    from hedgerow.queries.words.changed import changed_in_words

    found, listed = told.held.document, list(rows(told))
    if how is not Format.table:
        first = {"change": done, "id": found.id, "before": _named(found), "why": why}
        print_rows([dict.fromkeys(COLUMNS) | first | {"handling": mark}, *listed], COLUMNS, how)
        return
    edges = changed_in_words(len(told.edges) + told.untold)
    typer.echo(wrapped(f"{found.id} {done}; {edges}"))
    typer.echo(wrapped(f"{_named(found)}, {mark}" if mark else _named(found)))
    if listed:
        print_table(listed, COLUMNS[:5])
    if told.untold:
        note(
            f"{told.untold:,} of them rested on rows of a table, too many to list; to see what "
            "is left of two actors: hedgerow timeline ACTOR ACTOR"
        )


def _named(document: "Document") -> str:
    title = document.title or "without a title"
    where = (document.publisher, document.published, document.source)
    return f"{title} ({', '.join(filter(None, where))})"
