"""One row of a milestones table to its claim, checked against the vocabulary."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import yaml
from pydantic import BaseModel

from hedgerow.errors import InputError
from hedgerow.graph.records import Claim, Document, Party
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import TieType, vocabulary

Row: TypeAlias = Mapping[str, str]
NOBODY = "-"
TERM = "valid_until"
"""The column, and the attribute of types that it does not end."""


class TableRules(BaseModel):
    """The columns a table must have, and the reading confidence of each word for confidence."""

    required: frozenset[str]
    confidence: dict[str, float]
    unstated_confidence: str
    flagged: frozenset[str]


@cache
def table_rules() -> TableRules:
    """The rules of the milestones table."""
    source = files("hedgerow.loaders") / "data" / "milestones.yaml"
    return TableRules.model_validate(yaml.safe_load(source.read_text(encoding="utf-8")))


def row_claim(row: Row, document: Document) -> Claim:
    """The claim that a row makes; it quotes the whole document.

    `valid_until` becomes the end of types that last. Of instruments it is an attribute: the end of
    an agreement's validity is not the end of its signing. Of other types it stays in the quote.

    Raises:
        InputError, UsageError: a cell does not fit; the message names it.
    """
    terms, rules = vocabulary(), table_rules()
    tie = terms.tie_type(_filled(row, "type"))
    date, until = _event_date(row), date_cell(row, TERM)
    stage, confidence = row.get("stage"), row.get("confidence") or rules.unstated_confidence
    return Claim(
        document=document.id,
        type=tie.name,
        directed=tie.directed,
        parties=_parties(row, tie),
        status=terms.status(_filled(row, "status")).name,
        stage=terms.status(stage).name if stage else None,
        phase=_one_of("phase", _filled(row, "phase"), terms.phases),
        quote=document.text,
        start=0,
        end=len(document.text),
        date=date.edtf if date else None,
        date_end=until.edtf if until and tie.interval else None,
        date_basis="stated" if date else "none",
        level=row.get("level") or None,
        ladder=row.get("ladder") or None,
        item=row.get("item") or None,
        attributes=_attributes(row, tie) | _term(until, tie),
        confidence=rules.confidence[_one_of("confidence", confidence, tuple(rules.confidence))],
        rule="milestones",
        flags=tuple(rules.flagged & {confidence}),
    )


def date_cell(row: Row, column: str) -> PartialDate | None:
    """The date in a cell, None if it is empty.

    Raises:
        InputError: it is no date.
    """
    cell = row.get(column)
    try:
        return parse_partial_date(cell) if cell else None
    except ValueError:
        problem = f"{column} {cell!r} is no date"
        raise InputError(f"{problem}; write YYYY, YYYY-MM or YYYY-MM-DD") from None


def _event_date(row: Row) -> PartialDate | None:
    """The row's date, checked against the precision it names."""
    date, precision = date_cell(row, "date"), row.get("precision")
    known = date.precision if date else "none"
    if precision and precision != known:
        raise InputError(
            f"precision is {precision!r} but the date {row['date']!r} is precise to {known};"
            " let them agree"
        )
    return date


def _parties(row: Row, tie: TieType) -> tuple[Party, ...]:
    first, others = _actors(row, "actor_a"), _actors(row, "actor_b")
    if tie.directed and len(first) != 1:
        raise InputError(f"{tie.name} runs from one actor to others; give one actor_a a row")
    named = {**first, **others}
    if len(named) < max(2, len(first) + len(others)):
        raise InputError("a tie needs different actors; fill actor_a and actor_b")
    source, other = tie.roles
    if not tie.directed:
        return tuple(Party(actor, other, named[actor]) for actor in sorted(named))
    return tuple(
        Party(actor, source if actor in first else other, text) for actor, text in named.items()
    )


def _actors(row: Row, column: str) -> dict[str, str]:
    """The actors of a cell with their wording; `;` stands between several, `-` for none."""
    names = (name.strip() for name in row.get(column, "").split(";"))
    return {actors().resolve(name).id: name for name in names if name and name != NOBODY}


def _attributes(row: Row, tie: TieType) -> dict[str, str]:
    """What the cell `attributes` tells: `obligation=defence; instrument=treaty`."""
    pairs = [each.partition("=") for each in row.get("attributes", "").split(";") if each.strip()]
    told = {name.strip(): value.strip() for name, _, value in pairs}
    own = [name for name in tie.attributes if not vocabulary().attribute(name).core]
    for name, value in told.items():
        _one_of("attributes", name, tuple(own))
        if not value:
            raise InputError(f"the attribute {name} has no value; write {name}=...")
    return told


def _term(until: PartialDate | None, tie: TieType) -> dict[str, str]:
    """Until when what was concluded is valid, where that is not the end of the type itself."""
    return {TERM: until.edtf} if until and TERM in tie.attributes else {}


def _filled(row: Row, column: str) -> str:
    if value := row.get(column):
        return value
    raise InputError(f"{column} is empty; fill it")


def _one_of(column: str, value: str, allowed: tuple[str, ...]) -> str:
    if value in allowed:
        return value
    raise InputError(f"{column} {value!r} is unknown; write one of {', '.join(allowed) or 'none'}")
