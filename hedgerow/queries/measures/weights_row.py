"""One row of a table of weights, from and to the cells of a CSV file."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches

from hedgerow.errors import UsageError
from hedgerow.ontology.lint_weights import attributes_of
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.ontology.weights import UNSTATED, EdgeKind, ontology_weights
from hedgerow.queries.measures.weighing import Weight

_DAYS = {"half_life": "half_life_days", "horizon": "horizon_days"}
COLUMNS = tuple(_DAYS.get(field.name, field.name) for field in fields(Weight))
_EDGES: Mapping[str, EdgeKind] = {"event": "event", "tie": "tie"}
_TRUTH = {"true": True, "false": False}

Cells = Mapping[str, str | None]


def cells_of(row: Weight) -> list[str]:
    """The cells of a row; what it lacks is empty."""
    values = (getattr(row, field.name) for field in fields(Weight))
    return ["" if value is None else _text(value) for value in values]


def weight_of(cells: Cells) -> Weight:
    """The row of some cells.

    Raises:
        UsageError: a cell does not fit; the message says which and what would.
    """
    edge = _EDGES[_one_of("edge", _cell(cells, "edge"), tuple(_EDGES))]
    words = vocabulary()
    known = words.tie_types if edge == "event" else words.kinds
    what = _one_of("what", _cell(cells, "what"), tuple(known))
    attribute, value = _refinement(edge, what, cells)
    plain = attribute is None
    row = Weight(
        edge=edge,
        what=what,
        attribute=attribute,
        value=value,
        weight=_weight(_cell(cells, "weight")),
        half_life=_days(cells, "half_life_days", allowed=plain and edge == "event"),
        horizon=_days(cells, "horizon_days", allowed=plain and edge == "tie"),
        costly=_costly(_cell(cells, "costly"), asked=plain),
        rationale=_cell(cells, "rationale"),
        source=_cell(cells, "source"),
    )
    if plain and edge == "event" and row.half_life is None:
        raise UsageError("half_life_days is empty; give a number of days such as 730.")
    if not row.rationale:
        raise UsageError("rationale is empty; say in a sentence why it has this weight.")
    if edge == "event" and what in ontology_weights().brokerage and row.weight:
        raise UsageError(f"{what} is counted on its own, in no other measure; leave its weight 0.")
    return row


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _cell(cells: Cells, column: str) -> str:
    return (cells.get(column) or "").strip()


def _one_of(column: str, text: str, known: Sequence[str]) -> str:
    if text in known:
        return text
    near = get_close_matches(text, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(sorted(known))}."
    raise UsageError(f"{column} cannot be {text!r}; {hint}")


def _refinement(edge: EdgeKind, what: str, cells: Cells) -> tuple[str | None, str | None]:
    attribute, value = _cell(cells, "attribute"), _cell(cells, "value")
    if not attribute and not value:
        return None, None
    carried = attributes_of(vocabulary(), (edge, what))
    if not carried:
        raise UsageError(f"{what} has no attributes; leave attribute and value empty.")
    _one_of("attribute", attribute, carried)
    declared = vocabulary().attribute(attribute).values
    if declared:
        _one_of("value", value, (*declared, UNSTATED))
    elif not value:
        raise UsageError(f"value is empty; give one of {attribute}, or {UNSTATED}.")
    return attribute, value


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        raise UsageError(f"weight {text!r} is no number; give one from -1 to 1.") from None
    if not -1 <= weight <= 1:
        raise UsageError(f"weight {text} is out of range; give a number from -1 to 1.")
    return weight


def _days(cells: Cells, column: str, *, allowed: bool) -> int | None:
    text = _cell(cells, column)
    if not text:
        return None
    if not allowed:
        raise UsageError(
            f"{column} must be empty here; half-lives are of types of events, horizons of kinds "
            "of ties, and a row for a value has neither."
        )
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"{column} {text!r} is no number of days; give 1 or more.")
    return int(text)


def _costly(text: str, *, asked: bool) -> bool | None:
    if not asked:
        if text:
            raise UsageError("costly must be empty in a row for a value; it is the type's.")
        return None
    return _TRUTH[_one_of("costly", text.lower(), tuple(_TRUTH))]
