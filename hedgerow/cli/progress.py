"""A progress bar on standard error for long work; nothing where that is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hedgerow.loaders.load_summary import Progress as Loaded

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
def loading(*, quiet: bool) -> Iterator[Callable[["Loaded"], None]]:
    """A bar over articles loaded; call what it yields with how far the load has come.

    It shows the rate of all workers together, and the time that remains where that is known.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda at: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.progress import TimeRemainingColumn as TimeRemaining

    told = "{task.fields[documents]:,} documents, {task.fields[rate]:.1f}/s, "
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TextColumn(told + "{task.fields[claims]:,} claims"),
    )
    with Progress(
        *columns,
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemaining(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("reading", total=None, documents=0, claims=0, rate=0.0)

        def advance(at: "Loaded") -> None:
            seconds = bar.tasks[task].elapsed or 0.0
            bar.update(
                task,
                total=None if at.fraction is None else 1.0,
                completed=at.fraction or 0.0,
                documents=at.documents,
                claims=at.claims,
                rate=at.documents / seconds if seconds else 0.0,
            )

        yield advance


@contextmanager
def nodes(*, quiet: bool, unit: str = "nodes", doing: str = "writing") -> Iterator[Done]:
    """A bar over nodes or other things; call what it yields with how many are done and in all.

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
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(f"{unit}, {{task.fields[rate]:,.0f}}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, rate=0.0)

        def advance(done: int, of: int) -> None:
            bar.update(task, total=of, completed=done, rate=bar.tasks[task].speed or 0.0)

        yield advance
