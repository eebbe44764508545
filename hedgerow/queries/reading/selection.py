"""Which edges are to be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from hedgerow.graph.snapshot import Filling
from hedgerow.ontology.vocabulary import TieKind, TieType, vocabulary
from hedgerow.queries.questions.header import Question
from hedgerow.queries.questions.library import part
from hedgerow.queries.questions.parameters import actor_bindings
from hedgerow.queries.questions.values import NOBODY


@dataclass(frozen=True, slots=True)
class Selection:
    """Which edges: those between `a` and `b`, those of `a` alone, or all of a type or kind.

    With `of` only those of the actors that are of some types and kinds. A name that is both a
    type's and a kind's stands for the events and the ties.
    """

    a: str | None = None
    b: str | None = None
    what: str | None = None
    of: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def bindings(self) -> Filling:
        """What the queries of ids need; whatever does not apply is bound to nobody."""
        actors = {"a": self.a, "b": self.b}
        named = {name: code for name, code in actors.items() if code is not None}
        words = vocabulary()
        bound = {"a": NOBODY, "b": NOBODY, "pair": NOBODY, "alone": NOBODY} | actor_bindings(named)
        of = (self.what,) if self.what else self.of
        return bound | {"types": _terms(words.tie_types, of), "kinds": _terms(words.kinds, of)}

    @property
    def ids(self) -> Question:
        """The query of its edges' ids."""
        if self.a is None:
            return part("ids_of_types")
        return part("ids_of_both" if self.of else "ids_of_actors")


def _terms(
    terms: Mapping[str, TieType] | Mapping[str, TieKind], names: Iterable[str]
) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(terms[name].iri) for name in names if name in terms)
