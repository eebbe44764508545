"""`hedgerow ask`: the library of questions."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    AsKnownOption,
    AtOption,
    DatabaseOption,
    Format,
    FormatOption,
    MaxHandlingOption,
    NoProgressOption,
    PasswordFileOption,
    QuietOption,
    RecordedOption,
    StoreOption,
    UserOption,
)
from hedgerow.cli.output import print_rows, print_table, wrapped
from hedgerow.cli.servers import server_at
from hedgerow.cli.viewing import actors_asked, viewing, with_own_day
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.queries.asking import Answer


def ask(
    question: Annotated[
        str | None, typer.Argument(help="Name of a question; without it they are listed.")
    ] = None,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(help="Its parameters in order, or as name=value.", show_default=False),
    ] = None,
    at: AtOption = None,
    as_known: AsKnownOption = None,
    recorded: RecordedOption = None,
    max_handling: MaxHandlingOption = None,
    store: StoreOption = DEFAULT_STORE,
    how: FormatOption = Format.table,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
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

    Example: hedgerow ask arms Vietnam --as-known 2024-06
    """
    from hedgerow.graph.view import View
    from hedgerow.queries.asking import ask as ask_question
    from hedgerow.queries.questions import library
    from hedgerow.queries.questions.parameters import named_arguments

    if question is None:
        _list_questions()
        return
    asked = library.question(question)
    stated = named_arguments(asked, arguments or [])
    given, view = with_own_day(asked, stated, View(at, as_known, recorded, max_handling))
    if neo4j is not None and view:
        raise UsageError(
            f"A server holds the newest state, not that {view}; ask the store, without --neo4j."
        )
    server = server_at(neo4j, user, password_file, database)
    about = actors_asked(asked, given)
    opened = server or viewing(store, view, about=about, quiet=quiet, no_progress=no_progress)
    with opened as reader:
        answer = ask_question(reader, question, given)
    if how is Format.table:
        typer.echo(wrapped(answer.in_words))
    if answer.rows or how is not Format.table:
        rows = answer.rows if how is not Format.table else with_names(answer)
        print_rows(rows, [column.name for column in answer.columns], how)
    if how is Format.table:
        for line in answer.notes:
            typer.echo(wrapped(line))


def with_names(answer: "Answer") -> list[dict[str, Any]]:
    """The rows for people to read: short names for codes, of a table's row its note only."""
    from hedgerow.ontology.actors import actors
    from hedgerow.queries.words.phrases import shown_quote

    kinds = {column.name: column.kind for column in answer.columns}

    def named(column: str, value: object) -> object:
        if isinstance(value, str) and kinds[column] == "actor":
            return actors().name(value)
        if isinstance(value, str):
            return shown_quote(value)
        if isinstance(value, tuple) and kinds[column] == "actors":
            return tuple(actors().name(str(code)) for code in value)
        return value

    return [{name: named(name, value) for name, value in row.items()} for row in answer.rows]


def _list_questions() -> None:
    from hedgerow.queries.questions.library import questions
    from hedgerow.queries.questions.parameters import usage

    rows = [{"question": usage(q), "what it answers": q.description} for q in questions().values()]
    print_table(rows, ("question", "what it answers"))
    typer.echo("ask one: hedgerow ask levels Vietnam")
