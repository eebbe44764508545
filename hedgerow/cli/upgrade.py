"""`hedgerow upgrade`: a store of an earlier version brought up to date, with a backup beside it."""

from typing import TYPE_CHECKING

from hedgerow.cli.options import DEFAULT_STORE, QuietOption, StoreOption
from hedgerow.cli.output import note, print_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hedgerow.graph.ledger import Version

HOWS = ("added", "changed", "removed")


def upgrade(store: StoreOption = DEFAULT_STORE, quiet: QuietOption = False) -> None:
    """Bring a store that an earlier version wrote up to date, and tell what that changes.

    The store as it was is kept beside it, named by version and date. Documents, claims and
    judgements stay as they are; events and ties are resolved anew.

    Example: hedgerow upgrade --store news.store
    """
    from hedgerow.graph.upgrade import upgrade as bring_up_to_date
    from hedgerow.queries.words.phrases import counted

    done = bring_up_to_date(store)
    if done is None:
        note(f"{store} is up to date already", quiet=quiet)
        return
    rows = _rows(done.changes)
    if rows:
        print_table(rows, ("edges", *HOWS))
    note(f"{store} was resolved by {done.before}, and is now by {done.after}", quiet=quiet)
    changed = counted(sum(done.changes.values()), "event or tie", "events and ties")
    note(f"{changed} changed; there are {done.edges:,} now", quiet=quiet)
    note(f"the store as it was is kept as {done.kept}", quiet=quiet)


def tell_refresh(version: "Version") -> None:
    """Say that a store is brought up to date on the way, as it is opened to be written to."""
    note(
        f"the store was resolved by {version}, so all is resolved anew first; 'hedgerow upgrade' "
        "keeps a backup and tells what that changes"
    )


def _rows(changes: "Mapping[tuple[str, str], int]") -> list[dict[str, object]]:
    kinds = sorted({what for what, _ in changes})
    return [{"edges": kind} | {how: changes.get((kind, how)) for how in HOWS} for kind in kinds]
