"""The smaller comparisons: the order of partners inside a state, and suppliers of arms."""

import datetime as dt
from collections.abc import Iterator

from evaluation.validation.archive import HINDSIGHT, Archive
from evaluation.validation.figures import figures, order_of_partners
from evaluation.validation.plan import Edition, plan
from evaluation.validation.published import classes, told
from evaluation.validation.results import Cells
from evaluation.validation.words import name, number
from hedgerow.queries.measures.diversification import Deals, Diversification, by_count


def partner_rows(archive: Archive) -> Iterator[Cells]:
    """State, what the index says, its partners by R, and whether the two agree."""
    orders = plan().orders
    graph = archive.figures[orders.year, HINDSIGHT].graph
    for state in orders.states:
        ranked = order_of_partners(graph, state, orders.partners)
        shown = ", ".join(f"{code} {number(r)}" for code, r in ranked)
        ahead = classes(Edition(orders.ahead, orders.year))[state]
        is_near = bool(told(orders.near_tie, state))
        said = f"{ahead} ahead{', nearly tied' if is_near else ''}"
        agree = _is_near(dict(ranked)) if is_near else ranked[0][0] == ahead
        yield name(state), said, shown, "agree" if agree else "disagree"


def arms_rows(archive: Archive) -> Iterator[Cells]:
    """Period, edges, edges by supplier, HHI and effective suppliers."""
    arms = plan().arms
    before = figures(archive.snapshot, arms.around - dt.timedelta(days=1)).graph
    after = archive.figures[arms.year, HINDSIGHT].graph
    whose = arms.buyer, arms.suppliers
    all_of_them, later = Deals(arms.types), Deals(arms.types, arms.around)
    yield f"before {arms.around}", *_spread(by_count(before, *whose, all_of_them))
    yield f"from then to {after.on}", *_spread(by_count(after, *whose, later))


def _is_near(sums: dict[str, float]) -> bool:
    small, large = sorted(sums[pole] for pole in plan().poles)
    return large > 0 and small / large >= plan().orders.near


def _spread(found: Diversification) -> Cells:
    amounts = sorted(found.amounts.items(), key=lambda each: (-each[1], each[0]))
    shown = ", ".join(f"{code} {amount:.0f}" for code, amount in amounts)
    hhi, effective = (found.spread.hhi, found.spread.effective) if found.spread else (None, None)
    return str(len(found.edges)), shown, number(hhi), number(effective, 1)
