"""The rows of the tables that compare lean with a survey, a split in two, and groups."""

from collections.abc import Iterator

from evaluation.validation.agreement import Order
from evaluation.validation.archive import HINDSIGHT, VIEWS, Archive
from evaluation.validation.comparisons import (
    Leans,
    against_groups,
    against_shares,
    against_split,
    in_groups,
    wrong_side,
)
from evaluation.validation.plan import Edition, plan
from evaluation.validation.published import classes, shares
from evaluation.validation.words import NOTHING, TOO_FEW, name, number, with_interval
from hedgerow.queries.words.phrases import counted

Cells = tuple[str, ...]


def survey_rows(archive: Archive) -> Iterator[Cells]:
    """Year, view, number of states, Spearman's and Kendall's coefficient."""
    for edition in plan().shares:
        for view in VIEWS:
            leans = archive.figures[edition.year, view].leans
            found = against_shares(leans, edition)
            both = leans.keys() & shares(edition).keys()
            cells: Cells = (str(len(both)), TOO_FEW, TOO_FEW)
            if found is not None:
                rho = with_interval(found.rho, found.rho_interval)
                cells = (str(found.n), rho, with_interval(found.tau, found.tau_interval))
            yield str(edition.year), view, *cells


def split_rows(archive: Archive) -> Iterator[Cells]:
    """Year, view, states of each class, pairs in order, AUC, rank-biserial, p, beyond 50."""
    for edition in plan().splits:
        for view in VIEWS:
            leans = archive.figures[edition.year, view].leans
            beyond = ", ".join(map(name, wrong_side(leans, edition)))
            found = _ordered(against_split(leans, edition))
            yield str(edition.year), view, _sizes(edition, leans), *found, beyond or NOTHING


def group_rows(archive: Archive, edition: Edition) -> Iterator[Cells]:
    """Year, view, states compared, pairs in order and their share; also for the newest year."""
    for year in (edition.year, max(plan().days)):
        for view in VIEWS:
            leans = archive.figures[year, view].leans
            states = ", ".join(state for state in leans if state in in_groups(edition))
            found = _ordered(against_groups(leans, edition))[:2]
            yield str(year), view, states or NOTHING, *found


def summary(archive: Archive) -> Iterator[str]:
    """What came out of the newest survey and the newest split, in words."""
    survey, split = plan().shares[-1], plan().splits[-1]
    ranks = against_shares(archive.figures[survey.year, HINDSIGHT].leans, survey)
    if ranks is None:
        yield f"Too few states have enough edges to compare lean with the survey of {survey.year}."
    else:
        low = None if ranks.rho_interval is None else ranks.rho_interval[0]
        chance = ", not to be told from none at all" if low is None or low <= 0 else ""
        rho = with_interval(ranks.rho, ranks.rho_interval)
        over = counted(ranks.n, "state")
        yield f"The rank correlation of lean with the survey of {survey.year} is {rho}"
        yield f"over {over}{chance}."
    order = against_split(archive.figures[split.year, HINDSIGHT].leans, split)
    if order is not None:
        yield f"Of {counted(order.pairs, 'pair')} of states that the Lowy Institute's index of"
        yield f"{split.year} sets apart, lean puts {len(order.right)} in the same order."


def _ordered(found: Order | None) -> Cells:
    if found is None:
        return (TOO_FEW, NOTHING, NOTHING, NOTHING)
    pairs = f"{len(found.right)} of {found.pairs}"
    return pairs, number(found.share), number(2 * found.share - 1), number(found.p)


def _sizes(edition: Edition, leans: Leans) -> str:
    held = [pole for state, pole in classes(edition).items() if state in leans]
    return ", ".join(f"{held.count(pole)} {pole}" for pole in plan().poles)
