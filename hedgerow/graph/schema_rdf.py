"""The graphs that come with the ontology: its vocabulary, and the actors' labels and kinds."""

import hashlib
from functools import cache
from importlib.resources import files

from hedgerow.graph.ledger import Version
from hedgerow.graph.parts_rdf import actor_token
from hedgerow.graph.rdf import ACTORS, ONTOLOGY, NQuad
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.actors import actors
from hedgerow.ontology.namespaces import data_file
from hedgerow.ontology.turtle import parse_file
from hedgerow.ontology.version import ontology_version
from hedgerow.version import __version__

_FILES = ("classes.ttl", "vocabulary.ttl", "tie_types.ttl", "ladders.ttl")
_TABLES = ("states.csv", "bodies.csv")
_CODE = ("hedgerow.graph", "hedgerow.graph.resolution")


@cache
def schema_quads() -> tuple[NQuad, ...]:
    """The quads of the graphs of ontology and actors."""
    return (*_ontology_quads(), *_actor_quads())


@cache
def fingerprint() -> str:
    """A hash of all that resolution depends on: the ontology's files, and the code."""
    digest = hashlib.sha256(__version__.encode())
    for name in (*_FILES, *_TABLES):
        digest.update(data_file(name).read_bytes())
    for package in _CODE:
        for source in sorted(files(package).iterdir(), key=lambda each: each.name):
            if source.name.endswith(".py"):
                digest.update(source.read_bytes())
    return digest.hexdigest()


def this_version() -> Version:
    """What this hedgerow resolves stores with."""
    return Version(fingerprint(), __version__, ontology_version())


def _ontology_quads() -> list[NQuad]:
    triples = (triple for name in _FILES for triple in parse_file(name))
    return [f"{t.subject} {t.predicate} {t.object} {ONTOLOGY} .\n" for t in triples]


def _actor_quads() -> list[NQuad]:
    writer = GraphWriter(str(ACTORS))
    for actor in actors():
        subject = actor_token(actor.id)
        writer.type(subject, "".join(word.capitalize() for word in actor.kind.split("_")))
        writer.label(subject, actor.name)
        writer.value(subject, "code", actor.id)
    return writer.quads
