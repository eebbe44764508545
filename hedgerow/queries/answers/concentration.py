"""Concentration: on how few partners a state's ties rest, year by year."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.compared import graph_of
from hedgerow.queries.dates.windows import months_from
from hedgerow.queries.measures.diversification import Diversification, by_strength
from hedgerow.queries.measures.states import PARTNERS_OF, fixed_partners
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import names


def rows(asked: Asked) -> list[Row]:
    """A row a year, the last first."""
    code, last = asked.values["a"], asked.day("at")
    partners = fixed_partners(code)
    found = []
    for year in range(asked.number("years") + 1):
        day = months_from(last, -12 * year)
        found.append(_row(by_strength(graph_of(asked, day), code, partners)))
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The last number, who has the largest share, and what it was at first."""
    known = [row for row in rows if row["hhi"] is not None]
    if not known:
        return f"Concentration of {asked.name('a')}'s ties: {none_found(asked)}."
    newest, oldest = known[0], known[-1]
    told = (
        f"{asked.name('a')} on {newest['day']}: {newest['effective']} effective partners, "
        f"HHI {newest['hhi']}, most with {names([str(newest['first'])])[0]} ({newest['share']})"
    )
    return told + (f"; HHI {oldest['hhi']} on {oldest['day']}." if oldest != newest else ".")


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """The list of partners and the weights."""
    yield f"Partners: the member states of {PARTNERS_OF} today, a fixed list."
    yield f"Weights {default_weights().version}: a proposal, not a finding."


def _row(found: Diversification) -> Row:
    spread, total = found.spread, sum(found.amounts.values())
    first = max(found.amounts, key=lambda one: found.amounts[one], default=None)
    return {
        "day": found.on.isoformat(),
        "hhi": None if spread is None else rounded(spread.hhi),
        "effective": None if spread is None else rounded(spread.effective, 1),
        "evenness": None if spread is None else rounded(spread.evenness),
        "first": first,
        "share": None if first is None else rounded(found.amounts[first] / total),
        "edges": len(found.edges),
        "pipeline": None if found.pipeline is None else rounded(found.pipeline.effective, 1),
    }
