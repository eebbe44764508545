"""What the measures of a state rest on, in words and as rows of edges with their sentences."""

from collections.abc import Iterator, Mapping

from hedgerow.queries.dates.as_of import position
from hedgerow.queries.hedging.hedging import Hedging
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.sources.coverage_report import CoverageReport
from hedgerow.queries.sources.speakers import ownership
from hedgerow.queries.words.cells import cells_as_of
from hedgerow.queries.words.phrases import counted, listed, names, shown_quote, support

YEARS = 6
"""As many of the latest years are told one by one."""


def basis(found: Hedging) -> Iterator[str]:
    """Lines on levels and treaties, coverage, what was left out, ranges and weights."""
    if found.handling:
        yield f"Handling: {found.handling}."
    yield from found.levels
    yield from _treaties(found)
    yield coverage_words(found.coverage)
    owned = ownership(found.sources)
    if owned:
        told = ", ".join(f"{word} {number}" for word, number in owned.items())
        yield f"Documents by ownership of their outlet: {told}."
    if found.left_out:
        told = listed([f"{number} {reason}" for reason, number in _most(found.left_out)])
        yield f"In no measure: {told}."
    undated = sum(not one.edge.is_tie and one.edge.stated is None for one in found.counted)
    if undated:
        yield (
            f"{undated} of {len(found.counted)} edges with the poles are dated by their first "
            "publication alone and may be older."
        )
    yield (
        "Range: over resampled sources; does not cover what was not loaded. Pipeline: "
        "the same number of what is only reported, in talks or planned."
    )
    if found.stability is not None:
        yield (
            "With any weight changed by a fifth, the ranking of partners keeps a Kendall tau of at "
            f"least {found.stability:.2f}."
        )
    yield (
        f"Weights {found.weights}: a proposal, not a finding. Missing is not zero: the numbers say "
        "what was loaded tells, and nothing of intent."
    )


def evidence_rows(found: Hedging) -> list[Row]:
    """The counted edges with each pole as they stand on the day, the weightiest first.

    Each with its worth and the sentence that best tells how it stands then.
    """
    return [
        cells
        | {
            "with": _pole(found, signal.edge.actors),
            "worth": round(signal.worth, 2),
            "quote": shown_quote(str(cells["quote"] or "")),
        }
        for signal in found.counted
        if (stands := position(signal.edge, found.on)) is not None
        for cells in (cells_as_of(stands, found.sources.get(signal.edge.id, ()), found.on),)
    ]


def coverage_words(report: CoverageReport) -> str:
    """How many documents of how many outlets, of which years; ties that nothing confirms lately."""
    told = f"Rests on {support(report.documents, report.sources)} of "
    told += counted(len(report.outlets), "outlet")
    latest = list(report.by_year.items())[-YEARS:]
    if latest:
        years = ", ".join(f"{year}: {number}" for year, number in latest)
        earlier = sum(report.by_year.values()) - sum(number for _, number in latest)
        told += f", by year {years}" + (f"; earlier: {earlier}" if earlier else "")
    if report.undated:
        told += f"; {report.undated} undated"
    if report.open_ties:
        told += f". {report.unconfirmed} of {counted(report.open_ties, 'open tie')} unconfirmed"
        told += " past their horizon"
    return f"{told}."


def _treaties(found: Hedging) -> Iterator[str]:
    if found.allied:
        with_whom = listed(names(found.allied))
        yield f"Allied: a treaty with an obligation to defend is in force with {with_whom}."
    if found.perhaps_allied:
        with_whom = listed(names(found.perhaps_allied))
        yield f"Perhaps allied: a treaty with {with_whom} whose obligation or force is not sure."
    if not (found.allied or found.perhaps_allied):
        read = counted(found.coverage.documents, "document")
        whom = " or ".join(names(found.poles))
        yield f"No treaty of defence in force with {whom} was found in {read}."


def _pole(found: Hedging, actors: tuple[str, ...]) -> str:
    return ",".join(pole for pole in found.poles if pole in actors)


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))
