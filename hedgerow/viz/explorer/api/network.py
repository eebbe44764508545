"""The network of who has which ties with whom, and what a line of it bundles."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from hedgerow.viz.explorer.asked import PageAsked, ReaderAsked, actor
from hedgerow.viz.explorer.network.answers import Network
from hedgerow.viz.explorer.network.asked import FiltersAsked, ScopeAsked
from hedgerow.viz.explorer.network.drawn import network
from hedgerow.viz.explorer.network.export import as_csv
from hedgerow.viz.explorer.network.listed import Matter, listed_matters
from hedgerow.viz.explorer.network.picture import png, svg

router = APIRouter(tags=["network"])


@dataclass(frozen=True, slots=True)
class Matters:
    """The events and ties of a pair; `total` counts those that are on other pages too."""

    pair: str
    total: int
    matters: tuple[Matter, ...]


@router.get("/api/network")
def drawn(reader: ReaderAsked, scope: ScopeAsked, filters: FiltersAsked) -> Network:
    """Actors with places and pairs as lines: those in focus, else the best attested.

    A line is drawn as the firmest standing of the events and ties that the filters leave of it.
    """
    return network(reader, scope, filters)


@router.get("/api/network/matters")
def of_pair(
    reader: ReaderAsked,
    filters: FiltersAsked,
    page: PageAsked,
    a: Annotated[str, Query(description="An actor by name or code.")],
    b: Annotated[str, Query(description="The other actor.")],
) -> Matters:
    """What a line bundles: the events and ties of a pair that the filters leave."""
    one, other = actor(a), actor(b)
    found = listed_matters(reader, one, other, filters)
    return Matters(f"{one}-{other}", len(found), found[page.offset : page.offset + page.limit])


@router.get("/export/network.csv", response_class=Response)
def as_table(reader: ReaderAsked, scope: ScopeAsked, filters: FiltersAsked) -> Response:
    """The lines of the network as CSV, one row a pair, in UTF-8 with a byte order mark."""
    found = network(reader, scope, filters)
    return as_csv(found.lines, found.day, "network")


@router.get("/export/network.svg", response_class=Response)
def as_drawing(reader: ReaderAsked, scope: ScopeAsked, filters: FiltersAsked) -> Response:
    """The drawing as SVG that stands alone, in light colours, with its legend."""
    content = svg(network(reader, scope, filters))
    return _file(content.encode(), "image/svg+xml", "network.svg")


@router.get("/export/network.png", response_class=Response)
def as_picture(reader: ReaderAsked, scope: ScopeAsked, filters: FiltersAsked) -> Response:
    """The same drawing as PNG."""
    return _file(png(network(reader, scope, filters)), "image/png", "network.png")


def _file(content: bytes, kind: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    return Response(content, media_type=kind, headers={"content-disposition": disposition})
