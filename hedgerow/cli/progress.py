"""A progress bar on standard error for long work; nothing where that is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, float | None], None]


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
