"""Brokerage: how often an actor brokered between others."""

from dataclasses import dataclass

from hedgerow.queries.measures.signals import AsOf, Result, Signal, ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Brokerage(Result):
    """How many matters an actor brokered up to the day, and how many it may yet broker.

    0 means that none was found in what was loaded.
    """

    actor: str
    brokered: int
    pipeline: int


def brokerage(as_of: AsOf, actor: str) -> Brokerage:
    """The number of concluded events of brokerage with the actor as their first, without decay.

    A count, no lean: brokering between two is no tie to either. Says nothing of success.
    """
    counted = [one for one in as_of.brokered if _first(one) == actor and one.layer == "concluded"]
    ahead = [one for one in as_of.brokered if _first(one) == actor and one.layer == "prospective"]
    return Brokerage(
        on=as_of.on,
        weights=as_of.weights,
        edges=ids(counted),
        pipeline_edges=ids(ahead),
        actor=actor,
        brokered=len(counted),
        pipeline=len(ahead),
    )


def _first(signal: Signal) -> str:
    return signal.edge.actors[0]
