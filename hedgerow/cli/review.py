"""`hedgerow review`: what waits for a person, and what was decided."""

from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli import review_deciding, review_exchange, review_telling
from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from hedgerow.cli.output import note, print_rows, shortened

if TYPE_CHECKING:
    from pathlib import Path

app = typer.Typer(
    help="Claims that wait for a person, and decisions on them; alone it lists what waits.\n\n"
    "Example: hedgerow review --about Vietnam"
)
ReasonOption = Annotated[
    str | None, typer.Option(help="Only what waits for this reason, such as contested.")
]
AboutOption = Annotated[str | None, typer.Option(help="Only claims on this actor.")]
TypeOption = Annotated[str | None, typer.Option("--type", help="Only claims of this type.")]
LimitOption = Annotated[int, typer.Option(min=1, help="At most so many.")]


@app.callback(invoke_without_command=True)
def review(
    context: typer.Context,
    reason: ReasonOption = None,
    about: AboutOption = None,
    type_: TypeOption = None,
    limit: LimitOption = 20,
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Claims that wait for a person, the weightiest first, and decisions on them.

    Without a command it lists what waits. Everything decided is kept and can be undone.

    Example: hedgerow review --about Vietnam --reason contested
    """
    if context.invoked_subcommand is None:
        _list(store, reason, about, type_, limit, how)


@app.command("list")
def list_(
    reason: ReasonOption = None,
    about: AboutOption = None,
    type_: TypeOption = None,
    limit: LimitOption = 20,
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """List what waits for a person, the weightiest first.

    Example: hedgerow review list --type arms_deal --limit 5
    """
    _list(store, reason, about, type_, limit, how)


def _list(
    store: "Path",
    reason: str | None,
    about: str | None,
    type_: str | None,
    limit: int,
    how: Format,
) -> None:
    from hedgerow.errors import UsageError
    from hedgerow.graph.store import Store
    from hedgerow.ontology.actors import actors
    from hedgerow.ontology.vocabulary import vocabulary
    from hedgerow.queries.review.queue import Filter, numbers, queue
    from hedgerow.queries.review.telling import WAITING, waiting_rows

    actor = None if about is None else actors().resolve(about).id
    kind = None if type_ is None else vocabulary().tie_type(type_).name
    with Store.read(store) as snapshot:
        by_reason, _ = numbers(snapshot, settled=False)
        if reason is not None and reason not in by_reason:
            known = ", ".join(sorted(by_reason)) or "nothing waits"
            raise UsageError(f"Nothing waits for the reason {reason!r}; there is: {known}.")
        wanted = Filter(actor, kind, reason, settled=False)
        found = [each for each in queue(snapshot) if wanted.passes(each)]
        rows = list(waiting_rows(snapshot, found[:limit]))
    print_rows(rows, WAITING, how)
    if how is Format.table:
        more = f"; {len(found) - limit:,} more with --limit" if len(found) > limit else ""
        note(f"{len(rows):,} of {len(found):,} claims that wait{more}")
        if rows:
            note(f"next: hedgerow review show {shortened(str(rows[0]['claim']))}")


review_telling.add_to(app)
review_deciding.add_to(app)
review_exchange.add_to(app)
