"""Reading the edges between two actors, of one actor, or of one type or kind, and their sentences.

What was read is kept for each commit of a reader, since questions and measures ask for the same.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from hedgerow.graph.ids import to_iri
from hedgerow.graph.records import StatusEntry
from hedgerow.graph.snapshot import Filling
from hedgerow.ontology.vocabulary import TieKind, TieType, vocabulary
from hedgerow.queries.archive import Reader, archive_of, run
from hedgerow.queries.edge import Edge, Source
from hedgerow.queries.library import part
from hedgerow.queries.parameters import actor_bindings
from hedgerow.queries.rows import Row, actors_of, number_of, source_first, text_of, whole_of
from hedgerow.queries.values import NOBODY

KEPT = 200
"""As many readings of a commit are kept; beyond that the oldest is dropped."""
T = TypeVar("T")
_KNOWN: WeakKeyDictionary[Reader, tuple[Hashable, dict[Hashable, object]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which edges: those between `a` and `b`, those of `a` alone, or all of a type or kind.

    With `of` only those of the actors that are of some types and kinds. A name that is both a
    type's and a kind's stands for the events and the ties.
    """

    a: str | None = None
    b: str | None = None
    what: str | None = None
    of: tuple[str, ...] = ()

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
    return _kept(reader, ("edges", wanted), lambda: _read_edges(reader, wanted))


def sources_of(reader: Reader, wanted: Selection) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind each edge of a selection, by the edge's id and then the claim's."""
    return _kept(reader, ("sources", wanted), lambda: _read_sources(reader, ids_of(reader, wanted)))


def sources_for(reader: Reader, edges: Iterable[Edge]) -> Mapping[str, tuple[Source, ...]]:
    """The sentences behind some edges, as `sources_of` has them: for the few that are shown."""
    ids = tuple(sorted({edge.id for edge in edges}))
    return _kept(reader, ("sources", ids), lambda: _read_sources(reader, _nodes(ids)))


def attribute_of(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    """The values of an attribute for each edge of a selection by the edge's id.

    They are sorted and each stands once; edges of which no claim tells it are left out.
    """
    key = ("attribute", wanted, attribute)
    return _kept(reader, key, lambda: _read_attribute(reader, wanted, attribute))


def forget(reader: Reader) -> None:
    """Drop what was read and kept of a reader."""
    _KNOWN.pop(reader, None)


def ids_of(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    """The ids of a selection's edges, as the queries of edges and sentences need them."""
    return _kept(reader, ("ids", wanted), lambda: _read_ids(reader, wanted))


def _read_ids(reader: Reader, wanted: Selection) -> tuple[ox.NamedNode, ...]:
    if wanted.a is None:
        query = "ids_of_types"
    else:
        query = "ids_of_both" if wanted.of else "ids_of_actors"
    return _nodes(str(row["id"]) for row in run(reader, part(query), wanted.bindings))


def _nodes(ids: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(to_iri(each)) for each in ids)


def _terms(
    terms: Mapping[str, TieType] | Mapping[str, TieKind], names: Iterable[str]
) -> tuple[ox.NamedNode, ...]:
    return tuple(ox.NamedNode(terms[name].iri) for name in names if name in terms)


def _kept(reader: Reader, key: Hashable, read: Callable[[], T]) -> T:
    commit = archive_of(reader).commit
    known = _KNOWN.get(reader)
    if known is None or known[0] != commit:
        known = _KNOWN[reader] = (commit, {})
    kept = known[1]
    if key not in kept:
        for oldest in list(islice(kept, max(0, len(kept) + 1 - KEPT))):
            del kept[oldest]
        kept[key] = read()
    return cast("T", kept[key])


def _read_edges(reader: Reader, wanted: Selection) -> tuple[Edge, ...]:
    bindings = {"ids": ids_of(reader, wanted)}
    histories: dict[str, list[tuple[int, StatusEntry]]] = defaultdict(list)
    for row in run(reader, part("steps"), bindings):
        histories[str(row["id"])].append((whole_of(row, "position"), _step(row)))
    rows = sorted(run(reader, part("edges"), bindings), key=lambda row: str(row["id"]))
    return tuple(_edge(row, histories.get(str(row["id"]), ())) for row in rows)


def _read_sources(
    reader: Reader, ids: tuple[ox.NamedNode, ...]
) -> Mapping[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = defaultdict(list)
    for row in run(reader, part("sentences"), {"ids": ids}):
        found[str(row["id"])].append(_source(row))
    return MappingProxyType(
        {edge: tuple(sorted(told, key=lambda one: one.claim)) for edge, told in found.items()}
    )


def _read_attribute(
    reader: Reader, wanted: Selection, attribute: str
) -> Mapping[str, tuple[str, ...]]:
    iri = ox.NamedNode(vocabulary().attribute(attribute).iri)
    bindings = {"ids": ids_of(reader, wanted), "attribute": iri}
    found: dict[str, set[str]] = defaultdict(set)
    for row in run(reader, part("attributes"), bindings):
        found[str(row["id"])].add(str(row["value"]))
    return MappingProxyType({edge: tuple(sorted(values)) for edge, values in found.items()})


def _edge(row: Row, history: Iterable[tuple[int, StatusEntry]]) -> Edge:
    is_tie = row["kind"] is not None
    steps = sorted(history, key=lambda each: each[0])
    return Edge(
        id=str(row["id"]),
        kind="tie" if is_tie else "event",
        what=str(row["kind"] if is_tie else row["type"]),
        actors=source_first(row),
        directed=row["source"] is not None,
        standing=text_of(row, "standing"),
        status=text_of(row, "status"),
        stated=text_of(row, "stated"),
        end=text_of(row, "end"),
        published=text_of(row, "published"),
        level=text_of(row, "level"),
        from_level=text_of(row, "from_level"),
        item=text_of(row, "item"),
        place=text_of(row, "place"),
        documents=whole_of(row, "documents"),
        confidence=number_of(row, "confidence"),
        last_confirmed=text_of(row, "last_confirmed"),
        opened_by=text_of(row, "opened_by"),
        closed_by=text_of(row, "closed_by"),
        events=actors_of(row, "events"),
        history=tuple(step for _, step in steps),
    )


def _step(row: Row) -> StatusEntry:
    return StatusEntry(
        status=str(row["status"]),
        on=text_of(row, "on"),
        basis=str(row["basis"]),
        stage=text_of(row, "stage"),
        claims=(),
    )


def _source(row: Row) -> Source:
    return Source(
        claim=str(row["claim"]),
        document=str(row["document"]),
        quote=text_of(row, "quote") or "",
        status=str(row["status"]),
        stage=text_of(row, "stage"),
        phase=str(row["phase"]),
        stated=text_of(row, "stated"),
        attributed_to=text_of(row, "attributed_to"),
        title=text_of(row, "title"),
        publisher=text_of(row, "publisher"),
        published=text_of(row, "published"),
        address=str(row["address"]),
        confidence=number_of(row, "confidence"),
    )
