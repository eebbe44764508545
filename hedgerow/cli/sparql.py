"""`hedgerow sparql`: a query of one's own to the store, which is never changed by it."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import DEFAULT_STORE, Format, StoreOption
from hedgerow.cli.output import as_csv, as_json, note, print_rows, safe
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.own_sparql import Answer

FILES = (".rq", ".sparql")
MEGABYTE = 2**20
MOST, MOST_IN_A_TABLE = 64 * MEGABYTE, 4 * MEGABYTE
"""Bytes of an answer; a table is laid out as a whole, which takes long."""


class Form(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"
    ttl = "ttl"
    nt = "nt"


def sparql(
    query: Annotated[
        str,
        typer.Argument(help="The query, or a file that ends in .rq; - reads standard input."),
    ] = "-",
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="Most rows or triples to print.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that the query may take.")] = 60,
    how: Annotated[
        Form,
        typer.Option("--format", "-f", help="ttl and nt are for CONSTRUCT and DESCRIBE."),
    ] = Form.table,
) -> None:
    """Ask the store in SPARQL: what reads it is run, apart from us and within limits.

    Example: hedgerow sparql "SELECT ?quote { ?claim hr:quote ?quote }" --limit 10
    """
    from hedgerow.graph.own_sparql import Limits, ask

    text = _text_of(query)
    if not text.strip():
        raise UsageError("There is no query; give one as an argument or on standard input.")
    form = {Form.table: "short", Form.ttl: "ttl", Form.nt: "nt"}.get(how, "values")
    most = MOST_IN_A_TABLE if how is Form.table else MOST
    with ask(store, text, form=form, limits=Limits(limit, timeout, size=most)) as answer:
        _print(answer, how)
        if answer.full:
            other = ", or for csv" if how is Form.table else ""
            note(f"there is more than the {most // MEGABYTE} MB of an answer; ask for less{other}")
        elif answer.more:
            kind = "triples" if how in (Form.ttl, Form.nt) else "rows"
            note(f"there are more than these {limit:,} {kind}; see --limit")
    _tell_marks(store)


def _tell_marks(store: Path) -> None:
    """Say that marked documents are here, which a query of one's own shows like all others."""
    from hedgerow.graph.snapshot import Snapshot

    with Snapshot.open(store) as snapshot:
        mark = snapshot.ratings().strictest
    if mark is not None:
        note(
            f"this store holds documents marked {mark}; a query of one's own knows no limit of "
            "handling"
        )


def _text_of(query: str) -> str:
    from hedgerow.cli.cypher import standard_input

    if query == "-":
        return standard_input()
    if not query.endswith(FILES) or any(each in query for each in "{}\n"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{query} is not UTF-8; save it as that.") from error


def _print(answer: "Answer", how: Form) -> None:
    """Print rows as they come; only a table needs them all for its widths."""
    if how is Form.table:
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer]
        if rows:
            print_rows(rows, answer.columns, Format.table)
        elif not answer.more:
            note("no rows")
        return
    lines = {Form.csv: _csv, Form.json: _json}.get(how, _triples)(answer)
    for line in lines:
        sys.stdout.write(line)


def _csv(answer: "Answer") -> Iterator[str]:
    yield as_csv((), answer.columns)
    for row in answer:
        yield as_csv((dict(zip(answer.columns, row, strict=True)),), answer.columns, head=False)


def _json(answer: "Answer") -> Iterator[str]:
    """One array, closed even where the query is stopped halfway."""
    start = "[\n"
    try:
        for row in answer:
            yield start + as_json(dict(zip(answer.columns, row, strict=True)))
            start = ",\n"
    finally:
        sys.stdout.write("[]\n" if start == "[\n" else "\n]\n")


def _triples(answer: "Answer") -> Iterator[str]:
    on_terminal = sys.stdout.isatty()
    for (text,) in answer:
        yield safe(text) if on_terminal else text
