"""Writing the quads of one named graph, by the field names of records."""

import datetime as dt
from collections.abc import Iterable

import pyoxigraph as ox

from hedgerow.graph.rdf import (
    RDF_TYPE,
    RDFS_LABEL,
    NQuad,
    Token,
    day,
    hr_token,
    literal,
    prop_token,
    token,
)

_TYPE, _LABEL = str(RDF_TYPE), str(RDFS_LABEL)


class GraphWriter:
    """Collects the quads of one named graph; values that are None are left out."""

    __slots__ = ("_end", "quads")

    def __init__(self, graph: Token) -> None:
        self._end = f" {graph} .\n"
        self.quads: list[NQuad] = []

    def add(self, subject: Token, predicate: Token, value: Token) -> None:
        """Add a quad."""
        self.quads.append(f"{subject} {predicate} {value}{self._end}")

    def link(self, subject: Token, field: str, target: Token) -> None:
        """Add a quad whose object is a node."""
        self.quads.append(f"{subject} {prop_token(field)} {target}{self._end}")

    def links(self, subject: Token, field: str, local_ids: Iterable[str]) -> None:
        """Add a quad for each local id."""
        for each in local_ids:
            self.link(subject, field, token(each))

    def type(self, subject: Token, local_name: str) -> None:
        """Say which class of the ontology the subject belongs to."""
        self.add(subject, _TYPE, hr_token(local_name))

    def label(self, subject: Token, text: str) -> None:
        """Add an English label."""
        self.add(subject, _LABEL, str(ox.Literal(text, language="en")))

    def value(self, subject: Token, field: str, value: str | float | None) -> None:
        """Add a string, whole number or floating point number."""
        if value is not None:
            self.link(subject, field, literal(value))

    def date(self, subject: Token, field: str, value: dt.date | None) -> None:
        """Add a day as xsd:date."""
        if value is not None:
            self.link(subject, field, day(value))
