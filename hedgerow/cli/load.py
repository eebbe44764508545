"""`hedgerow load`: articles and tables into the store."""

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.options import (
    DEFAULT_STORE,
    EngineOption,
    LlmArticlesOption,
    LlmBudgetOption,
    LlmCacheOption,
    LlmKeyFileOption,
    LlmModelOption,
    LlmOption,
    NoProgressOption,
    PublishedOption,
    QuietOption,
    StoreOption,
)
from hedgerow.cli.output import note, print_table, safe
from hedgerow.cli.reader import Reader, llm_settings
from hedgerow.errors import StoreBusy

if TYPE_CHECKING:
    from hedgerow.graph.store import Store
    from hedgerow.loaders.load import LoadSummary

PATIENCE, PULSE = 5.0, 0.1
"""Seconds that another writer is waited for, and between two attempts."""


def load(
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders, glob patterns, or - for standard input.")
    ],
    store: StoreOption = DEFAULT_STORE,
    published: PublishedOption = None,
    engine: EngineOption = None,
    llm: LlmOption = None,
    llm_model: LlmModelOption = None,
    llm_key_file: LlmKeyFileOption = None,
    llm_budget: LlmBudgetOption = 500,
    llm_articles: LlmArticlesOption = False,
    llm_cache: LlmCacheOption = None,
    quiet: QuietOption = False,
    no_progress: NoProgressOption = False,
) -> None:
    """Read sources into the store and say what was found and what was skipped.

    What is loaded already is not read again, so a load that was stopped goes on where it was.

    Example: hedgerow load articles/ milestones.csv
    """
    from hedgerow.cli.progress import reading
    from hedgerow.loaders.load import load as load_sources

    settings = llm_settings(
        llm, llm_model, llm_key_file, llm_budget, llm_cache, whole_articles=llm_articles
    )
    reader = Reader(engine, settings)
    with open_patiently(store) as opened, reading(quiet=quiet or no_progress) as advance:
        summary = load_sources(
            opened,
            sources,
            published=published,
            progress=lambda at: advance(at.documents, at.fraction),
            extract=reader.extract_many,
        )
    reader.tell(quiet=quiet)
    print_summary(summary, quiet=quiet)
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def open_patiently(path: Path) -> "Store":
    """The store to write to, once a judgement that is being recorded elsewhere is done."""
    from hedgerow.graph.store import Store

    until = time.monotonic() + PATIENCE
    while True:
        try:
            return Store.open(path)
        except StoreBusy:
            if time.monotonic() > until:
                raise
        time.sleep(PULSE)


def print_summary(summary: "LoadSummary", *, quiet: bool) -> None:
    """What was loaded by type and status, what was skipped and why."""
    from hedgerow.loaders.language import language_name

    for skipped in summary.skipped:
        if not (skipped.minor and quiet):
            note(f"skipped {safe(str(skipped))}")
    if not quiet and summary.claims:
        print_table(_by_type_and_status(summary.claims), ("type", "status", "claims"))
    for language, count in sorted(summary.languages.items()):
        note(f"kept without claims, as they are in {language_name(language)}: {count}", quiet=quiet)
    for genre, count in sorted(summary.genres.items()):
        note(f"kept without claims, as they declare themselves {genre}: {count}", quiet=quiet)
    note(
        f"{summary.documents_new} new documents, {summary.documents_known} known already, "
        f"{summary.claims.total()} claims, {summary.seconds:.1f} s",
        quiet=quiet,
    )
    if summary.interrupted:
        note("stopped; everything counted is stored, and the same command goes on from here")
    if summary.documents == 0:
        note("hedgerow: nothing could be loaded; see the reasons above")


def _by_type_and_status(claims: Counter[tuple[str, str]]) -> list[dict[str, object]]:
    return [
        {"type": type_name, "status": status, "claims": count}
        for (type_name, status), count in sorted(claims.items())
    ]
