"""Filling in the parameters of a query."""

import re
from collections.abc import Mapping

import pyoxigraph as ox

from hedgerow.errors import UsageError
from hedgerow.ontology.namespaces import HR_NS, RDFS_NS, SKOS_NS

PREFIXES = {
    "hr": HR_NS,
    "rdfs": RDFS_NS,
    "skos": SKOS_NS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Declared for every query."""

Term = ox.NamedNode | ox.Literal
Bindings = Mapping[str, Term]
"""A term for each `$name`."""
Filling = Mapping[str, Term | tuple[Term, ...]]
"""The same; several terms stand side by side where `VALUES` lists them."""
_PARAMETER = re.compile(r"\$(\w+)")


def fill(sparql: str, bindings: Filling) -> str:
    """The query with every `$name` that has a binding replaced by that term, or its terms.

    pyoxigraph's own substitutions reach only variables of the outermost SELECT clause.

    Raises:
        UsageError: a binding has no `$name` in the query.
    """
    missing = bindings.keys() - set(_PARAMETER.findall(sparql))
    if missing:
        raise UsageError(f"The query has no ${min(missing)}; write it or leave the binding out.")
    return _PARAMETER.sub(
        lambda found: _text(bindings[found[1]]) if found[1] in bindings else found[0], sparql
    )


def _text(given: Term | tuple[Term, ...]) -> str:
    return " ".join(map(str, given)) if isinstance(given, tuple) else str(given)
