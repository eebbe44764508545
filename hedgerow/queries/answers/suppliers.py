"""Suppliers: on how few of them a state's arms rest, in windows of years."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from hedgerow.queries.answers.shared.compared import graph_of
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import days_from, months_until
from hedgerow.queries.measures.diversification import Deals, by_count
from hedgerow.queries.measures.money import by_value, stated_values
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.states import fixed_partners
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, whole_of
from hedgerow.queries.reading.selecting import attribute_about
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, names

WINDOW = 5
"""Years in a window, as SIPRI averages transfers over five."""
MANY = "concluded deals and transfers"


def rows(asked: Asked) -> list[Row]:
    """A row a window of years, the last first; windows do not overlap."""
    found = []
    end = asked.day("at")
    for _ in range(-(-asked.number("years") // WINDOW)):
        window = months_until(end, 12 * WINDOW)
        found.append(_row(asked, window))
        end = days_from(window.first, -1)
    return found


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The last window's suppliers."""
    known = [row for row in rows if row["hhi"] is not None]
    if not known:
        return f"Suppliers of {asked.name('a')}'s arms: {none_found(asked)}."
    newest = known[0]
    return (
        f"{asked.name('a')}, {newest['window']}: {newest['effective']} effective suppliers, "
        f"HHI {newest['hhi']}, most from {names([str(newest['first'])])[0]} ({newest['share']}) "
        f"of {counted(whole_of(newest, 'deals'), 'concluded deal or transfer', MANY)}"
        f"{_money_told(newest)}."
    )


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What a count of deals leaves out."""
    yield "Deals and transfers are counted, not weighed: six submarines count like one gift."
    yield (
        "Money: the stated values of the currency that is told most, the least where sources "
        "differ; nothing is converted, and deals without a stated value count for nothing in it."
    )


def _row(asked: Asked, window: DateRange) -> Row:
    code = asked.values["a"]
    as_of = graph_of(asked, window.last)
    deals = Deals(asked.question.of, window.first)
    partners = fixed_partners(code, as_of.actors())
    found = by_count(as_of, code, partners, deals)
    amounts = Counter({one: int(number) for one, number in found.amounts.items()})
    ranked = amounts.most_common()
    return {
        "window": f"{window.first} to {window.last}",
        "hhi": None if found.spread is None else rounded(found.spread.hhi),
        "effective": None if found.spread is None else rounded(found.spread.effective, 1),
        "first": ranked[0][0] if ranked else None,
        "share": rounded(ranked[0][1] / amounts.total()) if ranked else None,
        "deals": amounts.total(),
        "suppliers": ", ".join(f"{names([one])[0]} {number}" for one, number in ranked) or None,
    } | _money(asked, as_of, partners, deals)


def _money(asked: Asked, as_of: AsOf, partners: Sequence[str], deals: Deals) -> Row:
    """The stated values of the currency that is told most; empty where none is."""
    currencies = attribute_about(asked, "currency")
    told = Counter(chain.from_iterable(currencies.values()))
    if not told:
        return {}
    currency = min(told, key=lambda each: (-told[each], each))
    values = stated_values(attribute_about(asked, "value"), currencies, currency)
    code = asked.values["a"]
    found = by_value(as_of, code, partners, deals, currency=currency, values=values)
    ranked = sorted(found.amounts.items(), key=lambda each: (-each[1], each[0]))
    return {
        "currency": currency if ranked else None,
        "money": ", ".join(f"{names([one])[0]} {sum_:,.0f}" for one, sum_ in ranked) or None,
        "money_hhi": None if found.spread is None else rounded(found.spread.hhi),
        "unvalued": len(found.unvalued),
    }


def _money_told(row: Row) -> str:
    if row.get("money") is None:
        return ""
    without = counted(whole_of(row, "unvalued"), "deal")
    return f"; stated values in {row['currency']}: {row['money']}, none stated of {without}"
