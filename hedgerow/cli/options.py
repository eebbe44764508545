"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("hedgerow.store")


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", envvar="HEDGEROW_STORE", help="Folder of the store.", show_default=True
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", help="How rows are printed; json is one array of objects."),
]
OutOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print results and errors only.")]
NoProgressOption = Annotated[bool, typer.Option("--no-progress", help="Draw no progress bar.")]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (YYYY-MM-DD) of files that carry none of their own."),
]
