"""`hedgerow evaluate`: what the extractor reads against what people annotated."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import NoProgressOption, QuietOption
from hedgerow.cli.output import note
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hedgerow.loaders.evaluation.emitted import ByArticle
    from hedgerow.loaders.evaluation.evaluation import Evaluation
    from hedgerow.loaders.evaluation.records import Annotated as Article


def evaluate(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders, each with articles and a gold.csv.", show_default=False),
    ] = None,
    claims: Annotated[
        Path | None, typer.Option(help="Score this JSON Lines file of claims; read no article.")
    ] = None,
    engine: Annotated[
        list[str] | None, typer.Option(help="Name of an engine that votes; may be repeated.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out claims read with less confidence.")
    ] = 0.5,
    second: Annotated[
        Path | None,
        typer.Option(help="Compare the folder's gold.csv with another annotator's table instead."),
    ] = None,
    plover: Annotated[
        Path | None, typer.Option(help="Score on PLOVER's gold standard records instead.")
    ] = None,
    history: Annotated[
        Path | None,
        typer.Option(help="Write to this file what rules got right, for confidence to rest on."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong, one by one.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="All figures as one JSON object.")
    ] = False,
    floor: Annotated[
        float | None, typer.Option(min=0, max=1, help="Fail where F1 of pairs is below this.")
    ] = None,
    most_overstated: Annotated[
        int | None, typer.Option(min=0, help="Fail where more matters are overstated than this.")
    ] = None,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Score the extractor on articles that people annotated.

    Example: hedgerow evaluate gold/ --errors
    """
    from hedgerow.loaders.evaluation import evaluate as score
    from hedgerow.loaders.evaluation import read_gold

    silent = quiet or no_progress
    if plover is not None:
        _check_alone("--plover", gold, claims, second, errors, floor, most_overstated)
        _score_plover(plover, engine or [], min_confidence, as_json=as_json, quiet=silent)
        return
    if not gold:
        raise UsageError("name a folder with articles and a gold.csv; see docs/evaluation.md")
    if second is not None:
        _check_alone("--second", gold[1:], claims, engine, errors, floor, most_overstated)
        _compare(gold[0], second, as_json=as_json)
        return
    if claims is not None and engine:
        raise UsageError("--claims runs no engine; leave out --engine or --claims")
    articles = read_gold(gold)
    if history is not None:
        _check_alone("--history", claims, errors, floor, most_overstated)
        _write_history(history, articles, engine or [], quiet=silent)
        return
    if claims is None:
        emitted = _run(articles, engine or [], quiet=silent)
    else:
        emitted = _read(claims, articles)
    found = score(articles, emitted, min_confidence=min_confidence)
    _print(found, emitted, errors=errors, as_json=as_json)
    _hold_to(found, floor, most_overstated)


def _check_alone(option: str, *others: object) -> None:
    if any(other not in (None, [], False) for other in others):
        raise UsageError(f"{option} goes with --json only, or one folder; leave the rest out")


def _compare(folder: Path, second: Path, *, as_json: bool) -> None:
    """The agreement of two annotators."""
    from hedgerow.cli.evaluation_other import print_agreement
    from hedgerow.loaders.evaluation import agreement, read_gold

    theirs = read_gold([folder], table=second)
    names = {article.name for article in theirs}
    found = agreement([a for a in read_gold([folder]) if a.name in names], theirs)
    print_agreement(found, as_json=as_json)


def _score_plover(
    file: Path, engines: list[str], min_confidence: float, *, as_json: bool, quiet: bool
) -> None:
    """PLOVER's records; figures only, so that nobody tunes rules on their texts."""
    from hedgerow.cli.evaluation_other import print_plover
    from hedgerow.loaders.evaluation import read_plover, score_plover

    records = read_plover(file)
    emitted = _run(records.articles, engines, quiet=quiet)
    found = score_plover(records, emitted, min_confidence=min_confidence)
    print_plover(found, as_json=as_json)


def _write_history(
    file: Path, articles: "Sequence[Article]", engines: list[str], *, quiet: bool
) -> None:
    from hedgerow.loaders.evaluation import history, match_all, write_history

    emitted = _run(articles, engines, quiet=quiet, calibrated=False)
    found = history(match_all(articles, emitted))
    write_history(found, file)
    note(f"{file}: {len(found.rules)} rules seen on {len(articles)} articles")


def _run(
    articles: "Sequence[Article]", engines: list[str], *, quiet: bool, calibrated: bool = True
) -> "ByArticle":
    from hedgerow.cli.progress import reading
    from hedgerow.loaders.evaluation import run

    with reading(quiet=quiet) as advance:
        return run(
            articles,
            engines=engines,
            calibrated=calibrated,
            advance=lambda done: advance(done, done / len(articles)),
        )


def _read(claims: Path, articles: "Sequence[Article]") -> "ByArticle":
    from hedgerow.loaders.evaluation import read_claims

    emitted, others = read_claims(claims, articles)
    if others:
        note(f"{others} claims are about articles without gold; they were left out")
    return emitted


def _print(found: "Evaluation", emitted: "ByArticle", *, errors: bool, as_json: bool) -> None:
    from hedgerow.cli.evaluation_mistakes import print_mistakes
    from hedgerow.cli.evaluation_report import print_json, print_report
    from hedgerow.loaders.evaluation.machine import figures, mistakes

    if as_json:
        print_json(figures(found) | ({"errors": mistakes(found, emitted)} if errors else {}))
        return
    print_report(found)
    if errors:
        print_mistakes(found, emitted)


def _hold_to(found: "Evaluation", floor: float | None, most_overstated: int | None) -> None:
    """Exit 1 where the figures are worse than allowed."""
    f1 = found.pairs.counts.f1 or 0.0
    worse = []
    if floor is not None and f1 < floor:
        worse.append(f"F1 of pairs is {f1:.3f}, below the floor of {floor:.3f}")
    number = len(found.overstated)
    if most_overstated is not None and number > most_overstated:
        worse.append(f"overstated matters: {number}, allowed: {most_overstated}")
    if worse:
        note(f"hedgerow: {'; '.join(worse)}; see --errors")
        raise typer.Exit(1)
