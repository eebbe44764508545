"""The figures of an evaluation as JSON data."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from hedgerow.loaders.evaluation.agreement import Agreement
from hedgerow.loaders.evaluation.details import Overstated
from hedgerow.loaders.evaluation.evaluation import Evaluation
from hedgerow.loaders.evaluation.mistakes import false_edges, misses, wrong_details
from hedgerow.loaders.evaluation.plover_scores import PloverScores
from hedgerow.loaders.evaluation.records import Edge, Emitted
from hedgerow.loaders.evaluation.scores import Counts, Score


def figures(found: Evaluation) -> dict[str, Any]:
    """Every figure; shares are numbers from 0 to 1, null where they are of nothing."""
    rows = [row for article in found.articles for row in article.rows]
    return {
        "overstated": [overstated(each) for each in found.overstated],
        "overstated_as_other_type": [overstated(each) for each in found.overstated_as_other_type],
        "prospective_or_negative_rows": found.unsettled,
        "articles": len(found.articles),
        "required_rows": sum(row.required for row in rows),
        "optional_rows": sum(not row.required for row in rows),
        "claims": sum(len(article.emitted) for article in found.articles),
        "pairs": score(found.pairs),
        "matters": {**score(found.matters), "same_actors": found.same_actors},
        "actors": score(found.actors),
        "by_type": {name: counts(each) for name, each in found.by_type.items()},
        "matters_by_type": {name: counts(each) for name, each in found.matters_by_type.items()},
        "status": dict(found.statuses),
        "date": dict(found.dates),
        "level": dict(found.levels),
        "direction_errors": len(found.reversed_edges),
        "confusion": [
            {"gold": gold, "emitted": emitted, "number": number}
            for (gold, emitted), number in found.confusion.items()
        ],
        "without_rows": {article.article: len(article.emitted) for article in found.without_rows},
        "quotes_cut_away": [edge(row) for row in found.unread],
        "confidence": {
            "bins": [asdict(each) for each in found.bins],
            "expected_calibration_error": found.calibration_error,
        },
    }


def mistakes(
    found: Evaluation, everything: Mapping[str, Sequence[Emitted]]
) -> dict[str, list[dict[str, Any]]]:
    """What went wrong, one by one."""
    return {
        "misses": [
            {"gold": edge(m.row), "missing": sorted(m.pairs), "near": [edge(e) for e in m.near]}
            for m in misses(found.articles, everything)
        ],
        "false_edges": [
            {"emitted": edge(f.edge), "wrong": sorted(f.pairs), "near": [edge(r) for r in f.near]}
            for f in false_edges(found.articles)
        ],
        "wrong_details": [
            {
                "gold": edge(w.row),
                "emitted": edge(w.edge),
                "status": w.status,
                "date": w.date,
                "level": w.level,
            }
            for w in wrong_details(found.articles)
        ],
        "reversed": [edge(each) for each in found.reversed_edges],
    }


def agreement_figures(found: Agreement) -> dict[str, Any]:
    """Every figure of the agreement of two annotators."""
    return {**asdict(found), "pairs": score(found.pairs)}


def plover_figures(found: PloverScores) -> dict[str, Any]:
    """Every figure of the scoring against PLOVER's records."""
    scores = {"both": found.both, "roots": found.roots, "actors": found.actors}
    return {**asdict(found), **{name: score(each) for name, each in scores.items()}}


def overstated(each: Overstated) -> dict[str, Any]:
    """An overstated matter: the row and what shows it as concluded."""
    return {"gold": edge(each.row), "emitted": edge(each.edge)}


def edge(each: Edge) -> dict[str, Any]:
    """A row or an emitted edge."""
    return asdict(each)


def counts(each: Counts) -> dict[str, Any]:
    """Counts with what follows from them."""
    return {**asdict(each), "precision": each.precision, "recall": each.recall, "f1": each.f1}


def score(each: Score) -> dict[str, Any]:
    """Counts and shares with their 95 % intervals."""
    intervals = {"precision": each.precision, "recall": each.recall, "f1": each.f1}
    return {**counts(each.counts), "intervals": intervals}
