"""An evaluation as a compact report for people."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import typer

from hedgerow.cli.evaluation_words import number, reader, say, say_quote, shares, told
from hedgerow.cli.output import print_table
from hedgerow.loaders.evaluation.details import Overstated
from hedgerow.loaders.evaluation.evaluation import Evaluation
from hedgerow.loaders.evaluation.scores import Counts, Interval, Score

MOST_CONFUSED = 8
STATUS_WORDS = ("exact", "same class", "wrong")
DATE_WORDS = ("exact", "overlapping", "wrong", "none")
LEVEL_WORDS = ("exact", "wrong", "none")
SCORE_COLUMNS = ("unit", "precision", "recall", "F1", "tp", "fp", "fn")
TYPE_COLUMNS = ("type", "tp", "fp", "fn", "P", "R", "F1")
BIN_COLUMNS = ("confidence", "claims", "mean", "right")


def print_report(found: Evaluation) -> None:
    """The figures, what must never happen first."""
    _print_overstated(found)
    _print_size(found)
    print_scores({"pairs": found.pairs, "matters": found.matters, "actors": found.actors})
    _print_details(found)
    print_table([_type_row(name, each) for name, each in found.by_type.items()], TYPE_COLUMNS)
    _print_confusion(found)
    _print_bins(found)


def print_json(figures: Mapping[str, Any]) -> None:
    """All figures as one JSON object."""
    typer.echo(json.dumps(figures, ensure_ascii=False, indent=2))


def print_scores(scores: Mapping[str, Score]) -> None:
    """Precision, recall and F1 with intervals and counts, by unit."""
    print_table([_score_row(unit, score) for unit, score in scores.items()], SCORE_COLUMNS)


def _print_overstated(found: Evaluation) -> None:
    say(
        f"emitted as concluded, but are not: {len(found.overstated)} of {found.unsettled} "
        "prospective or negative matters"
    )
    _list_overstated(found.overstated)
    if found.overstated_as_other_type:
        say(f"the same under another type: {len(found.overstated_as_other_type)}")
        _list_overstated(found.overstated_as_other_type)


def _list_overstated(each: Iterable[Overstated]) -> None:
    for one in each:
        say(
            f"{one.row.article}: {told(one.row)}; emitted: {told(one.edge)} [{reader(one.edge)}]", 2
        )
        say_quote(one.edge.quote)


def _print_size(found: Evaluation) -> None:
    rows = [row for article in found.articles for row in article.rows]
    required = sum(row.required for row in rows)
    claims = sum(len(article.emitted) for article in found.articles)
    typer.echo("")
    say(
        f"{len(found.articles)} articles, {required} required and {len(rows) - required} optional "
        f"rows, {claims} claims"
    )


def _score_row(unit: str, score: Score) -> dict[str, Any]:
    counts = score.counts
    return {
        "unit": unit,
        "precision": _with_interval(counts.precision, score.precision),
        "recall": _with_interval(counts.recall, score.recall),
        "F1": _with_interval(counts.f1, score.f1),
        "tp": counts.tp,
        "fp": counts.fp,
        "fn": counts.fn,
    }


def _with_interval(value: float | None, interval: Interval) -> str:
    if interval is None:
        return number(value)
    low, high = (number(bound).removeprefix("0") for bound in interval)
    return f"{number(value)} ({low}-{high})"


def _print_details(found: Evaluation) -> None:
    matters = found.matters.counts.tp
    say(f"status of {matters} matters found: {shares(found.statuses, STATUS_WORDS)}")
    dated = {word: found.dates.get(word, 0) for word in DATE_WORDS}
    undated = found.dates.get("invented", 0) + found.dates.get("rightly none", 0)
    say(f"date where gold has one: {shares(dated, DATE_WORDS)}")
    say(f"date where gold has none: {found.dates.get('invented', 0)} of {undated} invented")
    say(f"level where gold has one: {shares(found.levels, LEVEL_WORDS)}")
    say(f"exactly the gold actors: {found.same_actors} of {matters} matters found")
    say(f"direction reversed: {len(found.reversed_edges)}")
    empty = found.without_rows
    claims = sum(len(article.emitted) for article in empty)
    say(f"claims in the {len(empty)} articles without rows: {claims}")
    if found.unread:
        say(f"required rows whose quote loading cut away: {len(found.unread)}")


def _type_row(name: str, counts: Counts) -> dict[str, Any]:
    return {
        "type": name,
        "tp": counts.tp,
        "fp": counts.fp,
        "fn": counts.fn,
        "P": number(counts.precision),
        "R": number(counts.recall),
        "F1": number(counts.f1),
    }


def _print_confusion(found: Evaluation) -> None:
    most = sorted(found.confusion.items(), key=lambda item: (-item[1], item[0]))[:MOST_CONFUSED]
    if most:
        told = ", ".join(f"{gold} as {other} {times}" for (gold, other), times in most)
        say(f"types confused on one pair: {told}")


def _print_bins(found: Evaluation) -> None:
    print_table(
        [
            {
                "confidence": f"{each.low:.1f}-{each.high:.1f}",
                "claims": each.number,
                "mean": number(each.confidence),
                "right": number(each.right),
            }
            for each in found.bins
        ],
        BIN_COLUMNS,
    )
    say(f"expected calibration error: {number(found.calibration_error)}")
