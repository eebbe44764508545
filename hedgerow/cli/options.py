"""Options that several commands share."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hedgerow.errors import UsageError

DEFAULT_STORE = Path("hedgerow.store")


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def last_day(text: str) -> dt.date:
    """The last day that `2023`, `2023-09` or `2023-09-10` can mean.

    Raises:
        UsageError: it is no such date.
    """
    from hedgerow.ontology.partial_date import parse_partial_date

    try:
        return parse_partial_date(text).latest
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no date; write it as 2023, 2023-09 or 2023-09-10."
        ) from error


def most_restricted(text: str) -> str:
    """The strictest handling mark that may be shown.

    Raises:
        UsageError: it has no place in the order of marks.
    """
    from hedgerow.ontology.gradings import limit

    return limit(text)


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", envvar="HEDGEROW_STORE", help="Folder of the store.", show_default=True
    ),
]
AtOption = Annotated[
    dt.date | None,
    typer.Option(
        "--at", metavar="DATE", parser=last_day, help="What held or had happened on that day."
    ),
]
AsKnownOption = Annotated[
    dt.date | None,
    typer.Option(
        "--as-known", metavar="DATE", parser=last_day, help="What was published by that day."
    ),
]
RecordedOption = Annotated[
    dt.date | None,
    typer.Option(
        "--recorded", metavar="DATE", parser=last_day, help="What the store held by then, in UTC."
    ),
]
HandlingOption = Annotated[
    str | None,
    typer.Option("--handling", metavar="MARK", help="Who may see what is loaded, as TLP:AMBER."),
]
MaxHandlingOption = Annotated[
    str | None,
    typer.Option(
        "--max-handling",
        metavar="MARK",
        parser=most_restricted,
        help="Leave out documents with a stricter mark, as TLP:GREEN.",
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
WorkersOption = Annotated[
    int, typer.Option(min=1, help="Processes that read articles; 1 reads in this one.")
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Dask scheduler whose workers read articles, such as tcp://host:8786.",
    ),
]
MappingOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="What the columns of an event table mean, as YAML; see docs/tables.md."
    ),
]
DomesticOption = Annotated[
    bool, typer.Option("--domestic", help="Of event tables, take rows within one state, too.")
]
ConfidenceOption = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, help="How surely rows of event tables are read; below 0.5 they wait."
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (YYYY-MM-DD) of files that carry none of their own."),
]
SourcesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, glob patterns, addresses (https://...), or - for standard input.",
        show_default=False,
    ),
]
UrlsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="File of addresses to fetch, one a line; - is standard input."
    ),
]
AllowHostOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HOST", help="Fetch from this host even if it is on a private network; repeatable."
    ),
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
