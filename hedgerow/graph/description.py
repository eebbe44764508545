"""Reading back what a graph says about one subject, by the field names of records."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.rdf import MEND, RDFS_LABEL, Term, local_id, prop


class Description:
    """What a graph says about one subject, read back by the field names of records."""

    __slots__ = ("_values", "subject")

    def __init__(self, subject: str, quads: Iterable[ox.Quad]) -> None:
        self.subject = subject
        self._values: dict[str, list[Term]] = {}
        for quad in quads:
            self._values.setdefault(quad.predicate.value, []).append(quad.object)

    def __bool__(self) -> bool:
        return bool(self._values)

    def all(self, predicate: ox.NamedNode) -> list[Term]:
        """Every value of a property, in no order."""
        return self._values.get(predicate.value, [])

    def repeated(self) -> Iterator[tuple[str, Term]]:
        """The values of properties that have several, each with its property's IRI."""
        for predicate, values in self._values.items():
            if len(values) > 1:
                yield from ((predicate, value) for value in values)

    def texts(self, field: str) -> tuple[str, ...]:
        """The literals of a field, sorted."""
        return tuple(sorted(v.value for v in self.all(prop(field)) if isinstance(v, ox.Literal)))

    def text(self, field: str) -> str | None:
        """The literal of a field that has at most one, or None."""
        return next((v.value for v in self.all(prop(field)) if isinstance(v, ox.Literal)), None)

    def required(self, field: str) -> str:
        """The literal of a field that must be there.

        Raises:
            StoreError: it is not.
        """
        value = self.text(field)
        if value is None:
            raise StoreError(f"{self.subject} lacks {prop(field).value}; {MEND}")
        return value

    def label(self) -> str:
        """The label, or an empty string."""
        return next((v.value for v in self.all(RDFS_LABEL) if isinstance(v, ox.Literal)), "")

    def ids(self, field: str) -> tuple[str, ...]:
        """The local ids of the nodes of a field, sorted."""
        return tuple(sorted(local_id(v) for v in self.all(prop(field))))

    def required_id(self, field: str) -> str:
        """The local id of the node of a field that must be there; StoreError if it is not."""
        found = self.id(field)
        if found is None:
            raise StoreError(f"{self.subject} lacks {prop(field).value}; {MEND}")
        return found

    def id(self, field: str) -> str | None:
        """The local id of the node of a field that has at most one, or None."""
        return next((local_id(v) for v in self.all(prop(field))), None)
