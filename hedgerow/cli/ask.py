"""`hedgerow ask`: the library of questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    DatabaseOption,
    Format,
    FormatOption,
    PasswordFileOption,
    StoreOption,
    UserOption,
)
from hedgerow.cli.output import print_rows, print_table, safe
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.queries.archive import Reader
    from hedgerow.queries.asking import Answer
    from hedgerow.queries.header import Question


def ask(
    question: Annotated[
        str | None, typer.Argument(help="Name of a question; without it they are listed.")
    ] = None,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(help="Its parameters in order, or as name=value.", show_default=False),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    how: FormatOption = Format.table,
    neo4j: Annotated[
        str | None,
        typer.Option(metavar="URI", help="Ask a Neo4j server that a store was synced to."),
    ] = None,
    user: UserOption = None,
    password_file: PasswordFileOption = None,
    database: DatabaseOption = None,
) -> None:
    """Ask the store, or a Neo4j server, a question: the answer in words first, then the rows.

    Example: hedgerow ask levels Vietnam "United States"
    """
    from hedgerow.queries import library
    from hedgerow.queries.asking import ask as ask_question

    if question is None:
        _list_questions()
        return
    asked = library.question(question)
    given = named_arguments(asked, arguments or [])
    with _reader(store, neo4j, user, password_file, database) as reader:
        answer = ask_question(reader, question, given)
    if how is Format.table:
        typer.echo(safe(answer.in_words))
    if answer.rows or how is not Format.table:
        rows = answer.rows if how is not Format.table else with_names(answer)
        print_rows(rows, [column.name for column in answer.columns], how)


@contextmanager
def _reader(
    store: Path, uri: str | None, user: str | None, password_file: Path | None, database: str | None
) -> "Iterator[Reader]":
    """The server that is named, else the store."""
    if uri is not None:
        from hedgerow.graph.neo4j.connection import Server
        from hedgerow.graph.neo4j.target import target

        to = target(uri, user=user, password_file=password_file, database=database)
        with Server(to) as server:
            yield server
        return
    if user or password_file or database:
        raise UsageError("--user, --password-file and --database need --neo4j URI.")
    from hedgerow.graph.store import Store

    with Store.read(store) as snapshot:
        yield snapshot


def with_names(answer: "Answer") -> list[dict[str, Any]]:
    """The rows with our short names where codes of actors stand, for people to read."""
    from hedgerow.ontology.actors import actors

    kinds = {column.name: column.kind for column in answer.columns}

    def named(column: str, value: object) -> object:
        if isinstance(value, str) and kinds[column] == "actor":
            return actors().name(value)
        if isinstance(value, tuple) and kinds[column] == "actors":
            return tuple(actors().name(str(code)) for code in value)
        return value

    return [{name: named(name, value) for name, value in row.items()} for row in answer.rows]


def named_arguments(asked: "Question", arguments: list[str]) -> dict[str, str]:
    """Arguments by parameter name: `name=value` as stated, the others in order.

    Raises:
        UsageError: there are more arguments than parameters.
    """
    names = [parameter.name for parameter in asked.parameters]
    named = dict(a.split("=", 1) for a in arguments if a.split("=", 1)[0] in names and "=" in a)
    free = [name for name in names if name not in named]
    positional = [a for a in arguments if "=" not in a or a.split("=", 1)[0] not in names]
    if len(positional) > len(free):
        raise UsageError(f"{asked.name} takes {usage(asked)}; {positional[-1]!r} is one too many")
    return {**dict(zip(free, positional, strict=False)), **named}


def usage(asked: "Question") -> str:
    """The parameters as a usage line shows them: `a [b] [at=newest]`."""
    return " ".join(
        p.name if p.required else f"[{p.name}={p.default}]" if p.default else f"[{p.name}]"
        for p in asked.parameters
    )


def _list_questions() -> None:
    from hedgerow.queries.library import questions

    rows = [
        {"question": f"{q.name} {usage(q)}", "what it answers": q.description}
        for q in questions().values()
    ]
    print_table(rows, ("question", "what it answers"))
    typer.echo("ask one: hedgerow ask levels Vietnam")
