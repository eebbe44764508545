"""How an evaluation is worded: edges, shares and quotes, wrapped and safe for terminals."""

import textwrap
from collections.abc import Iterable, Mapping

import typer

from hedgerow.cli.output import console, safe
from hedgerow.loaders.evaluation.records import Edge, Emitted

QUOTE_LENGTH = 300


def say(text: str, indent: int = 0) -> None:
    """A paragraph, wrapped to the terminal and safe for it."""
    blanks = " " * indent
    width = max(console().width - 1, 40)
    typer.echo(
        textwrap.fill(safe(text), width, initial_indent=blanks, subsequent_indent=blanks + "  ")
    )


def say_quote(quote: str) -> None:
    """A sentence of an article under what it is about."""
    shown = textwrap.shorten(safe(quote), QUOTE_LENGTH, placeholder=" …")
    say(f"“{shown}”", 4)


def told(edge: Edge) -> str:
    """`visit KEN → RWA, planned (…), 2023-04-04, strategic`."""
    joined = f"{edge.actors[0]} → {', '.join(edge.actors[1:])}" if edge.directed else None
    stage = f" ({edge.stage})" if edge.stage else ""
    parts = [f"{edge.type} {joined or ' – '.join(edge.actors)}", f"{edge.status}{stage}"]
    return ", ".join([*parts, *(part for part in (edge.date, edge.level) if part)])


def reader(edge: Emitted) -> str:
    """Who read an edge, by which rule, how surely."""
    return f"{edge.rule or 'no rule'}, {edge.engine or 'no engine'}, {edge.confidence:.2f}"


def number(value: float | None) -> str:
    """A share to two places; a dash where it is of nothing."""
    return "-" if value is None else f"{value:.2f}"


def shares(numbers: Mapping[str, int], words: Iterable[str]) -> str:
    """`exact 8 (80%), wrong 2 (20%)`."""
    whole = sum(numbers.values())
    if not whole:
        return "none"
    told = (f"{word} {numbers.get(word, 0)} ({numbers.get(word, 0) / whole:.0%})" for word in words)
    return ", ".join(told)
