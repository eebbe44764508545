"""What a list of changes consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One change: `lead` is what changed, `words` the matter as it stands now.

    `id` opens its evidence; None where that is no longer told, or a document was withdrawn.
    """

    id: str | None
    lead: str
    words: str
    look: str
    badge: str
    documents: int
    quote: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Changes of one kind, the strongest first; `total` counts all, `rows` may be fewer."""

    name: str
    title: str
    total: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the end of one day to the end of another.

    `by` says of what: `day`, how things stood, told from all that is loaded; `published`, what
    could be known; `recorded`, what this store held.
    """

    by: str
    title: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    first: str
    last: str
    in_words: str
    lists: tuple[Listed, ...]
    notes: tuple[str, ...]
