"""Recording a judgement from the command line, and telling what it changes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import Format
from hedgerow.cli.output import note, print_rows, print_table, shortened, wrapped
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.changes import Changes
    from hedgerow.graph.records import Judgement
    from hedgerow.graph.snapshot import Snapshot

COLUMNS = ("change", "id", "before", "after")
ClaimsArgument = Annotated[
    list[str], typer.Argument(metavar="CLAIM...", help="Ids of claims, or their first digits.")
]
FieldsArgument = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...")]
WhyOption = Annotated[str | None, typer.Option(help="The reason, kept with it.")]
ByOption = Annotated[str, typer.Option(envvar="USER", help="Who decides it.", show_default=False)]


def judgement(
    snapshot: "Snapshot",
    decision: str,
    by: str,
    why: str | None,
    claims: Sequence[str] = (),
    corrections: dict[str, str] | None = None,
) -> "Judgement":
    """A judgement made now, on claims by ids that may be cut short."""
    from hedgerow.graph.records import Judgement
    from hedgerow.queries.questions.edge_ids import full_id

    ids = sorted({full_id(snapshot, each, ("claim",)) for each in claims})
    if decision in ("same", "different") and len(ids) < 2:
        raise UsageError(f"Which claims are {decision} needs two of them at least.")
    if decision == "note" and not (why or "").strip():
        raise UsageError("A note needs text.")
    return Judgement(decision, tuple(ids), signed(by), now(), why or None, corrections or {})


def decide(store: Path, how: Format, make: "Callable[[Snapshot], Judgement]") -> None:
    """Record a judgement, and tell what it changes.

    Raises:
        UsageError: it cannot be applied, or names what is not here.
    """
    from hedgerow.cli.load import open_patiently
    from hedgerow.graph.changes import Changes
    from hedgerow.graph.store import Store
    from hedgerow.queries.review.merging import why_apart

    Store.read(store).close()  # opening for writing would make a store where there is none
    apart = None
    with open_patiently(store) as opened:
        made = make(opened)
        known = made.id in opened.judged().all
        changes = Changes("known already") if known else opened.judge(made)
        if made.decision == "same":
            apart = why_apart(opened, opened.judged(), made.claims)
    tell("already entered" if known else "recorded", changes, how, made)
    if apart is not None:
        note(f"this makes them no single event: {apart}")
    if how is Format.table and not known:
        note(f"take it back: hedgerow review undo {shortened(made.id)}")


def tell(done: str, changes: "Changes", how: Format, made: "Judgement | None" = None) -> None:
    """Print what was done and which events and ties that changed, before and after."""
    from hedgerow.queries.words.changed import changed, changed_in_words

    first = [] if made is None else [{"change": done, "id": made.id}]
    rows = [
        {"change": each.how, "id": each.id, "before": each.before, "after": each.after}
        for each in changed(changes)
    ]
    if how is not Format.table:
        print_rows([*first, *rows], COLUMNS, how)
        return
    edges = changed_in_words(len(rows) + changes.untold)
    known = made is not None and done != "recorded"
    told = f"{done}, {made.id}" if known and made else f"{made.id if made else 'judgements'} {done}"
    typer.echo(wrapped(f"{told}; {edges}"))
    if rows:
        print_table(rows, COLUMNS)


def fields_of(told: Sequence[str]) -> dict[str, str]:
    """Fields and values of `FIELD=VALUE`; actors may be named with commas between them.

    Raises:
        UsageError: one has no such form, or a field comes twice.
    """
    from hedgerow.ontology.actors import actors

    found: dict[str, str] = {}
    for each in told:
        name, sign, value = each.partition("=")
        name = name.strip().replace("-", "_")
        if not sign or not name or name in found:
            raise UsageError(f"{each!r} is no field to set; write each once, as status=planned.")
        found[name] = value.strip()
    if "," in found.get("actors", ""):
        parts = filter(None, map(str.strip, found["actors"].split(",")))
        found["actors"] = " ".join(actors().resolve(part).id for part in parts)
    return found


def signed(by: str) -> str:
    """Who decides; UsageError where nobody is named."""
    from hedgerow.viz.plain import plain

    name = plain(by).strip()
    if not any(letter.isalnum() for letter in name):
        raise UsageError("A judgement is signed; say who decides with --by NAME.")
    return name


def now() -> str:
    """The present instant as judgements have it."""
    import datetime as dt

    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
