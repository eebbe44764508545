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

Bindings = Mapping[str, ox.NamedNode | ox.Literal]
_PARAMETER = re.compile(r"\$(\w+)")


def fill(sparql: str, bindings: Bindings) -> str:
    """The query with every `$name` that has a binding replaced by that term.

    pyoxigraph's own substitutions reach only variables of the outermost SELECT clause.

    Raises:
        UsageError: a binding has no `$name` in the query.
    """
    missing = bindings.keys() - set(_PARAMETER.findall(sparql))
    if missing:
        raise UsageError(f"The query has no ${min(missing)}; write it or leave the binding out.")
    return _PARAMETER.sub(
        lambda found: str(bindings[found[1]]) if found[1] in bindings else found[0], sparql
    )
