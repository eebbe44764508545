"""Values of Neo4j as plain ones that JSON can hold."""

import math
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time
from neo4j.vector import Vector

from hedgerow.graph.neo4j.statements import BUCKET, FINGERPRINT

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def plain(value: Any) -> Plain:  # noqa: ANN401  whatever a query returns
    """A value without types of the driver; what is no text, number or container is told as text."""
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Node | Relationship | Path):
        return _of_graph(value)
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": [plain(part) for part in value]}
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    return _of_other(value)


def _of_graph(value: Node | Relationship | Path) -> Plain:
    """A path is its nodes and relationships in turn."""
    if isinstance(value, Node):
        return {"labels": plain(sorted(value.labels)), "properties": _properties(value)}
    if isinstance(value, Relationship):
        start, end = value.nodes
        ends: dict[str, Plain] = {"start": _id(start), "end": _id(end)}
        return {"type": value.type} | ends | {"properties": _properties(value)}
    turns = chain.from_iterable(zip_longest(value.nodes, value.relationships))
    return [_of_graph(part) for part in turns if part is not None]


def _of_other(value: object) -> Plain:
    if isinstance(value, Date | DateTime | Duration | Time):
        return value.iso_format()
    if isinstance(value, Vector):
        return [plain(part) for part in value.to_native()]
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if isinstance(value, Sequence | set | frozenset):
        return [plain(part) for part in value]
    return str(value)


def _properties(value: Node | Relationship) -> dict[str, Plain]:
    """What it says, without what the sync notes for itself."""
    kept = sorted(name for name in value if name not in (BUCKET, FINGERPRINT))
    return {name: plain(value[name]) for name in kept}


def _id(node: Node | None) -> str | None:
    """Our id where the query gave the node too, else the server's for it."""
    return None if node is None else str(node.get("id", node.element_id))
