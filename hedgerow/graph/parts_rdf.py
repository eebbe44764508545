"""What claims, events and ties share in RDF: words of the vocabulary, parties and dates."""

from functools import cache

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.description import Description
from hedgerow.graph.ids import dyads_of
from hedgerow.graph.rdf import MEND, Token, prop, token
from hedgerow.graph.records import Party
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import TieType, vocabulary


@cache
def type_token(name: str) -> Token:
    """The class of a tie type: `arms_deal` is `hr:ArmsDeal`."""
    return str(ox.NamedNode(vocabulary().tie_type(name).iri))


@cache
def kind_token(name: str) -> Token:
    """The node of a kind of tie."""
    return str(ox.NamedNode(vocabulary().kind(name).iri))


@cache
def status_token(name: str) -> Token:
    """The node of a status."""
    return str(ox.NamedNode(vocabulary().status(name).iri))


@cache
def attribute_node(name: str) -> ox.NamedNode:
    """The property of an attribute."""
    return ox.NamedNode(vocabulary().attribute(name).iri)


def actor_token(actor: str) -> Token:
    """The node of an actor's code."""
    return token(f"actor/{actor}")


def ladder_token(state: str) -> Token:
    """The node of a state's ladder."""
    return token(f"ladder/{state}")


def actor_of(reference: str) -> str:
    """The code in a local id such as `actor/VNM`; other ids come back unchanged."""
    return reference.removeprefix("actor/")


def write_status(writer: GraphWriter, subject: Token, field: str, name: str | None) -> None:
    """Add a status or stage, if there is one."""
    if name is not None:
        writer.link(subject, field, status_token(name))


def write_parties(
    writer: GraphWriter, subject: Token, directed: bool, parties: tuple[Party, ...]
) -> None:
    """The actors by role, each also as `hr:actor`, and the dyads between them."""
    actors = [party.id for party in parties]
    for position, actor in enumerate(actors):
        role = ("other" if position else "source") if directed else "party"
        writer.link(subject, role, actor_token(actor))
        writer.link(subject, "actor", actor_token(actor))
    writer.links(subject, "dyad", dyads_of(actors, directed=directed))


def read_parties(description: Description, roles: tuple[str, str]) -> tuple[Party, ...]:
    """The parties of a node: the source, then the others sorted, or all sorted as equals."""
    return (
        *(Party(actor_of(each), roles[0]) for each in description.ids("source")),
        *(Party(actor_of(each), roles[1]) for each in description.ids("other")),
        *(Party(actor_of(each), "party") for each in description.ids("party")),
    )


def is_directed(description: Description) -> bool:
    """Whether a node has a source."""
    return bool(description.all(prop("source")))


def write_dates(
    writer: GraphWriter, subject: Token, date: str | None, date_end: str | None
) -> None:
    """The first and the last day that a date or interval can mean."""
    if date is not None:
        writer.date(subject, "earliest", parse_partial_date(date).earliest)
        writer.date(subject, "latest", parse_partial_date(date_end or date).latest)


def write_support(writer: GraphWriter, subject: Token, documents: int, sources: int) -> None:
    """How many documents tell it, and how many independent sources where these are fewer."""
    writer.value(subject, "documents", documents)
    writer.value(subject, "sources", sources if sources < documents else None)


def read_sources(description: Description) -> int:
    """How many independent sources tell it."""
    return int(description.text("sources") or description.required("documents"))


def read_type(description: Description) -> TieType:
    """The tie type of a claim or event."""
    return vocabulary().tie_type(read_name(description, "tie_type"))


@cache
def tie_roles(kind: str) -> tuple[str, str]:
    """The roles of a kind of tie: those of the type of event that opens it."""
    types = vocabulary().tie_types.values()
    return next(each.roles for each in types if each.kind == kind and each.effect == "opens")


def read_name(description: Description, field: str) -> str:
    """The vocabulary's name of the term in a field that must be there.

    Raises:
        StoreError: the field is missing, or not of this ontology.
    """
    name = read_name_or_none(description, field)
    if name is None:
        raise StoreError(f"{description.subject} lacks {prop(field).value}; {MEND}")
    return name


def read_name_or_none(description: Description, field: str) -> str | None:
    """The vocabulary's name of the term in a field, or None."""
    terms = description.all(prop(field))
    return _name(terms[0].value) if terms and isinstance(terms[0], ox.NamedNode) else None


def read_ladder(description: Description) -> str | None:
    """The state whose ladder a node refers to, or None."""
    found = description.id("ladder")
    return None if found is None else found.removeprefix("ladder/")


def _name(iri: str) -> str:
    name = vocabulary().names.get(iri)
    if name is None:
        raise StoreError(f"{iri} is not a term of this version's ontology; {MEND}")
    return name
