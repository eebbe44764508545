"""Coverage: what the edges of an actor or a pair rest on."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection, edges_of, sources_of
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import once
from hedgerow.queries.sources.coverage_report import CoverageReport, coverage_of_edges
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, support

NAMED = 3
"""As many outlets are named in words."""


def rows(asked: Asked) -> list[Row]:
    """Years, outlets, undated documents, copies and ties, a count each."""
    found = _report(asked)
    if not found.documents:
        return []
    ties = [
        _row("open ties", None, found.open_ties, None),
        _row("unconfirmed ties", None, found.unconfirmed, found.unconfirmed_share),
    ]
    return [*_documents(found), *ties]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How many documents of which time and outlets, and how many ties lack confirmation."""
    subject = " - ".join(asked.name(name) for name in ("a", "b") if name in asked.values)
    if not rows:
        return f"{subject}: {none_found(asked)}."
    found = _report(asked)
    told = [f"{support(found.documents, found.sources)}{_span(found)}"]
    told.append(f"{found.undated} without a date ({found.undated_share:.0%})")
    leading = [f"{name} {number}" for name, number in list(found.outlets.items())[:NAMED]]
    told.append(f"{counted(len(found.outlets), 'outlet')}, led by {', '.join(leading)}")
    ties = f"{counted(found.open_ties, 'open tie')} on {asked.day('at')}"
    if found.unconfirmed_share is not None:
        stale = f"{found.unconfirmed} ({found.unconfirmed_share:.0%})"
        ties += f", {stale} unconfirmed past their horizon"
    return f"{subject}: {'; '.join([*told, ties])}."


def _report(asked: Asked) -> CoverageReport:
    wanted = Selection(asked.values["a"], asked.values.get("b"))
    edges, sources = edges_of(asked.reader, wanted), sources_of(asked.reader, wanted)
    return once(asked, "coverage", lambda: coverage_of_edges(edges, sources, asked.day("at")))


def _documents(found: CoverageReport) -> Iterator[Row]:
    total = found.documents
    for year, number in found.by_year.items():
        yield _row("year", str(year), number, number / total)
    for outlet, number in found.outlets.items():
        yield _row("outlet", outlet, number, number / total)
    yield _row("undated documents", None, found.undated, found.undated_share)
    if copies := total - found.sources:
        yield _row("copies", None, copies, copies / total)


def _row(aspect: str, name: str | None, number: int, share: float | None) -> Row:
    return {"aspect": aspect, "name": name, "number": number, "share": rounded(share, 3)}


def _span(found: CoverageReport) -> str:
    if found.first is None or found.last is None:
        return ""
    return f", published {found.first} to {found.last}"
