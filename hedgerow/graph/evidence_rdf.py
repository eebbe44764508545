"""Evidence in one literal a claim: what a bucket resolves from, read back with one look-up.

A claim has some thirty quads and to read one takes microseconds, while a new claim has its whole
bucket resolved anew. So each claim stands a second time, with what its document says about itself,
at its bucket in the graph of summaries. Rows of event tables are short as they are and have none.
"""

import json
from collections.abc import Iterator
from dataclasses import fields

import pyoxigraph as ox

from hedgerow.graph.rdf import SUMMARIES, NQuad, end_of_line, node, prop, prop_token, token
from hedgerow.graph.records import Claim, Party
from hedgerow.graph.resolution import Evidence
from hedgerow.graph.rows_rdf import is_row

_FIELD = "summary"
_CLAIM = tuple(each.name for each in fields(Claim))
_IMPRINT = tuple(each.name for each in fields(Evidence) if each.name != "claim")
_END = end_of_line(SUMMARIES)
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def evidence_quads(bucket: str, evidence: Evidence) -> list[NQuad]:
    """A claim of a bucket, without the words for its parties; nothing for a table's row."""
    claim = evidence.claim
    if is_row(claim):
        return []
    told = {name: getattr(claim, name) for name in _CLAIM}
    told["parties"] = [(party.id, party.role) for party in claim.parties]
    told["attributes"] = dict(sorted(claim.attributes.items()))
    imprint = (getattr(evidence, name) for name in _IMPRINT)
    text = ox.Literal(_encode([claim.id, list(told.values()), *imprint]))
    return [f"{token(bucket)} {prop_token(_FIELD)} {text}{_END}"]


def read_evidence(database: ox.Store, bucket: str) -> dict[str, Evidence]:
    """The evidence that stands at a bucket, by claim id."""
    return dict(map(_read, sorted(_told(database, bucket))))


def _told(database: ox.Store, bucket: str) -> Iterator[str]:
    found = database.query(
        f"SELECT ?told WHERE {{ GRAPH {SUMMARIES} {{ {node(bucket)} {prop(_FIELD)} ?told }} }}"
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101  it is a SELECT
    for (told,) in found:
        yield told.value


def _read(text: str) -> tuple[str, Evidence]:
    claim_id, told, *imprint = json.loads(text)
    given = dict(zip(_CLAIM, told, strict=True))
    parties = tuple(Party(*party) for party in given.pop("parties"))
    claim = Claim(parties=parties, flags=tuple(given.pop("flags")), **given)
    claim.__dict__["id"] = claim_id  # which it would have to hash
    return claim_id, Evidence(claim, *imprint)
