"""A progress bar on standard error for long work; nothing where that is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, float | None], None]
Done = Callable[[int, int], None]


@contextmanager
def reading(*, quiet: bool) -> Iterator[Advance]:
    """A bar over documents read; call what it yields with the count and the fraction done."""
    if quiet or not sys.stderr.isatty():
        yield lambda documents, fraction: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.fields[documents]} documents"))
    with Progress(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("reading", total=None, documents=0)

        def advance(documents: int, fraction: float | None) -> None:
            total = None if fraction is None else 1.0
            bar.update(task, documents=documents, total=total, completed=fraction or 0.0)

        yield advance


@contextmanager
def nodes(*, quiet: bool) -> Iterator[Done]:
    """A bar over nodes written; call what it yields with how many are done and how many there are.

    It shows the rate and the time that remains.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("writing"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("nodes, {task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("writing", total=None, rate=0.0)

        def advance(done: int, of: int) -> None:
            bar.update(task, total=of, completed=done, rate=bar.tasks[task].speed or 0.0)

        yield advance
