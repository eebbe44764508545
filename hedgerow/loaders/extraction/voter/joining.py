"""From judgements of pairs to ties among all their parties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from hedgerow.loaders.extraction.voter.network import Judgement
from hedgerow.ontology.vocabulary import vocabulary

CONCLUDED = "concluded"
SURE = 0.8
"""The probability from which the network's word counts that a matter is not concluded."""


@dataclass(frozen=True, slots=True)
class Told:
    """A tie of a type among `actors`, the source first if it is directed.

    It is as probable as the least probable of its pairs, and no firmer than any of them. The
    probability is that of the tie and of its standing together.
    """

    type: str
    actors: tuple[str, ...]
    probability: float
    standing: str


def joined(judgements: Iterable[Judgement]) -> Iterator[Told]:
    """The ties that judgements of one sentence amount to, by type."""
    by_type: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_type[judgement.type].append(judgement)
    for type_name, judged in sorted(by_type.items()):
        directed = vocabulary().tie_type(type_name).directed
        for actors in _by_source(judged) if directed else _by_company(judged):
            yield _told(type_name, actors, judged)


def _by_source(judged: list[Judgement]) -> Iterator[tuple[str, ...]]:
    others: dict[str, list[str]] = defaultdict(list)
    for judgement in judged:
        others[judgement.actors[0]].append(judgement.actors[1])
    for source, found in others.items():
        yield source, *found


def _by_company(judged: list[Judgement]) -> Iterator[tuple[str, ...]]:
    """The largest groups in which everybody is tied to everybody."""
    graph = nx.Graph(judgement.actors for judgement in judged)
    yield from (tuple(sorted(group)) for group in sorted(nx.find_cliques(graph)))


def _told(type_name: str, actors: tuple[str, ...], judged: list[Judgement]) -> Told:
    among = [j for j in judged if set(j.actors) <= set(actors)]
    surely = (j.standing for j in among if j.standing_probability >= SURE)
    standing = next((found for found in surely if found != CONCLUDED), CONCLUDED)
    return Told(type_name, actors, min(_probability(j, standing) for j in among), standing)


def _probability(judgement: Judgement, standing: str) -> float:
    """How sure it is that a tie is told, and that it is not less firm than it is taken for."""
    doubted = standing == CONCLUDED != judgement.standing
    firm = 1 - judgement.standing_probability if doubted else judgement.standing_probability
    return judgement.probability * firm
