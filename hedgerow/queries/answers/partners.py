"""Partners: with whom an actor has which ties and events."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, text_of, whole_of
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    NEGATIVE,
    PROSPECTIVE,
    counted,
    names,
)

HELD = "held"
Tally = Counter[tuple[str, str]]
"""Number by standing (or held) and type or kind."""


def shape(rows: Iterable[Row], asked: Asked) -> list[Row]:
    """One row a partner, the one with the most ties and concluded events first."""
    code = asked.values["a"]
    found = []
    for row in rows:
        partner = _other(str(row["pair"]), code)
        if partner is not None:
            found.append(row | {"partner": partner} | _columns(_tally(row)))
    return sorted(found, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The sums over all partners."""
    if not rows:
        return f"{asked.name('a')}: {none_found(asked)}."
    held = sum(_total(text_of(row, "ties")) for row in rows)
    sums = {name: sum(whole_of(row, name) for row in rows) for name in _EVENT_COLUMNS}
    told = [
        counted(len(rows), "partner"),
        f"{counted(held, 'tie')} held on {asked.day('at')}",
        f"{counted(sums[CONCLUDED], 'concluded event')}",
        f"{sums['pipeline']:,} in prospect",
        f"{sums[CONTESTED]:,} contested",
        f"{sums[NEGATIVE]:,} denied, cancelled, suspended or ended",
    ]
    return f"{asked.name('a')}: {', '.join(told)}."


_EVENT_COLUMNS = {
    CONCLUDED: CONCLUDED,
    "pipeline": PROSPECTIVE,
    CONTESTED: CONTESTED,
    NEGATIVE: NEGATIVE,
}


def _other(pair: str, code: str) -> str | None:
    """The partner in a dyad of the actor; None where the dyad is between two others."""
    both = pair.removeprefix("dyad/")
    if both.startswith(f"{code}-"):
        return both.removeprefix(f"{code}-")
    return both.removesuffix(f"-{code}") if both.endswith(f"-{code}") else None


def _tally(row: Row) -> Tally:
    known = vocabulary().names
    cells = (cell.split() for cell in (text_of(row, "counts") or "").split(","))
    return Counter({(word, known.get(what, what)): int(number) for word, what, number in cells})


def _columns(tally: Tally) -> Row:
    sums: Counter[str] = Counter()
    for (word, _), number in tally.items():
        sums[word] += number
    columns: Row = {name: sums[standing] for name, standing in _EVENT_COLUMNS.items()}
    return columns | {"ties": _split(tally, HELD), "by_type": _split(tally, CONCLUDED)}


def _split(tally: Tally, wanted: str) -> str | None:
    """`visit 3, arms_transfer 1`, the most frequent first."""
    found = [(name, number) for (word, name), number in tally.items() if word == wanted]
    found.sort(key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{name} {number}" for name, number in found) or None


def _total(split: str | None) -> int:
    return sum(int(each.rpartition(" ")[2]) for each in split.split(", ")) if split else 0


def _order(row: Row) -> tuple[int, str]:
    firm = _total(text_of(row, "ties")) + whole_of(row, CONCLUDED)
    return -firm, names([str(row["partner"])])[0]
