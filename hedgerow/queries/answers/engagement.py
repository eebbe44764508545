"""Engagement: the states of a body by dual engagement with two powers."""

from collections.abc import Iterator, Sequence

from hedgerow.queries.answers.shared.compared import (
    graph_between,
    members_of,
    poles_of,
    rounded,
    thin,
)
from hedgerow.queries.measures.engagement import DualEngagement, dual_engagement, median_volume
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.robustness import weight_check
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.phrases import level_words, listed, names, slug_words

DRIVERS = 2
"""As many edges are named for each pole."""


def rows(asked: Asked) -> list[Row]:
    """A row a member state, the highest number first, those without data last."""
    on = asked.day("at")
    as_of = graph_between(asked, on)
    costly = as_of.costly_only()
    poles = poles_of(asked)
    taus = [median_volume(graph, *poles, graph.actors()) for graph in (as_of, costly)]
    found = []
    for state in members_of(asked, on):
        all_of_it = dual_engagement(as_of, state, *poles, taus[0])
        strict = dual_engagement(costly, state, *poles, taus[1])
        found.append(_row(as_of, all_of_it, strict))
    return sorted(found, key=_order)


def words(rows: Sequence[Row], asked: Asked) -> str:
    """Who stands highest and lowest, and of whom there is no data."""
    known = [row for row in rows if row["engagement"] is not None]
    a, b = names(poles_of(asked))
    told = f"Dual engagement with {a} and {b} on {asked.day('at')}, {asked.name('among')}: "
    if not known:
        return f"{told}no data."
    ranked = listed([_told(row) for row in known])
    unknown = names([str(row["state"]) for row in rows if row["engagement"] is None])
    return f"{told}{ranked}{f'; no data: {listed(unknown)}' if unknown else ''}."


def _told(row: Row) -> str:
    thinly = ", thin" if row["thin"] else ""
    return f"{names([str(row['state'])])[0]} ({row['engagement']:.2f}{thinly})"


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """How far the order hangs on the weights, and what the number does not say."""
    as_of, poles = graph_between(asked, asked.day("at")), poles_of(asked)
    states = [str(row["state"]) for row in rows]
    tau = weight_check(as_of, lambda graph: _ranking(graph, states, poles), draws=0).least
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
        "thin": thin(len(found.edges)) if known else None,
        "drivers": "; ".join(filter(None, (_drivers(as_of, found.state, one) for one in (a, b)))),
    }


def _drivers(as_of: AsOf, state: str, pole: str) -> str:
    found = sorted(as_of.between(state, pole), key=lambda one: (-one.worth, one.edge.id))
    told = []
    for one in found[:DRIVERS]:
        about = level_words(one.edge.level) if one.edge.level else slug_words(one.edge.what)
        told.append(f"{about} ({one.edge.stated or 'undated'})")
    return f"{pole}: {', '.join(told)}" if told else ""


def _ranking(as_of: AsOf, states: Sequence[str], poles: tuple[str, str]) -> dict[str, float | None]:
    tau = median_volume(as_of, *poles, as_of.actors())
    return {one: dual_engagement(as_of, one, *poles, tau).engagement for one in states}


def _order(row: Row) -> tuple[bool, float, str]:
    value = row["engagement"]
    return value is None, -float(value) if isinstance(value, float) else 0.0, str(row["state"])
