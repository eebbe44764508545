"""Ties as quads and back: the tie's node and one node a party's ladder that it stands on."""

from collections.abc import Iterable

from hedgerow.graph.description import Description
from hedgerow.graph.parts_rdf import (
    is_directed,
    kind_token,
    ladder_token,
    read_name,
    read_parties,
    read_sources,
    tie_roles,
    write_parties,
    write_support,
)
from hedgerow.graph.rdf import RESOLVED, NQuad, Token, token
from hedgerow.graph.records import Rung, Tie
from hedgerow.graph.writing import GraphWriter
from hedgerow.ontology.partial_date import parse_partial_date

_TEXTS = (
    *("level", "item", "since", "until", "until_basis"),
    *("first_confirmed", "last_confirmed"),
)
_LINKS = ("opened_by", "closed_by", "previous")


def tie_quads(tie: Tie) -> list[NQuad]:
    """The quads of a tie and its place on the parties' ladders."""
    subject = token(tie.id)
    writer = GraphWriter(str(RESOLVED))
    writer.type(subject, "Tie")
    writer.link(subject, "kind", kind_token(tie.kind))
    write_parties(writer, subject, tie.directed, tie.parties)
    writer.link(subject, "bucket", token(tie.bucket))
    for field in _TEXTS:
        writer.value(subject, field, getattr(tie, field))
    since = None if tie.since is None else parse_partial_date(tie.since)
    for field, days in (("since", since), ("until", tie.ended)):
        if days is not None:
            writer.date(subject, f"{field}_earliest", days.earliest)
            writer.date(subject, f"{field}_latest", days.latest)
    for field in _LINKS:
        writer.links(subject, field, filter(None, (getattr(tie, field),)))
    writer.links(subject, "event", tie.events)
    writer.links(subject, "claim", tie.claims)
    write_support(writer, subject, tie.documents, tie.sources)
    for rung in tie.rungs:
        _write_rung(writer, subject, tie.id, rung)
    return writer.quads


def read_tie(description: Description, rungs: Iterable[Description]) -> Tie:
    """The tie of its node's description and of its rung nodes'.

    Raises:
        StoreError: the node was not written by `tie_quads`.
    """
    kind = read_name(description, "kind")
    return Tie(
        id=description.subject,
        kind=kind,
        directed=is_directed(description),
        parties=read_parties(description, tie_roles(kind)),
        events=description.ids("event"),
        claims=description.ids("claim"),
        documents=int(description.required("documents")),
        sources=read_sources(description),
        bucket=description.required_id("bucket"),
        rungs=tuple(sorted(map(_read_rung, rungs), key=lambda rung: rung.ladder)),
        **{field: description.text(field) for field in _TEXTS},
        **{field: description.id(field) for field in _LINKS},
    )


def _write_rung(writer: GraphWriter, tie: Token, tie_id: str, rung: Rung) -> None:
    subject = token(f"{tie_id}/rung/{rung.ladder}")
    writer.link(subject, "rung_of", tie)
    writer.link(subject, "ladder", ladder_token(rung.ladder))
    writer.link(subject, "rung", token(f"ladder/{rung.ladder}/{rung.slug}"))
    writer.label(subject, rung.label)
    writer.value(subject, "rank", rung.rank)


def _read_rung(description: Description) -> Rung:
    ladder = description.required_id("ladder").removeprefix("ladder/")
    slug = description.required_id("rung").rpartition("/")[2]
    rank = description.text("rank")
    return Rung(ladder, slug, description.label(), None if rank is None else int(rank))
