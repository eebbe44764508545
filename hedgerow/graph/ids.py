"""Content-addressed identifiers: the same content has the same id on every machine."""

import hashlib
import json
from collections.abc import Sequence
from itertools import combinations

BASE = "https://w3id.org/hedgerow/"
DIGITS = 32


def content_id(kind: str, content: object) -> str:
    """`<kind>/<first 32 hex digits of the sha256 over the canonical JSON of content>`.

    `content` is JSON data: strings, numbers, None, lists, dicts. Canonical means sorted keys,
    no blanks and UTF-8, so the id does not depend on platform or field order.
    """
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{kind}/{hashlib.sha256(canonical.encode()).hexdigest()[:DIGITS]}"


def to_iri(local_id: str) -> str:
    """The full IRI of a local id such as `claim/0a…` or `actor/VNM`."""
    return BASE + local_id


def from_iri(iri: str) -> str:
    """The local id of an IRI under the base; other IRIs come back unchanged."""
    return iri.removeprefix(BASE)


def dyad_id(first: str, second: str) -> str:
    """The id of the unordered pair of two actors, smaller code first: `dyad/USA-VNM`."""
    return "dyad/" + "-".join(sorted((first, second)))


def pairs_of(
    actors: Sequence[str], *, directed: bool, limit: int = 8
) -> tuple[tuple[str, str], ...]:
    """The pairs that an event or tie between `actors` counts for, sorted.

    Directed: the first actor with each other one. Symmetric: every pair, smaller code first, and
    none where more than `limit` actors take part, since a summit of thirty says nothing about its
    435 pairs.
    """
    if directed:
        return tuple(sorted({(actors[0], each) for each in actors[1:] if each != actors[0]}))
    distinct = sorted(set(actors))
    return tuple(combinations(distinct, 2)) if len(distinct) <= limit else ()


def dyads_of(actors: Sequence[str], *, directed: bool) -> tuple[str, ...]:
    """The ids of the unordered pairs that an event or tie between `actors` counts for."""
    return tuple(sorted({dyad_id(*pair) for pair in pairs_of(actors, directed=directed)}))
