"""What our engines emit on the articles."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

from hedgerow.graph.records import Claim
from hedgerow.loaders.evaluation.records import Annotated, Emitted
from hedgerow.loaders.extraction.confidence import UNCALIBRATED
from hedgerow.loaders.pipeline import code_documents
from hedgerow.loaders.records import Coded

ByArticle: TypeAlias = dict[str, list[Emitted]]
HOLDS = "holds"


def run(
    articles: Sequence[Annotated],
    *,
    engines: Sequence[str] = (),
    calibrated: bool = True,
    advance: Callable[[int], None] = lambda _: None,
) -> ByArticle:
    """What the extractor emits on each article, `holds` left out, whatever the confidence.

    `engines` names those that vote; without any the extractor's own choice. Confidence is the
    rules' own where it is not `calibrated`. `advance` is called with the number of documents read.
    """
    from hedgerow.loaders.extraction import DEFAULT_ENGINES, Extractor  # noqa: PLC0415  loads the parser

    names: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        names[article.document.id].append(article.name)
    documents = {article.document.id: article.document for article in articles}
    extractor = Extractor(engines or DEFAULT_ENGINES, None if calibrated else UNCALIBRATED)
    emitted: ByArticle = {article.name: [] for article in articles}
    for done, item in enumerate(
        code_documents(documents.values(), extract=extractor.extract_many), start=1
    ):
        advance(done)
        if isinstance(item, Coded):
            for name in names[item.document.id]:
                emitted[name] = [_of_claim(c, name) for c in item.claims if c.phase != HOLDS]
    return emitted


def _of_claim(claim: Claim, article: str) -> Emitted:
    return Emitted(
        article=article,
        type=claim.type,
        actors=claim.actors,
        status=claim.status,
        stage=claim.stage,
        date=date_range(claim.date, claim.date_end),
        level=claim.level,
        quote=claim.quote,
        span=(claim.start, claim.end),
        confidence=claim.confidence,
        engine=claim.engine,
        rule=claim.rule,
        flags=claim.flags,
    )


def date_range(start: str | None, end: str | None) -> str | None:
    """A claim's date as gold writes it: a range where it has another end."""
    return f"{start}/{end}" if start and end and end != start else start
