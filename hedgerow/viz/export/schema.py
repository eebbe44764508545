"""The tables of an export and their columns (tables.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

import yaml

Type = Literal["text", "texts", "whole", "number", "truth", "day", "instant"]
TEXT = "text"
"""Both a type and the one column that is written only where it is asked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type and what it means."""

    name: str
    type: Type
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row of it is, and its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]


def tables(*, texts: bool = True) -> Mapping[str, Table]:
    """The tables by name, with or without the texts of articles."""
    return (
        _tables()
        if texts
        else MappingProxyType(
            {
                name: Table(name, table.about, tuple(c for c in table.columns if c.name != TEXT))
                for name, table in _tables().items()
            }
        )
    )


@cache
def _tables() -> Mapping[str, Table]:
    raw = yaml.safe_load((files(__package__) / "tables.yaml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Table(name, stated["about"], tuple(_columns(stated["columns"])))
            for name, stated in raw.items()
        }
    )


def _columns(stated: Mapping[str, list[str]]) -> list[Column]:
    unknown = {type_ for type_, _ in stated.values()} - {*get_args(Type)}
    if unknown:
        raise ValueError(f"tables.yaml: no types of columns: {unknown}")
    return [Column(name, type_, about) for name, (type_, about) in stated.items()]  # type: ignore[arg-type]
