"""The explorer's API: one file for each kind of thing that is asked for."""

from fastapi import APIRouter

from hedgerow.viz.explorer.api import (
    actors,
    ask,
    changes,
    compass,
    documents,
    edges,
    judgements,
    large,
    levels,
    matrix,
    network,
    pair,
    path,
    review,
    status,
    timeline,
)

ROUTERS: tuple[APIRouter, ...] = (
    status.router,
    actors.router,
    ask.router,
    changes.router,
    compass.router,
    documents.router,
    review.router,
    judgements.router,
    edges.router,
    timeline.router,
    pair.router,
    levels.router,
    matrix.router,
    large.router,
    network.router,
    path.router,
)
"""All routes; each answers below `/api`, or below `/export` with a file."""
