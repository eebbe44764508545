"""Judgements as JSON objects, one a line: what analysts decided, apart from what it is about."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.by_hand import made
from hedgerow.graph.ids import DIGITS
from hedgerow.graph.imports.decisions import check_contents, check_signed
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.resolution import check_judgement
from hedgerow.graph.resolution.checking import ADD

_MOST = 10**15
_TEXTS = ("decision", "by", "at")
_SEEN = ("phase", "date", "level", "item")
_FIELDS = frozenset((*_TEXTS, "id", "claims", "note", "corrections", "undoes", "witnesses"))


def as_record(judgement: Judgement) -> dict[str, Any]:
    """A judgement as JSON, with its id; what it does not have is left out."""
    told = {
        "id": judgement.id,
        **{name: getattr(judgement, name) for name in _TEXTS},
        "note": judgement.note,
        "claims": list(judgement.claims),
        "corrections": dict(judgement.corrections),
        "undoes": judgement.undoes,
        "witnesses": [_as_seen(each) for each in judgement.witnesses],
    }
    return {name: value for name, value in told.items() if value or name == "claims"}


def from_record(told: object) -> Judgement:
    """The judgement that a JSON object tells, checked.

    Raises:
        UsageError: it is none, cannot be applied, or has another id than it should.
    """
    if not isinstance(told, dict) or not told.keys() <= _FIELDS:
        raise UsageError(f"A judgement is an object with some of {', '.join(sorted(_FIELDS))}.")
    try:
        judgement = _judgement(told)
    except (TypeError, KeyError) as error:
        raise UsageError(f"This is no judgement ({error}); export one to see its form.") from error
    check_judgement(judgement)
    try:
        check_contents(judgement)
        check_signed(judgement)
        if judgement.decision == ADD:
            made(judgement)
    except (StoreError, ValueError) as error:
        raise UsageError(f"This is no judgement: {error}.") from error
    if told.get("id", judgement.id) != judgement.id:
        raise UsageError(f"{told['id']} was changed: what it says now is {judgement.id}.")
    return judgement


def lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """A line of JSON a judgement."""
    for each in judgements:
        yield json.dumps(as_record(each), ensure_ascii=False) + "\n"


def read_lines(text: Iterable[str]) -> list[Judgement]:
    """The judgements of some lines; blank ones are passed.

    Raises:
        UsageError: a line holds none; it tells which.
    """
    found = []
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        try:
            found.append(from_record(json.loads(line)))
        except (ValueError, RecursionError) as error:
            raise UsageError(f"Line {number} is no JSON ({error}).") from error
        except UsageError as error:
            raise UsageError(f"Line {number}: {error}") from error
    return found


def _judgement(told: dict[str, Any]) -> Judgement:
    claims = _texts(told.get("claims", []))
    for each in claims:
        _check_id(each, "claim")
    corrections = told.get("corrections", {})
    if not isinstance(corrections, dict):
        raise TypeError("corrections is no object")
    _texts([*corrections.values()])
    return Judgement(
        **{name: _text(told[name]) for name in _TEXTS},
        note=None if told.get("note") is None else _text(told["note"]),
        claims=tuple(sorted(set(claims))),
        corrections=dict(sorted(corrections.items())),
        undoes=None if told.get("undoes") is None else _text(told["undoes"]),
        witnesses=tuple(map(_witness, told.get("witnesses", []))),
    )


def _as_seen(witness: Witness) -> dict[str, Any]:
    return {name: value for name, value in asdict(witness).items() if value not in (None, ())}


def _witness(told: dict[str, Any]) -> Witness:
    numbers = told["start"], told["end"]
    beside = told.get("beside")
    if not all(type(each) is int and 0 <= each < _MOST for each in (*numbers, beside or 0)):
        raise TypeError("a witness has start, end and beside as whole numbers")
    named = [*(told[each] for each in ("claim", "document", "type")), told.get("status", "")]
    claim, document, type_, status = _texts(named)
    _check_id(claim, "claim")
    _check_id(document, "document")
    phase, date, level, item = (
        None if told.get(name) is None else _text(told[name]) for name in _SEEN
    )
    roles = tuple(_texts(told.get("roles", [])))
    actors = tuple(_texts(told["actors"]))
    return Witness(
        *(claim, document, type_, status, actors, *numbers, phase, date, roles, level, item, beside)
    )


def _check_id(told: str, kind: str) -> None:
    if not re.fullmatch(rf"{kind}/[0-9a-f]{{{DIGITS}}}", told):
        raise TypeError(f"{told!r} is no id of a {kind}")


def _texts(told: object) -> list[str]:
    if not isinstance(told, list):
        raise TypeError("a list is missing")
    return [_text(each) for each in told]


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(f"{told!r} is no text")
    return told
