"""`hedgerow review accept, reject, correct ...`: deciding, and what that changes."""

from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, StoreOption
from hedgerow.cli.review_more import add, same_actor, undo
from hedgerow.cli.review_recording import (
    ByOption,
    ClaimsArgument,
    FieldsArgument,
    WhyOption,
    decide,
    fields_of,
    judgement,
)


def accept(
    claims: ClaimsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Accept claims: they are read right, and count however unsurely they were read.

    Example: hedgerow review accept claim/0a1b2c3d --why "checked against the treaty"
    """
    decide(store, how, lambda one: judgement(one, "accept", by, why, claims))


def reject(
    claims: ClaimsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Reject claims: their sentences do not say so, and they count no more.

    Example: hedgerow review reject claim/0a1b2c3d --why "a film plot"
    """
    decide(store, how, lambda one: judgement(one, "reject", by, why, claims))


def correct(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first digits.")],
    fields: FieldsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Correct fields of a claim: type, actors, status, date, level ...; `date=` clears one.

    Example: hedgerow review correct claim/0a1b2c3d status=planned date=2026-03
    """
    told = fields_of(fields)
    decide(store, how, lambda one: judgement(one, "correct", by, why, [claim], told))


def same(
    claims: ClaimsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say that claims tell of one event.

    Example: hedgerow review same claim/0a1b2c3d claim/4e5f6a7b
    """
    decide(store, how, lambda one: judgement(one, "same", by, why, claims))


def different(
    claims: ClaimsArgument,
    why: WhyOption = None,
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Say that claims tell of different events.

    Example: hedgerow review different claim/0a1b2c3d claim/4e5f6a7b
    """
    decide(store, how, lambda one: judgement(one, "different", by, why, claims))


def note_(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first digits.")],
    text: Annotated[str, typer.Argument(help="What to keep with it.")],
    by: ByOption = "",
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Keep a note with a claim; it changes nothing.

    Example: hedgerow review note claim/0a1b2c3d "ask the ministry for the text"
    """
    decide(store, how, lambda one: judgement(one, "note", by, text, [claim]))


def add_to(app: typer.Typer) -> None:
    """Make them commands of a group."""
    commands = (accept, reject, correct, same, different, add, same_actor, undo)
    for command in commands:
        app.command(command.__name__.replace("_", "-"))(command)
    app.command("note")(note_)
