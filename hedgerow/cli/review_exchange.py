"""`hedgerow review export` and `import`: judgements alone, as JSON Lines."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, FormatOption, OutOption, StoreOption
from hedgerow.cli.output import note, write_or_print
from hedgerow.cli.review_recording import tell
from hedgerow.errors import InputError, UsageError


def export(out: OutOption = None, store: StoreOption = DEFAULT_STORE) -> None:
    """Write all judgements, one JSON object a line, as `review import` reads them.

    Example: hedgerow review export -o judgements.jsonl
    """
    from hedgerow.graph.judgements_json import lines
    from hedgerow.graph.store import Store

    with Store.read(store) as snapshot:
        found = snapshot.judgements()
    write_or_print("".join(lines(found)), out)
    note(f"{len(found):,} judgements")


def import_(
    file: Annotated[Path, typer.Argument(help="JSON Lines, or - for standard input.")],
    how: FormatOption = Format.table,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Take over judgements from a file, all or none; on claims to come they wait.

    Example: hedgerow review import judgements.jsonl
    """
    from hedgerow.cli.load import open_patiently
    from hedgerow.graph.judgements_json import read_lines
    from hedgerow.graph.store import Store

    Store.read(store).close()  # opening for writing would make a store where there is none
    try:
        # Not splitlines: a note may hold what it takes for the end of a line.
        found = read_lines(_text(file).split("\n"))
    except UsageError as error:
        raise UsageError(f"{file}: {error} Nothing was taken over.") from error
    with open_patiently(store) as opened:
        known = opened.judged().all.keys()
        fresh = {each.id for each in found} - known
        changes = opened.adopt(found)
        waiting = {each.judgement.id for each in opened.orphaned()} & fresh
    tell(f"taken over: {len(fresh):,} new of {len(found):,}", changes, how)
    if waiting:
        note(
            f"{len(waiting):,} name claims that are not here; to list such judgements: "
            "hedgerow review orphaned"
        )


def add_to(app: typer.Typer) -> None:
    """Make them commands of a group."""
    app.command("export")(export)
    app.command("import")(import_)


def _text(file: Path) -> str:
    from hedgerow.loaders.sources import STANDARD_INPUT

    try:
        data = sys.stdin.buffer.read() if str(file) == STANDARD_INPUT else file.read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read as text in UTF-8 ({error}).") from error
