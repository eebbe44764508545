"""What was fixed before anything was compared: plan.yaml beside this file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Edition:
    """One year of a published index."""

    index: str
    year: int

    def __str__(self) -> str:
        return f"{plan().titles[self.index]} {self.year}"


@dataclass(frozen=True, slots=True)
class Orders:
    """Whose partners are put in order, and what of them is published."""

    year: int
    near_tie: str
    ahead: str
    states: tuple[str, ...]
    near: float
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arms:
    """Whose suppliers are counted before a day, and from it to the day of a year."""

    buyer: str
    types: tuple[str, ...]
    suppliers: tuple[str, ...]
    around: dt.date
    year: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The poles (a lean of 100 is the first), the states, the days and the tests."""

    poles: tuple[str, str]
    states: tuple[str, ...]
    least_worth: float
    least_edges: int
    least_each: int
    least_states: int
    far_apart: int
    days: Mapping[int, dt.date]
    titles: Mapping[str, str]
    shares: tuple[Edition, ...]
    splits: tuple[Edition, ...]
    groups: tuple[Edition, ...]
    middle: tuple[str, ...]
    orders: Orders
    arms: Arms


@cache
def plan() -> Plan:
    """The plan."""
    held = yaml.safe_load((HERE / "plan.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(Plan).validate_python(held)
