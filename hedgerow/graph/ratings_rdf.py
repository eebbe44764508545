"""Ratings as quads and back, and the handling marks that documents came with."""

from collections import defaultdict

import pyoxigraph as ox

from hedgerow.graph.description import Description
from hedgerow.graph.ratings import Rating, Ratings
from hedgerow.graph.rdf import JUDGEMENTS, NQuad, local_id, prop, token
from hedgerow.graph.reading import describe, instances
from hedgerow.graph.writing import GraphWriter

_FIELDS = ("by", "at", "note", "reliability", "credibility", "handling")


def rating_quads(rating: Rating) -> list[NQuad]:
    """The quads of a rating."""
    subject = token(rating.id)
    writer = GraphWriter(str(JUDGEMENTS))
    writer.type(subject, "Rating")
    if rating.is_of_outlet:
        writer.value(subject, "rated_outlet", rating.subject)
    else:
        writer.link(subject, "rated", token(rating.subject))
    for field in _FIELDS:
        writer.value(subject, field, getattr(rating, field))
    for mark in sorted(set(rating.instead_of)):
        writer.value(subject, "replaced_mark", mark)
    return writer.quads


def read_rating(found: Description) -> Rating:
    """The rating of its node's description.

    Raises:
        StoreError: the node was not written by `rating_quads`.
    """
    return Rating(
        subject=found.text("rated_outlet") or found.required_id("rated"),
        by=found.required("by"),
        at=found.required("at"),
        note=found.text("note"),
        reliability=found.text("reliability"),
        credibility=found.text("credibility"),
        handling=found.text("handling"),
        instead_of=found.texts("replaced_mark"),
    )


def all_ratings(database: ox.Store) -> list[Rating]:
    """Every rating, in the database's order."""
    found = instances(database, "Rating", JUDGEMENTS)
    return [read_rating(describe(database, each, JUDGEMENTS)) for each in found]


def marks_of_documents(database: ox.Store) -> dict[str, frozenset[str]]:
    """The marks that documents came with, by id; those that came with none are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in database.quads_for_pattern(None, prop("handling"), None, None):
        if quad.graph_name != JUDGEMENTS and isinstance(quad.object, ox.Literal):
            found[local_id(quad.graph_name)].add(quad.object.value)
    return {each: frozenset(marks) for each, marks in found.items()}


def ratings_in(database: ox.Store) -> Ratings:
    """The ratings that count, with the marks that documents came with."""
    return Ratings(all_ratings(database), marks_of_documents(database))
