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
EngineOption = Annotated[
    list[str] | None,
    typer.Option("--engine", help="Name of an engine that votes; may be repeated."),
]
LlmOption = Annotated[
    str | None,
    typer.Option(
        help="Base URL of a language model to ask too; texts are sent there. See docs/llm.md."
    ),
]
LlmModelOption = Annotated[str | None, typer.Option(help="Name of the model behind --llm.")]
LlmKeyFileOption = Annotated[
    Path | None, typer.Option(help="File with the key of --llm [else HEDGEROW_LLM_KEY].")
]
LlmBudgetOption = Annotated[int, typer.Option(min=1, help="Most requests to --llm in this run.")]
LlmArticlesOption = Annotated[
    bool, typer.Option("--llm-articles", help="Let --llm read whole articles too.")
]
LlmCacheOption = Annotated[
    Path | None, typer.Option(help="Folder for answers of --llm [the user's cache].")
]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (YYYY-MM-DD) of files that carry none of their own."),
]
UserOption = Annotated[
    str | None, typer.Option(help="User of the server [else NEO4J_USERNAME, else neo4j].")
]
PasswordFileOption = Annotated[
    Path | None,
    typer.Option(help="File with the password [else NEO4J_PASSWORD, else you are asked]."),
]
DatabaseOption = Annotated[
    str | None, typer.Option(help="Database on the server [the user's own].")
]
