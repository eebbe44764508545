"""Reading the edges between two actors, of one actor, or of one type or kind, and their sentences.

First the ids of a selection are read, then what is wanted of these. All is kept for each commit of
a reader, since questions and measures ask for the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pyoxigraph as ox

from hedgerow.graph.ids import to_iri
from hedgerow.graph.records import StatusEntry
from hedgerow.graph.snapshot import Filling
from hedgerow.ontology.vocabulary import TieKind, TieType, vocabulary
from hedgerow.queries.questions.library import part
from hedgerow.queries.questions.parameters import actor_bindings
from hedgerow.queries.questions.values import NOBODY
from hedgerow.queries.reading.archive import Reader, run
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.reading.edge_rows import edge_of, source_of, step_of
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.reading.rows import whole_of


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


def edges_of(reader: Reader, wanted: Selection) -> tuple[Edge, ...]:
    """The edges of a selection by id."""
    return kept(reader, ("edges", wanted), lambda: _read_edges(reader, wanted))


def sources_of(reader: Reader, wanted: Selection) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind each edge of a selection, by the edge's id and then the claim's."""
    return kept(reader, ("sources", wanted), lambda: _read_sources(reader, ids_of(reader, wanted)))


def sources_for(reader: Reader, edges: Iterable[Edge]) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind some edges, as `sources_of` has them: for the few that are shown."""
    ids = tuple(sorted({edge.id for edge in edges}))
    return kept(reader, ("sources", ids), lambda: _read_sources(reader, _nodes(ids)))


def attribute_of(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute for each edge of a selection by the edge's id.

    They are sorted and each stands once; edges of which no claim tells it are left out.
    """
    key = ("attribute", wanted, attribute)
    return kept(reader, key, lambda: _read_attribute(reader, wanted, attribute))


def ids_of(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    """The ids of a selection's edges, as the queries of edges and sentences need them."""
    return kept(reader, ("ids", wanted), lambda: _read_ids(reader, wanted))


def _read_ids(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    of_actors = "ids_of_both" if wanted.of else "ids_of_actors"
    query = "ids_of_types" if wanted.a is None else of_actors
    return _nodes(str(row["id"]) for row in run(reader, part(query), wanted.bindings))


def _nodes(ids: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(to_iri(each)) for each in ids)


def _terms(
    terms: Mapping[str, TieType] | Mapping[str, TieKind], names: Iterable[str]
) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(terms[name].iri) for name in names if name in terms)


def _read_edges(reader: Reader, wanted: Selection) -> tuple[Edge, ...]:
    bindings = {"ids": ids_of(reader, wanted)}
    histories: dict[str, list[tuple[int, StatusEntry]]] = defaultdict(list)
    for row in run(reader, part("steps"), bindings):
        histories[str(row["id"])].append((whole_of(row, "position"), step_of(row)))
    rows = sorted(run(reader, part("edges"), bindings), key=lambda row: str(row["id"]))
    return tuple(edge_of(row, histories.get(str(row["id"]), ())) for row in rows)


def _read_sources(
    reader: Reader, ids: tuple[ox.NamedNode, ...]
) -> Mapping[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = defaultdict(list)
    for row in run(reader, part("sentences"), {"ids": ids}):
        found[str(row["id"])].append(source_of(row))
    return MappingProxyType(
        {edge: tuple(sorted(told, key=lambda one: one.claim)) for edge, told in found.items()}
    )


def _read_attribute(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    iri = ox.NamedNode(vocabulary().attribute(attribute).iri)
    bindings: Filling = {"ids": ids_of(reader, wanted), "attribute": iri}
    found: dict[str, set[str]] = defaultdict(set)
    for row in run(reader, part("attributes"), bindings):
        found[str(row["id"])].add(str(row["value"]))
    return MappingProxyType({edge: tuple(sorted(values)) for edge, values in found.items()})
