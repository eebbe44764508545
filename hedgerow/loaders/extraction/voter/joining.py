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

    All its pairs have the same `standing`. The probability is that of the tie and of its standing
    together, of the least probable pair.
    """

    type: str
    actors: tuple[str, ...]
    probability: float
    standing: str


def joined(judgements: Iterable[Judgement]) -> Iterator[Told]:
    """The ties that judgements of one sentence amount to, by type and standing."""
    alike: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        alike[judgement.type, _standing(judgement)].append(judgement)
    for (type_name, standing), judged in sorted(alike.items()):
        directed = vocabulary().tie_type(type_name).directed
        for actors in _by_source(judged) if directed else _by_company(judged):
            among = [j for j in judged if set(j.actors) <= set(actors)]
            probability = min(_probability(j, standing) for j in among)
            yield Told(type_name, actors, probability, standing)


def _standing(judgement: Judgement) -> str:
    """What the network takes a matter for; it is taken for concluded unless it is sure."""
    return judgement.standing if judgement.standing_probability >= SURE else CONCLUDED


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


def _probability(judgement: Judgement, standing: str) -> float:
    """How sure it is that a tie is told, and with the standing that it is taken for."""
    doubted = judgement.standing != standing
    firm = 1 - judgement.standing_probability if doubted else judgement.standing_probability
    return judgement.probability * firm
