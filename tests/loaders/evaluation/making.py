"""Invented rows and emitted edges, a line each."""

from collections.abc import Sequence
from typing import Any

from hedgerow.graph.records import Appearance, Document
from hedgerow.loaders.evaluation.records import Annotated, Edge, Emitted, GoldRow


def row(type_: str, actors: str, status: str = "occurred", **more: Any) -> GoldRow:
    """A gold row, required unless said otherwise; `actors` are codes with blanks between."""
    given = {"article": "a.txt", "quote": "", "row": 2, "required": True} | more
    return GoldRow(type=type_, actors=tuple(actors.split()), status=status, **given)


def edge(type_: str, actors: str, status: str = "occurred", **more: Any) -> Emitted:
    """An emitted edge."""
    given = {"article": "a.txt", "quote": ""} | more
    return Emitted(type=type_, actors=tuple(actors.split()), status=status, **given)


def emitted_as(each: Edge, **more: Any) -> Emitted:
    """What a perfect reader emits for a row."""
    return edge(
        each.type,
        " ".join(each.actors),
        each.status,
        stage=each.stage,
        date=each.date,
        level=each.level,
        quote=each.quote,
        span=each.span,
        **more,
    )


def article(name: str, rows: Sequence[GoldRow] = (), text: str = "An article.") -> Annotated:
    """An article with its rows."""
    document = Document(f"{text} {name}", (Appearance(name),))
    return Annotated(name, document, f"gold/{name}", tuple(rows))
