"""Parts of answers in words: what stands apart from the concluded, and long lists cut short."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import CONCLUDED, CONTESTED, NEGATIVE, PROSPECTIVE, listed

NAMED = 5
"""As many are named in words."""
APART = {
    PROSPECTIVE: "only in prospect",
    CONTESTED: "contested",
    NEGATIVE: "denied, suspended, cancelled or ended",
}


def concluded(rows: Iterable[Row]) -> list[Row]:
    """The rows of what is concluded."""
    return [row for row in rows if row["standing"] == CONCLUDED]


def apart(standings: Iterable[object]) -> str:
    """`; apart from these 1 only in prospect and 2 contested`; nothing where all is firm."""
    counts = Counter(map(str, standings))
    told = [f"{counts[each]:,} {words}" for each, words in APART.items() if counts[each]]
    return f"; apart from these {listed(told)}" if told else ""


def some(told: Sequence[str], number: int = NAMED) -> str:
    """`a; b`, `a; b; 12 more`: the first few of a list."""
    more = [f"{len(told) - number:,} more"] if len(told) > number else []
    return "; ".join([*told[:number], *more])


def firmest_first(
    rows: Sequence[Row],
    column: str,
    classes: Mapping[str, str],
    told: Callable[[Row], str],
    none: str,
) -> str:
    """`by_class` and what stands apart; where the first class is empty, `none` says so."""
    first = next(iter(classes))
    found = by_class(rows, column, classes, told)
    if not any(row[column] == first for row in rows):
        found = ". ".join(filter(None, [none, found[:1].upper() + found[1:]]))
    return f"{found}{apart(row[column] for row in rows)}"


def by_class(
    rows: Sequence[Row], column: str, classes: Mapping[str, str], told: Callable[[Row], str]
) -> str:
    """`held: a; b. Only signed: c`: the rows of each class, under its word, by name."""
    found = [
        f"{word}: {some([told(row) for row in rows if row[column] == each])}"
        for each, word in classes.items()
        if any(row[column] == each for row in rows)
    ]
    return ". ".join(each if n == 0 else each[0].upper() + each[1:] for n, each in enumerate(found))
