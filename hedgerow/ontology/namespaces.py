"""The namespaces that the ontology's own data files use."""

from importlib.resources import files
from importlib.resources.abc import Traversable

HR_NS = "https://w3id.org/hedgerow/ontology#"
INSTANCE_NS = "https://w3id.org/hedgerow/"
SKOS_NS = "http://www.w3.org/2004/02/skos/core#"
RDFS_NS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_NS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL_NS = "http://www.w3.org/2002/07/owl#"
DCTERMS_NS = "http://purl.org/dc/terms/"


def data_file(name: str) -> Traversable:
    """One file of the ontology's data folder, also from a wheel or zip."""
    return files("hedgerow.ontology") / "data" / name
