"""`hedgerow doctor`: whether a store is sound, and what to do where it is not."""

import json
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, NoProgressOption, QuietOption, StoreOption
from hedgerow.cli.output import note, wrapped

if TYPE_CHECKING:
    from hedgerow.graph.doctor.trouble import Trouble

SHOWN = 10
"""Findings of one kind that are printed; JSON has all."""


class DoctorFormat(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"


def doctor(
    quick: Annotated[
        bool, typer.Option("--quick", help="Leave out the SHACL shapes, which take longest.")
    ] = False,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Mend what is derived, with a backup beside the store."),
    ] = False,
    format_: Annotated[
        DoctorFormat,
        typer.Option(
            "--format", "-f", help="How findings are printed; json is one array, repaired ones too."
        ),
    ] = DoctorFormat.text,
    store: StoreOption = DEFAULT_STORE,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Check a store to the last claim: its files, hashes, quotes, references, dates and events.

    Ends with 0 where it is sound and 1 where something is wrong. Nothing is changed without
    --repair, and with it only what derives from documents, claims and judgements.

    Example: hedgerow doctor --quick
    """
    tell = _Teller(silent=quiet or no_progress, printing=format_ is DoctorFormat.text)
    _present(store, quiet=quiet)
    found = tell.all(store, quick=quick)
    mended: list[Trouble] = []
    if repair and any(each.kind.repaired for each in found):
        _repair(store, quiet=quiet)
        before, found = found, tell.all(store, quick=quick)
        mended = [each for each in before if each not in found]
    if format_ is DoctorFormat.json:
        rows = [each.as_row() | {"repaired": True} for each in mended]
        rows += [each.as_row() | {"repaired": False} for each in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    wrong = [each for each in found if each.is_wrong]
    _sum_up(wrong, repair=repair, quiet=quiet)
    if wrong:
        raise typer.Exit(1)


class _Teller:
    """Prints what is found as it is found, under a bar of how far the check is."""

    def __init__(self, *, silent: bool, printing: bool) -> None:
        self._silent = silent
        self._printing = printing

    def all(self, store: Path, *, quick: bool) -> "list[Trouble]":
        """Every finding."""
        from hedgerow.graph.doctor.examine import examine

        found: list[Trouble] = []
        numbers: Counter[str] = Counter()
        with ExitStack() as bars:
            for each in examine(store, quick=quick, starting=self._bar(bars)):
                found.append(each)
                numbers[each.name] += 1
                if self._printing:
                    self._print(each, numbers[each.name])
        if self._printing and max(numbers.values(), default=0) > SHOWN:
            note(f"of each kind {SHOWN} are shown; --format json lists all")
        return found

    def _bar(self, bars: ExitStack) -> "Callable[[str], Callable[[int, int], None]]":
        from hedgerow.cli.progress import nodes

        def start(title: str) -> Callable[[int, int], None]:
            bars.close()
            return bars.enter_context(nodes(quiet=self._silent, unit="done", doing=title))

        return start

    def _print(self, each: "Trouble", number: int) -> None:
        if number <= SHOWN:
            typer.echo(wrapped(f"{each.kind.gravity}: {each.name}: {each.subject} {each.message}"))
        if number == 1:
            typer.echo(wrapped(f"  {each.kind.remedy}", "  "))


def _present(store: Path, *, quiet: bool) -> None:
    """Which versions wrote it, where that can be read."""
    from hedgerow.errors import StoreError
    from hedgerow.graph.folder import StoreFolder
    from hedgerow.graph.snapshot import Snapshot

    form = StoreFolder(store).format
    try:
        with Snapshot.open(store) as snapshot:
            told = f"commit {snapshot.sequence:,}, resolved by {snapshot.version}"
    except (StoreError, RuntimeError):
        told = "not readable"
    note(f"{store}: format {form}, {told}", quiet=quiet)


def _repair(store: Path, *, quiet: bool) -> None:
    from hedgerow.graph.backup import backup
    from hedgerow.graph.doctor.repair import repair
    from hedgerow.graph.restore import free_name

    kept = free_name(store, "before-repair")
    backup(store, kept, verify=False)
    note(f"the store as it was is kept as {kept}", quiet=quiet)
    repair(store)
    note("repaired; checked again:", quiet=quiet)


def _sum_up(wrong: "list[Trouble]", *, repair: bool, quiet: bool) -> None:
    if not wrong:
        note("the store is sound", quiet=quiet)
        return
    by_name = Counter(each.name for each in wrong)
    told = ", ".join(f"{number:,} of {name}" for name, number in sorted(by_name.items()))
    mending = any(each.kind.repaired for each in wrong) and not repair
    note(
        f"the store is not sound: {told}" + ("; --repair mends what is derived" if mending else "")
    )
