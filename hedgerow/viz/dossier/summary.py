"""The first section of a dossier: five lines."""

from collections.abc import Iterator

from hedgerow.queries.dossier.edges import Block, Placed
from hedgerow.queries.dossier.summary import doubts, evidence_words, lean_words, prospects
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.sources.bearing import both_sides
from hedgerow.queries.words.phrases import ENDED, listed
from hedgerow.viz.dossier.page import Page
from hedgerow.viz.report import Bullets, Line, Section

NAMED = 2


def in_short(page: Page) -> Section:
    """Levels, lean, what is in prospect, what is contested, and how thin the evidence is."""
    found = page.found
    doubtful = "; ".join(doubts(found)) or f"nothing told with {listed(page.poles)}"
    lines = (
        Line(" ".join(found.hedging.levels), tuple(_level_notes(page)), "Levels."),
        Line(_sentence(lean_words(found.years[-1].lean)), tuple(_lean_notes(page)), "Lean."),
        Line(
            f"{'; '.join(prospects(found))}.",
            tuple(_notes(page, "prospective")),
            "Only in prospect, as far as this archive links it:",
        ),
        Line(f"{doubtful}.", tuple(_notes(page, "contested")), "Contested or denied:"),
        Line(evidence_words(found), lead="Evidence."),
    )
    return page.head("1. In short", Bullets(lines))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _level_notes(page: Page) -> Iterator[int]:
    for answer in page.found.steps:
        held = [row for row in answer.rows if row["held"] != ENDED]
        for row in held[-1:]:
            yield from page.cite_edge(row["id"])


def _lean_notes(page: Page) -> Iterator[int]:
    """For each pole one sentence of the weightiest edge behind its side."""
    seen = set[int]()
    for point in page.found.years[-1].tie.values():
        for number in page.cite_number(point.edges, 1):
            if number not in seen:
                seen.add(number)
                yield number


def _notes(page: Page, block: Block) -> Iterator[int]:
    for each in page.found.between:
        for one in each.block(block)[:NAMED]:
            yield from page.cite(_telling(one), 2)


def _telling(one: Placed) -> tuple[Source, ...]:
    return both_sides(one.sources) if one.block == "contested" else one.sources[:1]
