"""Terms of an answer as values: for programs whole, for a terminal short."""

import re
from collections.abc import Callable

import pyoxigraph as ox

from hedgerow.graph.ids import BASE
from hedgerow.graph.sparql import PREFIXES
from hedgerow.ontology.namespaces import RDF_NS

Value = str | int | float | bool | None
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

DECLARED = {**PREFIXES, "rdf": RDF_NS}
"""Prefixes that a query need not declare."""
_XSD = PREFIXES["xsd"]
_LONGEST = 300
LONGEST_SHOWN = 2000
"""Characters of a text that people are shown."""
_READERS: dict[str, Callable[[str], Value]] = {
    _XSD + "integer": int,
    _XSD + "decimal": float,
    _XSD + "double": float,
    _XSD + "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
}
_NAME = re.compile(r"[\w.-]+")


def value(term: Term) -> Value:
    """What JSON holds: numbers and truth values as such, an IRI as text, None where unbound."""
    if term is None or isinstance(term, ox.Triple | ox.BlankNode):
        return None if term is None else str(term)
    if isinstance(term, ox.NamedNode):
        return term.value
    read = _READERS.get(term.datatype.value)
    if read is None or len(term.value) > _LONGEST or not term.value.lstrip("+-")[:1].isalnum():
        return term.value
    try:
        found = read(term.value)
    except (ValueError, KeyError):
        return term.value
    is_finite = not isinstance(found, float) or abs(found) < float("inf")
    return found if is_finite else term.value


def short(term: Term) -> Value:
    """The same, but not too long, with IRIs as a query may write them: `hr:Visit`, `actor/VNM`."""
    told = _short_iri(term) if isinstance(term, ox.NamedNode) else value(term)
    if isinstance(told, str) and len(told) > LONGEST_SHOWN:
        return f"{told[:LONGEST_SHOWN]}…"
    return told


def _short_iri(term: ox.NamedNode) -> str:
    for prefix, start in DECLARED.items():
        rest = term.value.removeprefix(start)
        if rest != term.value and _NAME.fullmatch(rest):
            return f"{prefix}:{rest}"
    return term.value.removeprefix(BASE)
