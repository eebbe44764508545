"""`hedgerow backup` and `hedgerow restore`: a store's copy, and a store from one."""

from pathlib import Path
from typing import Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, NoProgressOption, QuietOption, StoreOption
from hedgerow.cli.output import note


def backup(
    target: Annotated[Path, typer.Argument(help="Folder to make, best on another disk.")],
    no_verify: Annotated[
        bool, typer.Option("--no-verify", help="Do not compare the copy with the store; faster.")
    ] = False,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Copy the store as it is now, while others read and write it, into a new folder.

    The copy can be opened as a store itself. On the disk of the store it shares that one's files,
    which takes no room but does not outlive the disk. For one file that any version reads, use
    `hedgerow export nq --with-ledger -o FILE.nq`. What an earlier run for the same TARGET left when
    it was killed is removed.

    Example: hedgerow backup /mnt/disk/monday.backup
    """
    from hedgerow.cli.progress import nodes
    from hedgerow.graph.backup import backup as make
    from hedgerow.queries.words.phrases import counted

    with nodes(quiet=quiet or no_progress, unit="lines", doing="comparing") as progress:
        made = make(store, target, verify=not no_verify, progress=progress)
    documents, claims = made.counts["documents"], made.counts["claims"]
    told = f"{counted(documents, 'document')}, {counted(claims, 'claim')}"
    sure = "not compared with the store" if no_verify else "equal to the store"
    note(f"{target}: commit {made.sequence:,}, {told}; {sure}", quiet=quiet)


def restore(
    source: Annotated[
        Path, typer.Argument(help="A backup, or a file of `export nq --with-ledger`, also .gz.")
    ],
    store: StoreOption = DEFAULT_STORE,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Keep the store that is there as NAME.before-restore."),
    ] = False,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Make a store of a backup once every file of it proved to be unchanged.

    A store that is there is left alone unless you give --replace. Out of an export every document
    is recorded as of now; only a backup keeps when each was.

    Example: hedgerow restore /mnt/disk/monday.backup --store news.store
    """
    from hedgerow.cli.progress import nodes
    from hedgerow.graph.restore import restore as make
    from hedgerow.queries.words.phrases import counted

    with nodes(quiet=quiet or no_progress, unit="files", doing="copying") as progress:
        made = make(source, store, replace=replace, progress=progress)
    if made.counts is None:
        told = "of an earlier format; bring it up to date with 'hedgerow upgrade'"
    else:
        documents = counted(made.counts.documents, "document")
        told = f"{documents}, {counted(made.counts.claims, 'claim')}"
    note(f"{store}: {told}", quiet=quiet)
    if not source.is_dir():
        note("every document is recorded as of now: an export does not restore when", quiet=quiet)
    if made.kept is not None:
        note(f"the store that was there is kept as {made.kept}", quiet=quiet)
