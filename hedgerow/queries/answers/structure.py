"""Structure: balance, frustration and who stands between, in the whole graph; exploratory."""

from collections.abc import Iterator, Sequence

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.answers.shared.compared import members
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.structure import (
    EXPLORATORY,
    Among,
    balance,
    betweenness,
    frustration,
    signed_graph,
    too_large,
)
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.numbers import rounded
from hedgerow.queries.words.phrases import counted, listed, names

NAMED = 10
"""As many of those who stand between others are listed."""


def rows(asked: Asked) -> list[Row]:
    """Balance, frustration, and betweenness by actor."""
    states = _states(asked)
    as_of = _graph(asked, states)
    if not signed_graph(as_of, states):
        return []
    scores = betweenness(as_of, states).scores[:NAMED]
    between = [
        _row("betweenness", code, score, "share of the shortest paths of cooperation through it")
        for code, score in scores
        if score > 0
    ]
    return [_balance(as_of, states), _frustration(as_of, states), *between]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """The numbers in one line, each with what it is of."""
    among = asked.name("among") if "among" in asked.values else "All actors"
    who = f"{among} on {asked.day('at')}, {EXPLORATORY}"
    if not rows:
        return f"{who}: no tie that counts; {none_found(asked)}."
    told = [str(row["told"]) for row in rows if row["actor"] is None]
    most = [str(row["actor"]) for row in rows if row["actor"] is not None][:3]
    between = f"; most often between others: {listed(names(most))}" if most else ""
    return f"{who}: {'; '.join(told)}{between}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What shapes these numbers before anything else."""
    yield "News coverage shapes who is linked here before all else: look into it, do not cite it."
    yield f"Weights {default_weights().version}: a proposal, not a finding."


def _states(asked: Asked) -> Among:
    body = asked.values.get("among")
    return None if body is None else frozenset(members(body, asked.day("at")))


def _graph(asked: Asked, states: Among) -> AsOf:
    """What counts on the day, with any of some states or between all actors."""
    words = vocabulary()
    everything = dict.fromkeys([*words.tie_types, *words.kinds])
    selections = [Selection(state) for state in sorted(states or ())]
    selections = selections or [Selection(what=name) for name in everything]
    return read_graph(asked.reader, selections, default_weights(), asked.day("at"))


def _balance(as_of: AsOf, states: Among) -> Row:
    found = balance(as_of, states)
    triads = counted(found.triads, "closed triad")
    return _row("balance", None, found.share, f"{found.balanced} of {triads} balanced")


def _frustration(as_of: AsOf, states: Among) -> Row:
    if (why := too_large(as_of, states)) is not None:
        return _row("frustration", None, None, f"frustration not worked out ({why})")
    found = frustration(as_of, states)
    told = f"{found.index or 0} of {counted(found.ties, 'tie')} frustrated"
    return _row("frustration", None, found.index, told)


def _row(measure: str, actor: str | None, value: float | None, told: str) -> Row:
    return {"measure": measure, "actor": actor, "value": rounded(value, 3), "told": told}
