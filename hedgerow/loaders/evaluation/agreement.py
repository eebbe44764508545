"""How far two annotators agree who coded the same articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from hedgerow.loaders.evaluation.alpha import nominal_alpha
from hedgerow.loaders.evaluation.details import date_of, status_of
from hedgerow.loaders.evaluation.evaluation import pairs_of
from hedgerow.loaders.evaluation.matching import match
from hedgerow.loaders.evaluation.records import ActorPair, Annotated, Emitted, GoldRow, Pair
from hedgerow.loaders.evaluation.scores import Counts, Score, scored

Rows: TypeAlias = Sequence[GoldRow]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two annotators.

    `pairs` counts as found what both have, as false what only the second and as missed what only
    the first requires; its F1 is the same either way round. `units` are what `type_alpha` is over:
    types on pairs of actors that either requires. `status` and `dates` compare the `matched` rows.
    """

    articles: int
    pairs: Score
    units: int
    type_alpha: float | None
    matched: int
    statuses: Mapping[str, int]
    status_alpha: float | None
    dates: Mapping[str, int]


def agreement(first: Sequence[Annotated], second: Sequence[Annotated]) -> Agreement:
    """Compare two annotations; an article that only one of them names has no rows in the other."""
    coded = list(_side_by_side(first, second))
    units = [unit for rows in coded for unit in _type_units(*rows)]
    told = [pair for one, other in coded for pair in match("", one, map(_as_emitted, other)).told]
    return Agreement(
        articles=len(coded),
        pairs=scored([_pair_counts(*rows) for rows in coded]),
        units=len(units),
        type_alpha=nominal_alpha(units),
        matched=len(told),
        statuses=dict(Counter(status_of(*pair) for pair in told)),
        status_alpha=nominal_alpha([(row.standing, edge.standing) for row, edge in told]),
        dates=dict(Counter(date_of(*pair) for pair in told)),
    )


def _side_by_side(
    first: Iterable[Annotated], second: Iterable[Annotated]
) -> Iterator[tuple[Rows, Rows]]:
    ours = {article.name: article.rows for article in first}
    theirs = {article.name: article.rows for article in second}
    for name in sorted(ours.keys() | theirs.keys()):
        yield ours.get(name, ()), theirs.get(name, ())


def _pair_counts(first: Rows, second: Rows) -> Counts:
    """What one requires and the other has at least as optional is agreed on."""
    ours, theirs = pairs_of(first), pairs_of(second)
    required, asked = _required(first), _required(second)
    both = ours & theirs & (required | asked)
    return Counts(len(both), len(asked - ours), len(required - theirs))


def _required(rows: Rows) -> frozenset[Pair]:
    return pairs_of(row for row in rows if row.required)


def _type_units(first: Rows, second: Rows) -> Iterator[tuple[str | None, str | None]]:
    """The types that each gives a pair of actors, None where one has no more: shared ones first.

    What is only optional with one and absent with the other is where honest coders may differ.
    """
    ours, theirs = _types(first), _types(second)
    required = _types(row for row in first if row.required)
    asked = _types(row for row in second if row.required)
    for pair in sorted(required.keys() | asked.keys()):
        shared = ours[pair] & theirs[pair] & (required[pair] | asked[pair])
        yield from ((name, name) for name in sorted(shared))
        yield from zip_longest(
            sorted(required[pair] - theirs[pair]), sorted(asked[pair] - ours[pair])
        )


def _types(rows: Iterable[GoldRow]) -> defaultdict[ActorPair, frozenset[str]]:
    found: defaultdict[ActorPair, frozenset[str]] = defaultdict(frozenset)
    for row in rows:
        for pair in row.actor_pairs:
            found[pair] |= {row.type}
    return found


def _as_emitted(row: GoldRow) -> Emitted:
    """A row in the place of an emitted edge, to be matched with another annotator's."""
    return Emitted(
        article=row.article,
        type=row.type,
        actors=row.actors,
        status=row.status,
        quote=row.quote,
        stage=row.stage,
        date=row.date,
        level=row.level,
        span=row.span,
    )
