"""What came of all cycles, as a table and as JSON."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich.table import Table

from tests.torture.cycle import Outcome

SUMMED = ("harmed", "acknowledged", "missing", "doubled", "resumed", "refused", "seconds")
COLUMNS = ("operation", "harm", "cycles", "cut off", *SUMMED[1:])


def summary(outcomes: list[Outcome]) -> str:
    """All in one line."""
    sums = {name: sum(getattr(each, name) for each in outcomes) for name in (*SUMMED, "lost")}
    return (
        "{cycles} cycles, {harmed} cut off, {acknowledged} commits acknowledged, {missing} "
        "missing, {doubled} doubled, {lost} cycles failed"
    ).format(cycles=len(outcomes), **sums)


def table(outcomes: Iterable[Outcome]) -> Table:
    """A row for each pair of operation and harm."""
    found = Table(*COLUMNS)
    for row in _rows(outcomes):
        found.add_row(*(f"{each:.1f}" if isinstance(each, float) else str(each) for each in row))
    return found


def _rows(outcomes: Iterable[Outcome]) -> Iterator[tuple[object, ...]]:
    by_pair: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_pair[each.operation, each.harm].append(each)
    for (operation, harm), found in sorted(by_pair.items()):
        counts = ("harmed", "acknowledged", "missing", "doubled", "resumed", "refused", "seconds")
        yield (
            operation,
            harm,
            len(found),
            *(sum(getattr(e, name) for e in found) for name in counts),
        )


def report(outcomes: list[Outcome], seed: int) -> dict[str, object]:
    """The same for other programs, with every cycle."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in _rows(outcomes)]
    cycles = [asdict(each) for each in outcomes]
    return {"seed": seed, "cycles": len(outcomes), "rows": rows, "all": cycles}
