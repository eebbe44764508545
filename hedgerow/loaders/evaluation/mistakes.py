"""What went wrong, one by one: misses, false edges, wrong statuses, dates and levels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hedgerow.loaders.evaluation.details import (
    DateResult,
    LevelResult,
    StatusResult,
    date_of,
    level_of,
    status_of,
)
from hedgerow.loaders.evaluation.evaluation import pairs_of
from hedgerow.loaders.evaluation.matching import Matched
from hedgerow.loaders.evaluation.records import Edge, Emitted, GoldRow, Pair


@dataclass(frozen=True, slots=True)
class Miss:
    """A required row that is not told, or not for all its pairs (`pairs`: those missing).

    `near` is what was emitted on the same pair or in the same words, whatever its confidence.
    """

    row: GoldRow
    pairs: frozenset[Pair]
    near: tuple[Emitted, ...]


@dataclass(frozen=True, slots=True)
class FalseEdge:
    """An emitted edge with `pairs` that no row has, and the rows on its pair or in its words."""

    edge: Emitted
    pairs: frozenset[Pair]
    near: tuple[GoldRow, ...]


@dataclass(frozen=True, slots=True)
class WrongDetail:
    """A row that was found, but told with another status, date or level."""

    row: GoldRow
    edge: Emitted
    status: StatusResult
    date: DateResult
    level: LevelResult | None


def misses(
    articles: Sequence[Matched], everything: Mapping[str, Sequence[Emitted]]
) -> Iterator[Miss]:
    """The misses; `everything` is what was emitted on each article, whatever its confidence."""
    for article in articles:
        emitted = pairs_of(article.emitted)
        for row in article.required:
            missing = row.pairs - emitted
            if missing or row in article.missed:
                near = (e for e in everything.get(article.article, ()) if _is_near(row, e))
                yield Miss(row, missing, tuple(near))


def false_edges(articles: Sequence[Matched]) -> Iterator[FalseEdge]:
    """The false edges, each type and set of pairs once an article."""
    for article in articles:
        known, shown = pairs_of(article.rows), set()
        for edge in article.emitted:
            if edge.pairs <= known or edge.pairs in shown:
                continue
            shown.add(edge.pairs)
            near = tuple(row for row in article.rows if _is_near(row, edge))
            yield FalseEdge(edge, edge.pairs - known, near)


def wrong_details(articles: Sequence[Matched]) -> Iterator[WrongDetail]:
    """The rows found with a wrong detail."""
    for article in articles:
        for row, edge in article.found:
            wrong = WrongDetail(
                row, edge, status_of(row, edge), date_of(row, edge), level_of(row, edge)
            )
            right_date = wrong.date in {"exact", "rightly none"}
            if wrong.status != "exact" or not right_date or wrong.level in {"wrong", "none"}:
                yield wrong


def _is_near(row: Edge, edge: Edge) -> bool:
    return row.stands_with(edge) or bool(row.actor_pairs & edge.actor_pairs)
