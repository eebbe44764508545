"""What the filters of a page can tell apart: types of event, and kinds of tie that are held."""

from collections.abc import Iterable
from dataclasses import dataclass

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.viz.design import style


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of event, or a kind of tie (`<name>_held`), in the group that colours it."""

    name: str
    label: str
    group: str


def event_kind(type_: str) -> Kind:
    """The kind of an event of a type."""
    label = vocabulary().tie_type(type_).label
    return Kind(type_, _capital(label), style().group_of_type(type_).name)


def tie_kind(kind: str) -> Kind:
    """The kind of a tie."""
    label = vocabulary().kind(kind).label
    return Kind(f"{kind}_held", f"{_capital(label)} (tie)", style().group_of_kind(kind).name)


def in_order(found: Iterable[Kind]) -> tuple[Kind, ...]:
    """Each kind once, by group, then by label."""
    order = [group.name for group in style().groups]
    return tuple(sorted(set(found), key=lambda kind: (order.index(kind.group), kind.label)))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
