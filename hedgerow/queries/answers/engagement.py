"""Engagement: the states of a body by dual engagement with two powers."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.compared import (
    drivers,
    graph_between,
    members_of,
    poles_of,
    thin,
)
from hedgerow.queries.measures.engagement import DualEngagement, dual_engagement, median_volume
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.poles import THIN
from hedgerow.queries.measures.robustness import weight_check
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row, number_of, whole_of
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, listed, names


def rows(asked: Asked) -> list[Row]:
    """A row a member state, the highest number first; thin ones after, without data last."""
    on = asked.day("at")
    as_of = graph_between(asked, on)
    costly = as_of.costly_only()
    poles = poles_of(asked)
    states = members_of(asked, on)
    taus = [median_volume(graph, *poles, states) for graph in (as_of, costly)]
    found = []
    for state in states:
        all_of_it = dual_engagement(as_of, state, *poles, taus[0])
        strict = dual_engagement(costly, state, *poles, taus[1])
        found.append(_row(as_of, all_of_it, strict))
    return sorted(found, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The ranked states, those whose number is thin, and of whom there is no data."""
    known = [row for row in rows if row["engagement"] is not None]
    a, b = names(poles_of(asked))
    told = f"Dual engagement with {a} and {b} on {asked.day('at')}, {asked.name('among')}: "
    if not known:
        return f"{told}no data."
    ranked = [_told(row) for row in known if row["thin"] is None]
    thinly = [_told(row, edges=True) for row in known if row["thin"] is not None]
    unknown = names([str(row["state"]) for row in rows if row["engagement"] is None])
    parts = [
        listed(ranked) or "nobody is ranked",
        f"too thin to rank: {listed(thinly)}" if thinly else "",
        f"no data: {listed(unknown)}" if unknown else "",
    ]
    return f"{told}{'; '.join(filter(None, parts))}."


def _told(row: Row, *, edges: bool = False) -> str:
    number = f", {counted(whole_of(row, 'edges'), 'edge')}" if edges else ""
    return f"{names([str(row['state'])])[0]} ({row['engagement']:.2f}{number})"


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What ranks full records, how far the order hangs on the weights, what it does not say."""
    as_of, poles = graph_between(asked, asked.day("at")), poles_of(asked)
    firm = [row for row in rows if row["engagement"] is not None and row["thin"] is None]
    ranked, states = [str(row["state"]) for row in firm], members_of(asked, asked.day("at"))
    yield (
        f"Thin: fewer than {THIN} edges, or one of the two powers without any. Volume counts up to "
        f"its median over the states compared; {sum(bool(row['full']) for row in firm)} of "
        f"{len(firm)} ranked states reach it, and among these balance alone makes the order."
    )
    tau = weight_check(as_of, lambda graph: _ranking(graph, ranked, states, poles), draws=0).least
    if tau is not None:
        yield f"With any weight changed by a fifth, the ranking keeps a Kendall tau of {tau:.2f}."
    yield (
        f"Weights {as_of.weights}: a proposal, not a finding. Engagement with both is no proof of "
        "hedging; a treaty ally does not hedge whatever the number says."
    )


def _row(as_of: AsOf, found: DualEngagement, costly: DualEngagement) -> Row:
    a, b = found.poles
    leaning = lean(as_of, found.state, a, b)
    known = bool(found.edges)
    return {
        "state": found.state,
        "engagement": rounded(found.engagement) if known else None,
        "costly": rounded(costly.engagement) if costly.edges else None,
        "lean": rounded(leaning.lean, 0),
        "tie_a": rounded(leaning.cooperation[0]),
        "tie_b": rounded(leaning.cooperation[1]),
        "allied": ", ".join([*found.allied, *(f"{one}?" for one in found.perhaps_allied)]) or None,
        "pipeline": rounded(found.pipeline) if found.pipeline_edges else None,
        "edges": len(found.edges),
        "thin": thin(found) if known else None,
        "full": int(found.is_full),
        "drivers": "; ".join(filter(None, (_drivers(as_of, found.state, one) for one in (a, b)))),
    }


def _drivers(as_of: AsOf, state: str, pole: str) -> str:
    told = drivers(as_of.between(state, pole))
    return f"{pole}: {told}" if told else ""


def _ranking(
    as_of: AsOf, ranked: Sequence[str], states: Sequence[str], poles: tuple[str, str]
) -> dict[str, float | None]:
    tau = median_volume(as_of, *poles, states)
    return {one: dual_engagement(as_of, one, *poles, tau).engagement for one in ranked}


def _order(row: Row) -> tuple[bool, bool, float, str]:
    value, thinly = row["engagement"], row["thin"] is not None
    return value is None, thinly, -number_of(row, "engagement"), str(row["state"])
