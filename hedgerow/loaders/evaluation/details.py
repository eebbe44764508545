"""How well what was found is told: status, date, level, direction, and what is overstated."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hedgerow.loaders.evaluation.matching import Matched, dates_agree
from hedgerow.loaders.evaluation.records import Edge, Emitted, GoldRow, bounds

StatusResult = Literal["exact", "same class", "wrong"]
DateResult = Literal["exact", "overlapping", "wrong", "none", "invented", "rightly none"]
LevelResult = Literal["exact", "wrong", "none"]
Comparison: TypeAlias = Callable[[GoldRow, Emitted], bool]


@dataclass(frozen=True, slots=True)
class Overstated:
    """A prospective or negative matter that an emitted edge shows as concluded."""

    row: GoldRow
    edge: Emitted


def status_of(row: Edge, edge: Edge) -> StatusResult:
    """How an emitted status compares with the row's."""
    if row.status == edge.status:
        return "exact"
    return "same class" if row.standing == edge.standing else "wrong"


def date_of(row: Edge, edge: Edge) -> DateResult:
    """How an emitted date compares; overlapping is coarser, finer or a part of the range."""
    if row.date is None:
        return "rightly none" if edge.date is None else "invented"
    if edge.date is None:
        return "none"
    if dates_agree(row.date, edge.date):
        return "exact"
    (start, end), (first, last) = bounds(row.date), bounds(edge.date)
    return "overlapping" if start <= last and first <= end else "wrong"


def level_of(row: Edge, edge: Edge) -> LevelResult | None:
    """How an emitted level compares; None where the row has none."""
    if row.level is None:
        return None
    if edge.level is None:
        return "none"
    return "exact" if row.level == edge.level else "wrong"


def statuses(articles: Iterable[Matched]) -> Counter[str]:
    """How the statuses of what was found compare."""
    return Counter(status_of(*told) for article in articles for told in article.found)


def dates(articles: Iterable[Matched]) -> Counter[str]:
    """How the dates of what was found compare."""
    return Counter(date_of(*told) for article in articles for told in article.found)


def levels(articles: Iterable[Matched]) -> Counter[str]:
    """How the levels of what was found compare, where gold has one."""
    found = (level_of(*told) for article in articles for told in article.found)
    return Counter(result for result in found if result is not None)


def reversed_edges(articles: Iterable[Matched]) -> list[Emitted]:
    """False directed edges that a row bears out the other way round."""
    return [
        edge
        for article in articles
        for edge in article.false
        if edge.directed and any(_is_reverse(edge, row) for row in article.rows)
    ]


def _is_reverse(edge: Emitted, row: GoldRow) -> bool:
    same = edge.type == row.type
    return same and edge.actors[0] in row.actors[1:] and row.actors[0] in edge.actors[1:]


def overstated(articles: Iterable[Matched]) -> list[Overstated]:
    """Prospective or negative matters that were emitted as concluded, each once."""
    return [
        each
        for article in articles
        for each in _overstated(
            article.emitted, article.rows, lambda row, edge: row.is_matter_of(edge)
        )
    ]


def overstated_as_other_type(articles: Iterable[Matched]) -> list[Overstated]:
    """Such matters emitted as a concluded matter of a type that the article does not tell."""
    return [
        each
        for article in articles
        for each in _overstated(article.false, article.rows, _same_words_and_pair)
    ]


def _same_words_and_pair(row: GoldRow, edge: Emitted) -> bool:
    return row.stands_with(edge) and bool(row.actor_pairs & edge.actor_pairs)


def _overstated(
    emitted: Sequence[Emitted], rows: Sequence[GoldRow], can_tell: Comparison
) -> list[Overstated]:
    """For a concluded edge the rows of its own sentence decide, without any all others do."""
    found: dict[GoldRow, Overstated] = {}
    for edge in emitted:
        possible = [row for row in rows if can_tell(row, edge)]
        near = [row for row in possible if row.stands_with(edge)] or possible
        settled = any(row.standing == "concluded" for row in near)
        if near and edge.standing == "concluded" and not settled:
            found.setdefault(near[0], Overstated(near[0], edge))
    return list(found.values())
