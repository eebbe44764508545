"""How a dossier was made: weights, ranges, days, the store, and how to make it again."""

from collections.abc import Iterator

from hedgerow.queries.measures.robustness import RESAMPLED
from hedgerow.queries.words.phrases import counted, listed, span_text
from hedgerow.version import __version__
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Paragraph, Section


def method(page: Page) -> Section:
    """What a reader needs to judge the numbers, and to get them again."""
    lines = (Line(text, lead=lead) for lead, text in _lines(page))
    return page.head(
        "9. Method",
        Paragraph(
            "Every line rests on sentences read from documents that were loaded; the numbers weigh "
            "what those tell, by weights that are a proposal and not a finding."
        ),
        Bullets(tuple(lines)),
    )


def _lines(page: Page) -> Iterator[tuple[str, str]]:
    found, making = page.found, page.making
    rows = found.weights.rows.values()
    lives = sorted({row.half_life for row in rows if row.half_life is not None})
    days = listed([f"{each:,}" for each in lives])
    yield "Weights.", f"Version {found.hedging.weights}; to see the default ones: hedgerow weights"
    yield (
        "Half-lives.",
        f"An event loses half of its worth in {days} days, by its type; a tie keeps it while it is "
        "held and confirmed within its horizon.",
    )
    yield "Ranges.", f"{RESAMPLED[0].upper()}{RESAMPLED[1:]}."
    yield (
        "Standing.",
        "Concluded: agreed, signed, in force, occurred or delivered. What is reported, in talks or "
        "planned is in prospect and counts in the pipeline alone. What is contested or denied "
        "counts nowhere.",
    )
    yield "Day.", f"What held or had happened by the end of {found.on}{_known(page)}."
    held = found.held
    yield (
        "Archive.",
        f"{counted(held.documents, 'document')} with {counted(held.claims, 'claim')}"
        f"{span_text(held)}.",
    )
    yield (
        "Store.",
        f"SHA-256 {found.digest} of the canonical export of what this was made from: documents, "
        "claims, judgements and what follows from them, without the times of loading. Two stores "
        "with the same hash say the same.",
    )
    yield "Made.", f"By hedgerow {__version__} on {making.made}: {making.again}"


def _known(page: Page) -> str:
    view = page.making.view
    return f", {view}: later documents do not count" if view else ", told from all documents"
