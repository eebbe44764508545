"""The columns of the files that `neo4j-admin database import` reads, and values as it reads them.

Everything comes from the model and the ontology's ranges, so the columns are known before the data.
A text is always quoted: an empty cell is no value, a quoted empty one an empty text.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hedgerow.errors import StoreError
from hedgerow.graph.neo4j.model import LABEL, model
from hedgerow.graph.neo4j.statements import BUCKET, FINGERPRINT
from hedgerow.graph.neo4j.terms import Class
from hedgerow.ontology import turtle
from hedgerow.ontology.namespaces import OWL_NS

SEPARATOR = "\x1f"
"""Between the texts of a list; loading drops controls, so that no article has it."""

_ENDS = (f":START_ID({LABEL})", f":END_ID({LABEL})")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_OBJECT_PROPERTY = OWL_NS + "ObjectProperty"


def quoted(text: str) -> str:
    """A text as a cell; quotes are doubled, all else stands for itself, line ends too."""
    return '"' + text.replace('"', '""') + '"'


def _listed(texts: list[str]) -> str:
    if texts == [""] or any(SEPARATOR in text for text in texts):
        raise StoreError(
            f"The list {texts!r} cannot be written as CSV; use hedgerow sync for this store."
        )
    return quoted(SEPARATOR.join(texts))


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of values: its name for the import tool, its type in Python, its cells."""

    name: str
    python: type
    cell: Callable[[Any], str]


TEXT = Kind("string", str, quoted)
TEXTS = Kind("string[]", list, _listed)
WHOLE = Kind("long", int, str)
REAL = Kind("double", float, repr)
DAY = Kind("date", dt.date, dt.date.isoformat)
TRUTH = Kind("boolean", bool, lambda value: str(value).lower())
ID = Kind(f"ID({LABEL})", str, quoted)
_BY_RANGE: Mapping[str | None, Kind] = {
    f"{_XSD}integer": WHOLE,
    f"{_XSD}double": REAL,
    f"{_XSD}date": DAY,
}


class Columns:
    """The columns of one file: a node's properties, or a relationship's after its two ends."""

    def __init__(self, kinds: Mapping[str, Kind], ends: tuple[str, ...] = ()) -> None:
        self.kinds = kinds
        self._ends = ends
        self._places = {name: (place, kind) for place, (name, kind) in enumerate(kinds.items())}
        self._empty = [""] * len(kinds)

    def header(self) -> str:
        """The line that names the columns and their types."""
        return _line([*self._ends, *(f"{name}:{kind.name}" for name, kind in self.kinds.items())])

    def row(self, properties: Mapping[str, Any], *ends: str) -> str:
        """The line of a node, or of a relationship between two ids.

        Raises:
            StoreError: a value is not of the type that the ontology gives its property.
        """
        cells = self._empty.copy()
        for name, value in properties.items():
            place, kind = self._places[name]
            if type(value) is not kind.python:
                raise StoreError(
                    f"{name} of {properties.get('id')} is {value!r} where the ontology wants a "
                    f"{kind.name}; use hedgerow sync for this store."
                )
            cells[place] = kind.cell(value)
        return _line([*map(quoted, ends), *cells])


def _line(cells: list[str]) -> str:
    return ",".join(cells) + "\n"


LINK = Columns({"role": TEXT}, _ENDS)
"""What a relationship that stands for a statement of the store carries."""


@cache
def node_columns(labels: tuple[str, ...]) -> Columns:
    """The columns of the nodes of one class: all that its members can have."""
    values = {
        term.property.name: TEXTS if term.property.many else _BY_RANGE.get(_range(iri), TEXT)
        for iri, term in _class(labels).terms.items()
        if term.link is None or not _leads_to_nodes_only(iri)
    }
    return Columns({"id": ID, FINGERPRINT: WHOLE, BUCKET: WHOLE, **values})


@cache
def edge_columns(labels: tuple[str, ...]) -> Columns:
    """The columns of the derived relationships of one class of nodes."""
    edge, kinds = _class(labels).edge, node_columns(labels).kinds
    carried = {name: kinds[name] for name in edge.properties} if edge else {}
    return Columns({"id": TEXT, "symmetric": TRUTH, **carried}, _ENDS)


def _class(labels: tuple[str, ...]) -> Class:
    return next(each for each in model().classes.values() if each.labels == labels)


@cache
def _ontology() -> Mapping[str, turtle.Node]:
    return turtle.read_nodes("classes.ttl", "vocabulary.ttl")


def _range(iri: str) -> str | None:
    return _ontology()[iri].get(turtle.RANGE) if iri in _ontology() else None


def _leads_to_nodes_only(iri: str) -> bool:
    return _ontology()[iri].has_type(_OBJECT_PROPERTY)
