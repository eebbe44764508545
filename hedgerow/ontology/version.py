"""The version of the ontology, as its own file states it."""

from functools import cache

from hedgerow.ontology.namespaces import HR_NS, OWL_NS
from hedgerow.ontology.turtle import read_nodes


@cache
def ontology_version() -> str:
    """The `owl:versionInfo` of the installed ontology, raised with its terms and definitions."""
    return read_nodes("classes.ttl")[HR_NS.removesuffix("#")].one(OWL_NS + "versionInfo")
