"""Money: how the stated values of a state's deals are spread over partners."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hedgerow.queries.measures.diversification import (
    Amounts,
    Deals,
    Diversification,
    amounts_by_partner,
    diversified,
    partners_of,
)
from hedgerow.queries.measures.signals import AsOf, Layer

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def by_value(
    as_of: AsOf,
    state: str,
    partners: Sequence[str],
    deals: Deals,
    *,
    currency: str,
    values: Mapping[str, float],
) -> Diversification:
    """How the stated money of one currency is spread; `values` by edge as of `stated_values`.

    Nothing is converted, and deals of no stated value are listed, not guessed. Directed ones count
    as in `by_count`.
    """

    def amounts(layer: Layer) -> Amounts:
        return amounts_by_partner(
            state, deals.of(as_of, layer), lambda one: values.get(one.id, 0.0)
        )

    unvalued = (one.edge for one in deals.of(as_of, "concluded") if one.edge.id not in values)
    ids = tuple(sorted(one.id for one in unvalued if partners_of(one, state)))
    return replace(diversified(as_of, state, currency, partners, amounts), unvalued=ids)


def stated_values(
    values: Mapping[str, Sequence[str]], currencies: Mapping[str, Sequence[str]], currency: str
) -> Mapping[str, float]:
    """The money told of each edge in one currency, from `attribute_of` of value and of currency.

    Where sources differ, the least counts. Edges told in several currencies are left out, since
    nothing says which value is in which, as are values that are no plain number.
    """
    alone = (edge for edge, told in currencies.items() if set(told) == {currency})
    found = {
        edge: [float(n) for n in values.get(edge, ()) if _NUMBER.fullmatch(n)] for edge in alone
    }
    return {edge: min(told) for edge, told in found.items() if told}
