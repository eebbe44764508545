"""What a report consists of, whatever it is written as."""

from collections.abc import Iterator
from dataclasses import dataclass

HANDLING = "Handling"
"""The label of a report's mark."""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered piece of evidence: a sentence and where it stands.

    `published` is an EDTF date. `address` may be of any scheme, or a path. `extra` is what else
    must be said of the sentence, such as `denied by Vietnam`. Notes of one `document` are one work
    in a list of references. `handling` is the mark of that document.
    """

    number: int
    quote: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    address: str | None = None
    extra: tuple[str, ...] = ()
    document: str | None = None
    handling: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text with the numbers of its notes."""

    text: str
    notes: tuple[int, ...] = ()

    @property
    def cited(self) -> tuple[int, ...]:
        """The numbers of its notes."""
        return self.notes


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; `lead` stands out before the text: a date, or the word for a status."""

    text: str
    notes: tuple[int, ...] = ()
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Line, ...]

    @property
    def cited(self) -> tuple[int, ...]:
        """The numbers of the notes of its lines."""
        return tuple(number for item in self.items for number in item.notes)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    `notes` are those of each row, shown in its last cell; `numeric` names the columns whose cells
    stand to the right.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[int, ...], ...] = ()
    caption: str | None = None
    numeric: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("each row of a table needs a cell for each of its columns")
        if self.notes and len(self.notes) != len(self.rows):
            raise ValueError("the notes of a table are given for all of its rows or for none")

    @property
    def cited(self) -> tuple[int, ...]:
        """The numbers of the notes of its rows."""
        return tuple(number for numbers in self.notes for number in numbers)

    @property
    def noted_rows(self) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
        """Each row with the numbers of its notes."""
        return zip(self.rows, self.notes or ((),) * len(self.rows), strict=True)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG of our own, with `alt`: what it shows, for whoever does not see it."""

    svg: str
    alt: str
    caption: str | None = None

    @property
    def cited(self) -> tuple[int, ...]:
        """None: what a drawing shows is cited in the text beside it."""
        return ()


Block = Paragraph | Bullets | Table | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `level` 1 stands right beneath the title of the report."""

    title: str
    blocks: tuple[Block, ...]
    level: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A title, facts about the report itself (label and value), sections and their evidence.

    `handling` is the mark that stands at its head and, where a format has pages, on each.
    """

    title: str
    subtitle: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    handling: str | None = None

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """What stands at its head: the handling mark, if there is one, and the facts."""
        if self.handling is None or HANDLING in dict(self.facts):
            return self.facts
        return ((HANDLING, self.handling), *self.facts)

    def __post_init__(self) -> None:
        numbers = [note.number for note in self.notes]
        if len(set(numbers)) != len(numbers):
            raise ValueError("two notes of a report have the same number")
        cited = {n for part in self.sections for block in part.blocks for n in block.cited}
        if not cited.issubset(numbers):
            raise ValueError(f"a report cites notes it lacks: {sorted(cited.difference(numbers))}")
