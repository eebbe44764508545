"""The member states of a body between two powers: what measures of several states share."""

import datetime as dt
from collections.abc import Iterable

from hedgerow.errors import UsageError
from hedgerow.ontology.actors import actors
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.poles import BetweenPoles
from hedgerow.queries.measures.signals import AsOf, Signal
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection
from hedgerow.queries.reading.scope import once
from hedgerow.queries.words.phrases import level_words, slug_words

DRIVERS = 2
"""As many edges are named for each partner."""


def poles_of(asked: Asked) -> tuple[str, str]:
    """The two poles that were asked for; UsageError unless there are two."""
    poles = asked.codes("between")
    if len(poles) != 2:
        raise UsageError(f"{asked.question.name} compares two poles; give between=USA,CHN.")
    return poles[0], poles[1]


def members_of(asked: Asked, on: dt.date) -> tuple[str, ...]:
    """The members of the body on a day, without the poles; UsageError where it has none."""
    return tuple(sorted({*members(asked.values["among"], on)} - {*poles_of(asked)}))


def members(body: str, on: dt.date) -> tuple[str, ...]:
    """The members of a body on a day; UsageError where it has none."""
    found = tuple(actors().members(body, on))
    if not found:
        raise UsageError(f"{actors().name(body)} has no members on {on}; name a body like ASEAN.")
    return found


def graph_of(asked: Asked, on: dt.date) -> AsOf:
    """Everything that counts with the actor `a` on a day."""
    return read_graph(asked.reader, [Selection(asked.values["a"])], default_weights(), on)


def drivers(signals: Iterable[Signal]) -> str:
    """The weightiest edges in words: `comprehensive partnership (2013-07-25), visit (2024)`."""
    told = []
    for one in sorted(signals, key=lambda one: (-one.worth, one.edge.id))[:DRIVERS]:
        about = level_words(one.edge.level) if one.edge.level else slug_words(one.edge.what)
        told.append(f"{about} ({one.edge.stated or 'undated'})")
    return ", ".join(told)


def graph_between(asked: Asked, on: dt.date) -> AsOf:
    """Everything that counts with either pole on a day."""
    selections = [Selection(pole) for pole in poles_of(asked)]
    return once(
        asked, f"graph {on}", lambda: read_graph(asked.reader, selections, default_weights(), on)
    )


def thin(*found: BetweenPoles) -> str | None:
    """`thin` where one of some numbers rests on few edges, or on one side alone."""
    return "thin" if any(one.is_thin for one in found) else None
