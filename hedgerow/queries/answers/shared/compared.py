"""The member states of a body between two powers: what measures of several states share."""

import datetime as dt

from hedgerow.errors import UsageError
from hedgerow.ontology.actors import actors
from hedgerow.queries.hedging.lines import THIN
from hedgerow.queries.measures.graph import read_graph
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.weights import default_weights
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edges import Selection


def poles_of(asked: Asked) -> tuple[str, str]:
    """The two poles that were asked for; UsageError unless there are two."""
    poles = asked.codes("between")
    if len(poles) != 2:
        raise UsageError(f"{asked.question.name} compares two poles; give between=USA,CHN.")
    return poles[0], poles[1]


def members_of(asked: Asked, on: dt.date) -> tuple[str, ...]:
    """The members of the body on a day, without the poles; UsageError where it has none."""
    body = asked.values["among"]
    found = set(actors().members(body, on)) - set(poles_of(asked))
    if not found:
        raise UsageError(f"{actors().name(body)} has no members on {on}; name a body like ASEAN.")
    return tuple(sorted(found))


def graph_between(asked: Asked, on: dt.date) -> AsOf:
    """Everything that counts with either pole on a day."""
    selections = [Selection(pole) for pole in poles_of(asked)]
    return read_graph(asked.reader, selections, default_weights(), on)


def thin(*edges: int) -> str | None:
    """`thin` where a number rests on few edges."""
    return "thin" if min(edges) < THIN else None


def rounded(number: float | None, digits: int = 2) -> float | None:
    """A number with so many digits; None stays None."""
    return None if number is None else round(number, digits)
