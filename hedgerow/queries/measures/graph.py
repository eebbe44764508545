"""The graph as of a day: which edges count on it, in which layer, and for how much."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from hedgerow.queries.dates.terms import TERM
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.sorting import Sorting
from hedgerow.queries.measures.weighing import Told, Weights
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, attribute_of, edges_of


def as_of_graph(
    edges: Iterable[Edge], attributes: Mapping[str, Told], weights: Weights, on: dt.date
) -> AsOf:
    """What counts at the end of a day, each edge once however many documents tell it.

    `attributes` are the told values by attribute, by the id of the edge. Concluded events are worth
    their weight times 2^(-days / half-life), counted from the day by which they had come to stand
    so; prospective ones the same in a layer of their own. A tie that is held, and was last
    confirmed within its horizon or is known to have held later, is worth its weight in full; the
    events of its life with a weight of the same sign are then part of it and do not count again.
    Nor do those of a tie that ended or whose stated term ran out: what is over counts nowhere.
    Source: after Goldstein (1992) for the weights.
    """
    sorting = Sorting(attributes, weights, on)
    distinct = sorted({edge.id: edge for edge in edges}.values(), key=lambda edge: edge.id)
    for edge in distinct:
        if not edge.is_tie:
            sorting.note_terms(edge)
    for edge in distinct:
        if edge.is_tie:
            sorting.take_tie(edge)
    for edge in distinct:
        if not edge.is_tie:
            sorting.take_event(edge)
    return sorting.result()


def read_graph(
    reader: Reader, selections: Iterable[Selection], weights: Weights, on: dt.date
) -> AsOf:
    """What counts on a day among the edges of some selections of a store or server."""
    edges: list[Edge] = []
    attributes: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for wanted in selections:
        edges += edges_of(reader, wanted)
        for attribute in (*weights.attributes, TERM):
            for edge, values in attribute_of(reader, wanted, attribute).items():
                attributes[edge][attribute] = values
    return as_of_graph(edges, attributes, weights, on)
