"""`hedgerow review add, same-actor, undo`: decisions that are not on claims at hand."""

from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from hedgerow.cli.review_recording import (
    ByOption,
    FieldsArgument,
    WhyOption,
    decide,
    fields_of,
    judgement,
    now,
    signed,
)
from hedgerow.errors import UsageError

SOURCE = ("url", "title", "publisher", "published")


def add(
    fields: FieldsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Add an edge by hand: type, actors, status and quote; date, level, item ... as known.

    Name its source with url, title, publisher, published; without any of them it is marked as
    the analyst's knowledge wherever it is shown.

    Example: hedgerow review add type=visit actors="Vietnam, Japan" status=occurred date=2025-03
    quote="The minister came in March." url=https://news.example/1
    """
    from hedgerow.graph.by_hand import entered
    from hedgerow.queries.review.entries import entered_before

    told = fields_of(fields)
    edge = {f"source_{name}" if name in SOURCE else name: value for name, value in told.items()}
    made = entered(edge, by=signed(by), at=now(), note=why or None)
    decide(store, how, lambda snapshot: entered_before(snapshot, made) or made)


def same_actor(
    wording: Annotated[str, typer.Argument(help="Words in which texts name an actor.")],
    actor: Annotated[str, typer.Argument(help="Whom they mean: a code or name.")],
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say whom a wording means, in the claims here and in those to come.

    Example: hedgerow review same-actor "the Kingdom" SAU
    """
    from hedgerow.ontology.actors import actors

    told = {"code": actors().resolve(actor).id, "text": wording}
    decide(store, how, lambda one: judgement(one, "same_actor", by, why, (), told))


def undo(
    target: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="Id of a judgement, or its first digits.")
    ],
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take a judgement back; both stay in the history, and undoing can be undone.

    Example: hedgerow review undo judgement/0a1b2c3d --why "misread"
    """
    from hedgerow.graph.records import Judgement
    from hedgerow.graph.snapshot import Snapshot
    from hedgerow.queries.questions.edge_ids import full_id

    def make(snapshot: Snapshot) -> Judgement:
        found = full_id(snapshot, target, ("judgement",))
        undoing = snapshot.judged().undoing(found)
        if undoing:
            raise UsageError(f"{found} was undone by {undoing[0].by}, with {undoing[0].id}.")
        return Judgement("undo", (), signed(by), now(), why or None, undoes=found)

    decide(store, how, make)
