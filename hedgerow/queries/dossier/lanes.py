"""The lanes in which a dossier tells what stands between a state and a pole."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel


class Lane(BaseModel):
    """Families of types that are told together."""

    name: str
    families: tuple[str, ...]


@cache
def lanes() -> tuple[Lane, ...]:
    """The lanes in the order in which they are told."""
    text = (files("hedgerow.queries") / "data" / "dossier_lanes.yaml").read_text("utf-8")
    return tuple(map(Lane.model_validate, yaml.safe_load(text)))
