"""`hedgerow hedging`: how a state stands between powers, with the edges behind each number."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    Format,
    FormatOption,
    MaxHandlingOption,
    NoProgressOption,
    QuietOption,
    RecordedOption,
    StoreOption,
)
from hedgerow.cli.output import print_rows, print_table, wrapped
from hedgerow.cli.viewing import viewing

if TYPE_CHECKING:
    from hedgerow.queries.hedging.hedging import Hedging
    from hedgerow.queries.hedging.lines import Line
    from hedgerow.queries.measures.weights import Weights
    from hedgerow.queries.reading.rows import Cell

COLUMNS = ("measure", "value", "range", "pipeline", "edges")
WHY_COLUMNS = ("date", "what", "worth", "level", "item", "status", "quote", "publisher", "id")

WeightsOption = Annotated[
    Path | None,
    typer.Option("--weights", help="Table of weights to use; hedgerow weights prints ours."),
]


def hedging(
    state: Annotated[str, typer.Argument(help="The state, by name or code.")],
    between: Annotated[
        str, typer.Option(help="Two or more poles, by name or code, with commas between.")
    ] = "USA,CHN",
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    weights: WeightsOption = None,
    why: Annotated[
        bool, typer.Option("--why", help="Also the edges behind it; as json or csv these alone.")
    ] = False,
    no_range: Annotated[
        bool, typer.Option("--no-range", help="Work out no range over resampled sources.")
    ] = False,
    store: StoreOption = DEFAULT_STORE,
    how: FormatOption = Format.table,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """How a state stands between powers: tie strength, lean, engagement, spread, ambivalence.

    Concluded matters only; those in prospect give the pipeline beside them. No number here is a
    measure of intent.

    Example: hedgerow hedging Vietnam --between USA,CHN --at 2025-12 --why
    """
    from hedgerow.graph.view import View
    from hedgerow.queries.hedging.hedging import hedging as measure
    from hedgerow.queries.questions.values import names_of

    view = View(known=as_known, recorded=recorded, handling=max_handling)
    with viewing(store, view, quiet=quiet, no_progress=no_progress) as snapshot:
        found = measure(
            snapshot,
            state,
            names_of(between),
            at or as_known,
            _weights(weights),
            resampled=not no_range,
        )
    if how is Format.table:
        _print(found, why=why)
    elif why:
        from hedgerow.queries.hedging.words import evidence_rows

        more = ("published", "source", "reliability", "credibility", "handling")
        print_rows(evidence_rows(found), ("with", *WHY_COLUMNS, *more), how)
    else:
        columns, rows = found.table()
        if found.handling:
            columns = (*columns, "handling")
            rows = tuple({**row, "handling": found.handling} for row in rows)
        print_rows(rows, columns, how)


def weights(
    table: Annotated[
        Path | None, typer.Argument(help="A table of weights to check; without it ours is printed.")
    ] = None,
) -> None:
    """Print the weights of the measures as a table to edit, or check an edited one.

    Example: hedgerow weights > mine.csv
    """
    import sys

    from hedgerow.queries.measures.weights import read_weights, write_weights

    if table is None:
        write_weights(sys.stdout)
        return
    typer.echo(f"{table} fits: version {read_weights(table).version}")


def _weights(path: Path | None) -> "Weights | None":
    if path is None:
        return None
    from hedgerow.queries.measures.weights import read_weights

    return read_weights(path)


def _print(found: "Hedging", *, why: bool) -> None:
    from hedgerow.queries.hedging.words import basis, evidence_rows

    typer.echo(wrapped(found.in_words))
    print_table([_shown(line) for line in found.lines], COLUMNS)
    for line in basis(found):
        typer.echo(wrapped(line))
    if why:
        typer.echo("")
        print_table(evidence_rows(found), (*WHY_COLUMNS, "reliability", "credibility", "handling"))
    else:
        typer.echo("\nThe edges behind it: --why. The weights: hedgerow weights.")


def _shown(line: "Line") -> "dict[str, Cell]":
    low, high = line.shown(line.low), line.shown(line.high)
    return {
        "measure": f"{line.measure} ({line.scale})",
        "value": line.shown(line.value) or "no data",
        "range": f"{low} to {high}" if low else None,
        "pipeline": line.shown(line.pipeline),
        "edges": f"{len(line.edges)}, thin" if line.is_thin else len(line.edges),
    }
