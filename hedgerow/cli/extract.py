"""`hedgerow extract`: claims of articles without a store."""

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from hedgerow.cli.omitted import print_omissions
from hedgerow.cli.options import (
    AllowHostOption,
    ClusterOption,
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
    SourcesArgument,
    UrlsOption,
    WorkersOption,
)
from hedgerow.cli.output import as_json, note, safe
from hedgerow.cli.reader import llm_settings, open_reader
from hedgerow.cli.sources import named_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hedgerow.graph.records import Claim, Document
    from hedgerow.loaders.extraction.explain import Explanation
    from hedgerow.loaders.omissions import Omissions
    from hedgerow.loaders.pipeline import Read
    from hedgerow.loaders.records import Coded, Finished, InBulk, Skipped


def extract(
    sources: SourcesArgument = None,
    urls: UrlsOption = None,
    allow_host: AllowHostOption = None,
    published: PublishedOption = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out claims read with less confidence.")
    ] = 0.5,
    holds: Annotated[
        bool, typer.Option("--holds", help="Also claims that a tie merely exists.")
    ] = False,
    text: Annotated[
        bool, typer.Option("--text", help="Print the normalised texts that offsets refer to.")
    ] = False,
    cards: Annotated[
        bool | None,
        typer.Option("--cards/--json-lines", help="A card a claim, or JSON Lines [by terminal]."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also how each claim was read: rules, words, cues.")
    ] = False,
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
    """Print what articles say, one claim at a time.

    In a terminal a card a claim, in a pipe one JSON object a line.

    Example: hedgerow extract article.html | jq .type

    Example: hedgerow extract https://example.org/news/article.html
    """
    from hedgerow.cli.progress import reading
    from hedgerow.loaders.omissions import Omissions
    from hedgerow.loaders.pipeline import code_documents
    from hedgerow.loaders.records import Coded
    from hedgerow.loaders.sources import Sources

    settings = llm_settings(
        llm, llm_model, llm_key_file, llm_budget, llm_cache, whole_articles=llm_articles
    )
    named = named_sources(sources, urls, allow_host)
    opened = Sources(
        named.paths, published=published, addresses=named.addresses, fetcher=named.fetcher
    )
    shown = sys.stdout.isatty() if cards is None else cards
    skipped = Omissions()
    documents = claims = 0
    with ExitStack() as stack:
        reader = None
        if not text:
            reader = open_reader(
                engine, settings, workers=workers, cluster=cluster, explaining=explain
            )
            stack.enter_context(reader)
        advance = stack.enter_context(reading(quiet=quiet or no_progress or shown))
        items = code_documents(
            opened.with_ends(),
            extract=reader.extract_many if reader else _no_claims,
            clean=reader.clean if reader else None,
        )
        for item in items:
            advance(documents, opened.fraction)
            if not isinstance(item, Coded):
                _skip(item, skipped)
                continue
            documents += 1
            if item.genre is not None:
                set_aside = f"set aside: declares itself {item.genre}"
                note(f"{safe(item.document.source)} {set_aside}", quiet=quiet or text)
            if text:
                _print_text(item)
                continue
            kept = _kept(item.claims, min_confidence, holds=holds)
            claims += len(kept)
            for claim in kept:
                told = reader.explanations if reader else None
                _print_claim(claim, item, told[claim.id] if told else None, as_card=shown)
            if reader and reader.explanations:
                reader.explanations.clear()
    if reader:
        reader.tell(quiet=quiet)
    _finish(documents, claims, skipped, quiet=quiet or text)


def _no_claims(
    documents: "Iterable[Document]",
) -> "Iterator[Read]":
    return ((document, []) for document in documents)


def _skip(item: "Skipped | Finished | InBulk", skipped: "Omissions") -> None:
    from hedgerow.loaders.records import InBulk, Skipped

    if isinstance(item, InBulk):
        skipped.add(Skipped(item.source, "it holds no sentences; load it"))
        item.close()
    elif isinstance(item, Skipped):
        skipped.add(item)


def _kept(claims: "Iterable[Claim]", least: float, *, holds: bool) -> "list[Claim]":
    return [c for c in claims if c.confidence >= least and (holds or c.phase != "holds")]


def _print_text(item: "Coded") -> None:
    document = item.document
    line = {"document": document.id, "source": document.source, "text": document.text}
    typer.echo(as_json(line))


def _print_claim(
    claim: "Claim", item: "Coded", explanation: "Explanation | None", *, as_card: bool
) -> None:
    from hedgerow.loaders.claim_record import claim_record

    if as_card:
        from hedgerow.cli.card import print_card

        print_card(claim, item.document, explanation)
    else:
        record = claim_record(claim, item.document)
        if explanation is not None:
            record["explanation"] = explanation.as_record()
        typer.echo(as_json(record))


def _finish(documents: int, claims: int, skipped: "Omissions", *, quiet: bool) -> None:
    print_omissions(skipped, quiet=quiet)
    note(f"{claims} claims in {documents} documents", quiet=quiet)
    if documents == 0:
        raise typer.Exit(3)
    if not skipped.is_minor:
        raise typer.Exit(1)
