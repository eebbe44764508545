"""Claims as quads and back: the claim's node and one mention node a party whose words are known."""

from collections.abc import Mapping

import pyoxigraph as ox

from hedgerow.graph.description import Description
from hedgerow.graph.parts_rdf import (
    actor_token,
    attribute_node,
    is_directed,
    ladder_token,
    read_ladder,
    read_name,
    read_name_or_none,
    read_parties,
    read_type,
    type_token,
    write_dates,
    write_parties,
    write_status,
)
from hedgerow.graph.rdf import NQuad, Token, hr_token, literal, token
from hedgerow.graph.records import Claim, Party
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.vocabulary import vocabulary

_OPTIONAL = (
    *("date", "date_end", "level", "from_level", "item", "place"),
    *("attributed_to", "rule"),
)
_REQUIRED = ("date_basis", "quote", "start", "end", "confidence", "engine")


def mention_id(claim: str, actor: str) -> str:
    """`<claim>/party/<actor>`: the words in which a claim's sentence names an actor."""
    return f"{claim}/party/{actor}"


def claim_quads(claim: Claim, bucket: str) -> list[NQuad]:
    """The quads of a normalised claim, in the graph of its document.

    `bucket` is where it resolves: that of the claim as analysts corrected it.
    """
    subject = token(claim.id)
    document = token(claim.document)
    writer = GraphWriter(document)
    writer.type(subject, "Claim")
    writer.link(subject, "document", document)
    writer.link(subject, "tie_type", type_token(claim.type))
    write_parties(writer, subject, claim.directed, claim.parties)
    writer.link(subject, "bucket", token(bucket))
    write_status(writer, subject, "status", claim.status)
    write_status(writer, subject, "stage", claim.stage)
    writer.link(subject, "phase", hr_token(claim.phase))
    write_dates(writer, subject, claim.date, claim.date_end)
    for field in (*_REQUIRED, *_OPTIONAL):
        writer.value(subject, field, getattr(claim, field))
    if claim.ladder is not None:
        writer.link(subject, "ladder", ladder_token(claim.ladder))
    for flag in claim.flags:
        writer.value(subject, "flag", flag)
    for name, value in claim.attributes.items():
        writer.add(subject, str(attribute_node(name)), literal(value))
    for party in claim.parties:
        _write_mention(writer, subject, claim.id, party)
    return writer.quads


def bucket_quads(claim: Claim, bucket: str | None) -> list[NQuad]:
    """The bucket in which a claim resolves, alone; nothing where it resolves in none."""
    writer = GraphWriter(token(claim.document))
    writer.links(token(claim.id), "bucket", filter(None, (bucket,)))
    return writer.quads


def read_claim(description: Description, mentions: Mapping[str, Description]) -> Claim:
    """The claim of its node's description and of its mention nodes' by actor.

    Raises:
        StoreError: the node was not written by `claim_quads`.
    """
    tie = read_type(description)
    parties = read_parties(description, tie.roles)
    return Claim(
        document=description.required_id("document"),
        type=tie.name,
        directed=is_directed(description),
        parties=tuple(_in_words(party, mentions.get(party.id)) for party in parties),
        status=read_name(description, "status"),
        stage=read_name_or_none(description, "stage"),
        phase=read_name(description, "phase"),
        ladder=read_ladder(description),
        attributes=_read_attributes(description),
        flags=description.texts("flag"),
        date_basis=description.required("date_basis"),
        quote=description.required("quote"),
        start=int(description.required("start")),
        end=int(description.required("end")),
        confidence=float(description.required("confidence")),
        engine=description.required("engine"),
        **{field: description.text(field) for field in _OPTIONAL},
    )


def _write_mention(writer: GraphWriter, claim: Token, claim_id: str, party: Party) -> None:
    if party.text is None and party.person is None:
        return
    mention = token(mention_id(claim_id, party.id))
    writer.link(mention, "mention_of", claim)
    writer.link(mention, "mentions", actor_token(party.id))
    writer.value(mention, "text", party.text)
    writer.value(mention, "person", party.person)


def _in_words(party: Party, mention: Description | None) -> Party:
    if mention is None:
        return party
    return Party(party.id, party.role, mention.text("text"), mention.text("person"))


def _read_attributes(description: Description) -> dict[str, str]:
    words = vocabulary().attributes.values()
    found = (
        (word.name, description.all(attribute_node(word.name))) for word in words if not word.core
    )
    return {
        name: values[0].value
        for name, values in found
        if values and isinstance(values[0], ox.Literal)
    }
