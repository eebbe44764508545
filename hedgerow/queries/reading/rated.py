"""Evidence with what people hold of it: reliability, credibility, and who may see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hedgerow.graph.ratings import Rating, Ratings
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.gradings import handling
from hedgerow.queries.questions.library import part
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.reading.rows import Row, text_of

Told = Mapping[str, tuple[Source, ...]]
"""Sentences by the id of what they tell."""


def ratings_of(reader: Reader) -> Ratings:
    """The ratings and marks of a store or server, read once for each commit."""
    return kept(reader, ("ratings",), lambda: _read(reader))


def rated(reader: Reader, told: Told) -> Told:
    """The same sentences, each with the grades and the mark that count for it."""
    ratings = ratings_of(reader)
    if not ratings:
        return told
    return {edge: tuple(with_grades(one, ratings) for one in some) for edge, some in told.items()}


def with_grades(source: Source, ratings: Ratings) -> Source:
    """A sentence with what counts for it; the same where nobody said anything of it."""
    reliability = ratings.reliability(source.document, source.publisher, source.address)
    credibility = ratings.credibility(source.claim, source.document)
    mark = ratings.handling(source.document)
    if reliability is credibility is mark is None:
        return source
    return replace(source, reliability=reliability, credibility=credibility, handling=mark)


def mark_of(sources: Iterable[Source]) -> str | None:
    """The strictest handling mark of some sentences, None where none carries one."""
    return strictest(one.handling for one in sources)


def strictest(marks: Iterable[str | None]) -> str | None:
    """The strictest of some marks, None where there is none."""
    return handling().strictest({mark for mark in marks if mark is not None})


def _read(reader: Reader) -> Ratings:
    if isinstance(reader, Snapshot):
        return reader.ratings()
    marks: dict[str, set[str]] = defaultdict(set)
    for row in run(reader, part("marks"), {}):
        marks[str(row["document"])].add(str(row["mark"]))
    return Ratings(map(_rating, run(reader, part("ratings"), {})), marks)


def _rating(row: Row) -> Rating:
    return Rating(
        subject=text_of(row, "outlet") or str(row["subject"]),
        by=str(row["by"]),
        at=str(row["at"]),
        note=text_of(row, "note"),
        reliability=text_of(row, "reliability"),
        credibility=text_of(row, "credibility"),
        handling=text_of(row, "handling"),
        instead_of=tuple((text_of(row, "instead_of") or "").splitlines()),
    )
