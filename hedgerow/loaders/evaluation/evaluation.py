"""All figures of one evaluation."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hedgerow.loaders.evaluation import details
from hedgerow.loaders.evaluation.calibration import (
    Bin,
    expected_calibration_error,
    judged,
    reliability,
)
from hedgerow.loaders.evaluation.details import Overstated
from hedgerow.loaders.evaluation.matching import Matched, match_all
from hedgerow.loaders.evaluation.records import (
    ActorPair,
    Annotated,
    Edge,
    Emitted,
    GoldRow,
    Pair,
)
from hedgerow.loaders.evaluation.scores import Counts, Score, counted, scored, total

DEFAULT_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation found.

    `pairs` counts type and pair of actors once an article, `matters` each row and each emitted
    matter, `actors` pairs of actors whatever the type. `same_actors` counts the matters found with
    exactly the gold actors. `confusion` counts gold type and emitted type on pairs where the first
    was missed and the second is false. `unread` are the required rows whose quote loading cut away.
    """

    articles: tuple[Matched, ...]
    overstated: tuple[Overstated, ...]
    overstated_as_other_type: tuple[Overstated, ...]
    unsettled: int
    pairs: Score
    matters: Score
    actors: Score
    same_actors: int
    by_type: Mapping[str, Counts]
    matters_by_type: Mapping[str, Counts]
    statuses: Mapping[str, int]
    dates: Mapping[str, int]
    levels: Mapping[str, int]
    reversed_edges: tuple[Emitted, ...]
    confusion: Mapping[tuple[str, str], int]
    unread: tuple[GoldRow, ...]
    bins: tuple[Bin, ...]
    calibration_error: float | None

    @property
    def without_rows(self) -> tuple[Matched, ...]:
        """The articles that have no row at all."""
        return tuple(article for article in self.articles if not article.rows)


def evaluate(
    articles: Sequence[Annotated],
    emitted: Mapping[str, Sequence[Emitted]],
    *,
    min_confidence: float = DEFAULT_CONFIDENCE,
) -> Evaluation:
    """Score what was emitted on each article; edges below `min_confidence` only count for bins."""
    everything = match_all(articles, emitted)
    matched = match_all(articles, {name: _kept(e, min_confidence) for name, e in emitted.items()})
    bins = reliability(judged(everything))
    rows = [row for article in matched for row in article.rows]
    return Evaluation(
        articles=tuple(matched),
        overstated=tuple(details.overstated(matched)),
        overstated_as_other_type=tuple(details.overstated_as_other_type(matched)),
        unsettled=sum(row.standing != "concluded" for row in rows),
        pairs=scored([pair_counts(article) for article in matched]),
        matters=scored([matter_counts(article) for article in matched]),
        actors=scored([actor_counts(article) for article in matched]),
        same_actors=sum(row.has_same_actors(e) for a in matched for row, e in a.found),
        by_type=_by_type(matched, pair_counts),
        matters_by_type=_by_type(matched, matter_counts),
        statuses=details.statuses(matched),
        dates=details.dates(matched),
        levels=details.levels(matched),
        reversed_edges=tuple(details.reversed_edges(matched)),
        confusion=confusion(matched),
        unread=tuple(row for row in rows if row.required and row.span is None),
        bins=tuple(bins),
        calibration_error=expected_calibration_error(bins),
    )


def pairs_of(edges: Iterable[Edge]) -> frozenset[Pair]:
    """Each type with each pair of actors, once."""
    return frozenset(pair for edge in edges for pair in edge.pairs)


def actor_pairs_of(edges: Iterable[Edge]) -> frozenset[ActorPair]:
    """Each pair of actors once, whatever the type."""
    return frozenset(pair for edge in edges for pair in edge.actor_pairs)


def pair_counts(article: Matched) -> Counts:
    """Type and pair, once."""
    return counted(pairs_of(article.required), pairs_of(article.rows), pairs_of(article.emitted))


def actor_counts(article: Matched) -> Counts:
    """Pairs of actors, whatever the type."""
    known = actor_pairs_of(article.rows)
    return counted(actor_pairs_of(article.required), known, actor_pairs_of(article.emitted))


def matter_counts(article: Matched) -> Counts:
    """Rows and emitted matters."""
    return Counts(len(article.found), len(article.false), len(article.missed))


def confusion(articles: Iterable[Matched]) -> Counter[tuple[str, str]]:
    """Gold type and emitted type on one pair, where the first is missed and the second false."""
    found: Counter[tuple[str, str]] = Counter()
    for article in articles:
        emitted = pairs_of(article.emitted)
        missed = pairs_of(article.required) - emitted
        false = emitted - pairs_of(article.rows)
        found.update(
            (type_, other)
            for type_, *pair in missed
            for other, *same in false
            if set(pair) == set(same) and type_ != other
        )
    return found


def _kept(edges: Iterable[Emitted], min_confidence: float) -> list[Emitted]:
    return [edge for edge in edges if edge.confidence >= min_confidence]


def _by_type(articles: Sequence[Matched], count: Callable[[Matched], Counts]) -> dict[str, Counts]:
    """The counts of each type that gold or emitted edges have, by name."""
    types = {e.type for article in articles for e in (*article.rows, *article.emitted)}
    return {
        name: total(count(_of_type(article, name)) for article in articles)
        for name in sorted(types)
    }


def _of_type(article: Matched, type_: str) -> Matched:
    """The part of an article that is of one type; a row is only told by an edge of its type."""
    return replace(
        article,
        rows=tuple(row for row in article.rows if row.type == type_),
        emitted=tuple(edge for edge in article.emitted if edge.type == type_),
        told=tuple(told for told in article.told if told[0].type == type_),
    )
