"""`hedgerow load`: articles and tables into the store."""

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hedgerow.cli.omitted import print_omissions
from hedgerow.cli.options import (
    DEFAULT_STORE,
    AllowHostOption,
    ClusterOption,
    ConfidenceOption,
    DomesticOption,
    EngineOption,
    HandlingOption,
    LlmArticlesOption,
    LlmBudgetOption,
    LlmCacheOption,
    LlmKeyFileOption,
    LlmModelOption,
    LlmOption,
    MappingOption,
    NoProgressOption,
    PublishedOption,
    QuietOption,
    SourcesArgument,
    StoreOption,
    UrlsOption,
    WorkersOption,
)
from hedgerow.cli.output import note, print_table, safe
from hedgerow.cli.reader import llm_settings, open_reader
from hedgerow.cli.sources import named_sources
from hedgerow.cli.table_account import print_tables
from hedgerow.cli.upgrade import tell_refresh
from hedgerow.errors import StoreBusy

if TYPE_CHECKING:
    from hedgerow.graph.store import Store
    from hedgerow.loaders.load import LoadSummary

PATIENCE, PULSE = 5.0, 0.1
"""Seconds that another writer is waited for, and between two attempts."""


def load(
    sources: SourcesArgument = None,
    store: StoreOption = DEFAULT_STORE,
    urls: UrlsOption = None,
    allow_host: AllowHostOption = None,
    published: PublishedOption = None,
    handling: HandlingOption = None,
    mapping: MappingOption = None,
    domestic: DomesticOption = False,
    confidence: ConfidenceOption = None,
    workers: WorkersOption = 1,
    cluster: ClusterOption = None,
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

    Example: hedgerow load cables/ --handling TLP:AMBER

    Example: hedgerow load --urls addresses.txt
    """
    from hedgerow.cli.progress import loading
    from hedgerow.loaders.load import load as load_sources
    from hedgerow.loaders.tables.item import TableOptions

    named = named_sources(sources, urls, allow_host)
    tables = TableOptions.of(mapping, domestic=domestic, confidence=confidence)
    settings = llm_settings(
        llm, llm_model, llm_key_file, llm_budget, llm_cache, whole_articles=llm_articles
    )
    with (
        open_reader(engine, settings, workers=workers, cluster=cluster) as reader,
        open_patiently(store) as opened,
        loading(quiet=quiet or no_progress) as advance,
    ):
        summary = load_sources(
            opened,
            named.paths,
            published=published,
            handling=handling,
            progress=advance,
            extract=reader.extract_many,
            clean=reader.clean,
            tables=tables,
            addresses=named.addresses,
            fetcher=named.fetcher,
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
            return Store.open(path, tell_refresh)
        except StoreBusy:
            if time.monotonic() > until:
                raise
        time.sleep(PULSE)


def print_summary(summary: "LoadSummary", *, quiet: bool) -> None:
    """What was loaded by type and status, what was skipped and why."""
    from hedgerow.loaders.language import language_name
    from hedgerow.queries.words.phrases import counted

    print_omissions(summary.skipped, quiet=quiet)
    if not quiet:
        print_tables(summary.tables)
    if not quiet and summary.claims:
        print_table(_by_type_and_status(summary.claims), ("type", "status", "claims"))
    for language, count in sorted(summary.languages.items()):
        note(
            f"kept without claims, as they are in {language_name(language)}: {count:,}", quiet=quiet
        )
    for genre, count in sorted(summary.genres.items()):
        note(f"kept without claims, as they declare themselves {genre}: {count:,}", quiet=quiet)
    note(
        f"{counted(summary.documents_new, 'new document')}, {_met_again(summary)}, "
        f"{counted(summary.claims.total(), 'claim')}, {summary.seconds:.1f} s"
        + (", the store's files put in order" if summary.compacted else ""),
        quiet=quiet,
    )
    _tell_withdrawn(summary, quiet=quiet)
    if summary.documents_outdated:
        older = counted(summary.documents_outdated, "older document")
        note(f"no longer counted, as a newer text has the same address: {older}")
    if summary.files_known:
        note(
            f"files not read again, as they have not changed since: {summary.files_known:,}",
            quiet=quiet,
        )
    if summary.interrupted:
        stored = counted(summary.documents_new, "new document")
        note(f"stopped; {stored} stored, and the same command goes on from here")
    if summary.documents == 0:
        note("hedgerow: nothing could be loaded; see the reasons above")


def _met_again(summary: "LoadSummary") -> str:
    known = f"{summary.documents_known:,} known already"
    twice = summary.documents_repeated
    return f"{known}, {twice:,} told twice in these sources" if twice else known


def _tell_withdrawn(summary: "LoadSummary", *, quiet: bool) -> None:
    """Name what was withdrawn before and is met again, so that nobody waits for it."""
    for each in summary.withdrawn:
        note(
            f"withdrawn, and stays out: {each.document} "
            f"({safe(each.reason)}; by {safe(each.by)}, {each.at[:10]})",
            quiet=quiet,
        )
    if more := summary.documents_withdrawn - len(summary.withdrawn):
        note(f"... and {more:,} more that were withdrawn", quiet=quiet)


def _by_type_and_status(claims: Counter[tuple[str, str]]) -> list[dict[str, object]]:
    return [
        {"type": type_name, "status": status, "claims": count}
        for (type_name, status), count in sorted(claims.items())
    ]
