"""The graphs that come with the ontology: its vocabulary, and the actors' labels and kinds."""

import hashlib
from functools import cache

import pyoxigraph as ox

from hedgerow import __version__
from hedgerow.graph.parts_rdf import actor_node
from hedgerow.graph.rdf import ACTORS, ONTOLOGY, GraphWriter
from hedgerow.ontology.actors import actors
from hedgerow.ontology.namespaces import data_file
from hedgerow.ontology.turtle import parse_file

_FILES = ("classes.ttl", "vocabulary.ttl", "tie_types.ttl", "ladders.ttl")
_TABLES = ("states.csv", "bodies.csv")


@cache
def schema_quads() -> tuple[ox.Quad, ...]:
    """The quads of the graphs of ontology and actors."""
    return (*_ontology_quads(), *_actor_quads())


@cache
def fingerprint() -> str:
    """A hash of all that resolution depends on: the ontology's files and hedgerow's version."""
    digest = hashlib.sha256(__version__.encode())
    for name in (*_FILES, *_TABLES):
        digest.update(data_file(name).read_bytes())
    return digest.hexdigest()


def _ontology_quads() -> list[ox.Quad]:
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, ONTOLOGY)
        for name in _FILES
        for triple in parse_file(name)
    ]


def _actor_quads() -> list[ox.Quad]:
    writer = GraphWriter(ACTORS)
    for actor in actors():
        subject = actor_node(actor.id)
        writer.type(subject, "".join(word.capitalize() for word in actor.kind.split("_")))
        writer.label(subject, actor.name)
        writer.value(subject, "code", actor.id)
    return writer.quads
