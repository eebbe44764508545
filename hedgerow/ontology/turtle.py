"""Reading the ontology's Turtle files into an index of subject, property and values."""

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from hedgerow.ontology.namespaces import HR_NS, RDF_NS, RDFS_NS, SKOS_NS, data_file

TYPE = RDF_NS + "type"
LABEL = RDFS_NS + "label"
NOTATION = SKOS_NS + "notation"
DEFINITION = SKOS_NS + "definition"
SCOPE_NOTE = SKOS_NS + "scopeNote"
RANGE = RDFS_NS + "range"


class Node:
    """One subject of a Turtle file, with its values as plain text by property IRI."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._values: dict[str, list[str]] = defaultdict(list)

    def add(self, predicate: str, value: str) -> None:
        """Note one more value."""
        self._values[predicate].append(value)

    def all(self, predicate: str) -> tuple[str, ...]:
        """Every value of a property, in the order of the file."""
        return tuple(self._values.get(predicate, ()))

    def get(self, predicate: str) -> str | None:
        """The first value of a property, or None."""
        return next(iter(self._values.get(predicate, ())), None)

    def one(self, predicate: str) -> str:
        """The value of a property that the file must give.

        Raises:
            ValueError: the file gives none.
        """
        value = self.get(predicate)
        if value is None:
            raise ValueError(f"{self.iri} lacks {predicate}")
        return value

    def has_type(self, iri: str) -> bool:
        """Whether the subject is declared an instance of a class."""
        return iri in self._values.get(TYPE, ())

    def predicates(self) -> Iterator[str]:
        """The properties that the subject uses."""
        return iter(self._values)

    def values(self) -> Iterator[str]:
        """Every value, whatever its property."""
        return (value for values in self._values.values() for value in values)


def parse_file(name: str) -> Iterator[ox.Quad]:
    """The triples of one data file."""
    return ox.parse(data_file(name).read_bytes(), format=ox.RdfFormat.TURTLE)


def read_nodes(*names: str) -> dict[str, Node]:
    """The subjects of some data files by IRI, in the order of the files."""
    nodes: dict[str, Node] = {}
    for name in names:
        for quad in parse_file(name):
            subject = _text(quad.subject)
            nodes.setdefault(subject, Node(subject)).add(_text(quad.predicate), _text(quad.object))
    return nodes


def hr(local_name: str) -> str:
    """The full IRI of a term of the ontology."""
    return HR_NS + local_name


def _text(term: object) -> str:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term.value
    raise ValueError(f"the ontology has no blank nodes: {term}")
