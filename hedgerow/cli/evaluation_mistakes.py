"""What went wrong in an evaluation, one by one, for people who mend it."""

from collections.abc import Mapping, Sequence

import typer

from hedgerow.cli.evaluation_words import reader, say, say_quote, told
from hedgerow.loaders.evaluation.evaluation import Evaluation
from hedgerow.loaders.evaluation.mistakes import (
    FalseEdge,
    Miss,
    WrongDetail,
    false_edges,
    misses,
    wrong_details,
)
from hedgerow.loaders.evaluation.records import Emitted, GoldRow, Pair


def print_mistakes(found: Evaluation, everything: Mapping[str, Sequence[Emitted]]) -> None:
    """Misses, false edges, then what was found with wrong details."""
    missed = list(misses(found.articles, everything))
    false = list(false_edges(found.articles))
    wrong = list(wrong_details(found.articles))
    _heading("misses", len(missed))
    for miss in missed:
        _print_miss(miss)
    _heading("false edges", len(false))
    for edge in false:
        _print_false(edge)
    _heading("found with a wrong status, date or level", len(wrong))
    for detail in wrong:
        _print_wrong(detail)


def _heading(text: str, number: int) -> None:
    typer.echo("")
    say(f"== {text}: {number}")


def _print_miss(miss: Miss) -> None:
    row = miss.row
    say(f"{row.article}: {told(row)}{_only(row, miss.pairs)}", 2)
    say_quote(row.quote)
    if row.span is None:
        say("the quote is in no part of the text that loading kept", 4)
    for edge in miss.near:
        say(f"emitted: {told(edge)} [{reader(edge)}]", 4)
    if not miss.near:
        say("emitted: nothing on this pair or in these words", 4)


def _only(row: GoldRow, missing: frozenset[Pair]) -> str:
    """Which pairs are missing where it is not all of them."""
    if not missing:
        return " (another matter of this type and pair was found)"
    if missing == row.pairs:
        return ""
    return f" (missing: {_pairs(missing)})"


def _pairs(pairs: frozenset[Pair]) -> str:
    return ", ".join(f"{a}-{b}" for _, a, b in sorted(pairs))


def _print_false(false: FalseEdge) -> None:
    edge = false.edge
    part = "" if false.pairs == edge.pairs else f" (false: {_pairs(false.pairs)})"
    say(f"{edge.article}: {told(edge)}{part} [{reader(edge)}]", 2)
    say_quote(edge.quote)
    for row in false.near:
        say(f"gold: {told(row)}{'' if row.required else ' (optional)'}", 4)


def _print_wrong(wrong: WrongDetail) -> None:
    results = [
        f"status {wrong.status}" if wrong.status != "exact" else "",
        f"date {wrong.date}" if wrong.date not in {"exact", "rightly none"} else "",
        f"level {wrong.level}" if wrong.level in {"wrong", "none"} else "",
    ]
    say(f"{wrong.row.article}: {'; '.join(filter(None, results))}", 2)
    say(f"gold: {told(wrong.row)}", 4)
    say(f"emitted: {told(wrong.edge)} [{reader(wrong.edge)}]", 4)
    say_quote(wrong.edge.quote)
