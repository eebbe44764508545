"""`hedgerow cypher`: a query of one's own to a Neo4j database, which is never changed by it."""

import json
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from hedgerow.cli.options import (
    DatabaseOption,
    Format,
    FormatOption,
    PasswordFileOption,
    UserOption,
)
from hedgerow.cli.output import note, print_rows
from hedgerow.errors import UsageError


def cypher(
    neo4j: Annotated[
        str, typer.Option(metavar="URI", help="The server: neo4j://host:7687, neo4j+s://host.")
    ],
    query: Annotated[
        str, typer.Argument(help="The query; - or nothing reads it from standard input.")
    ] = "-",
    param: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="Value of $NAME: JSON where it is JSON, else text; may be repeated.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most rows to print.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that the query may take.")] = 60,
    how: FormatOption = Format.table,
    user: UserOption = None,
    password_file: PasswordFileOption = None,
    database: DatabaseOption = None,
) -> None:
    """Ask a Neo4j server in Cypher. Only what reads is run, and it is rolled back all the same.

    Example: hedgerow cypher "MATCH (a:State) RETURN a.name" --neo4j neo4j://localhost:7687
    """
    from hedgerow.graph.neo4j.reading import ReadOnly
    from hedgerow.graph.neo4j.target import target

    text = standard_input() if query == "-" else query
    if not text.strip():
        raise UsageError("There is no query; give one as an argument or on standard input.")
    given = parameters(param or ())
    to = target(neo4j, user=user, password_file=password_file, database=database)
    with ReadOnly(to) as server:
        found = server.ask(text, given, limit=limit, timeout=timeout)
    rows = found.rows if how is Format.json else [_in_cells(row) for row in found.rows]
    if rows or how is not Format.table:
        print_rows(rows, found.columns, how)
    else:
        note("no rows")
    if found.more:
        note(f"there are more than these {limit:,} rows; see --limit")


def parameters(stated: Iterable[str]) -> dict[str, Any]:
    """Parameters by name: `year=2023` is a number, `code=VNM` a text, `codes=["VNM"]` a list.

    Raises:
        UsageError: one has no name.
    """
    given: dict[str, Any] = {}
    for each in stated:
        name, equals, value = each.partition("=")
        if not name or not equals:
            raise UsageError(f"{each!r} is no parameter; write it as NAME=VALUE.")
        try:
            given[name.removeprefix("$")] = json.loads(value)
        except ValueError:
            given[name.removeprefix("$")] = value
    return given


def standard_input() -> str:
    """A query on standard input.

    Raises:
        UsageError: it is not UTF-8.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("The query on standard input is not UTF-8; save it as that.") from error


def _in_cells(row: dict[str, Any]) -> dict[str, Any]:
    """What is nested as JSON, since a cell holds a value or a list of them."""
    return {
        name: json.dumps(value, ensure_ascii=False) if _is_nested(value) else value
        for name, value in row.items()
    }


def _is_nested(value: object) -> bool:
    if isinstance(value, list):
        return any(isinstance(part, list | dict) for part in value)
    return isinstance(value, dict)
