"""Why a row of a table is no claim, and the account of a table that was read."""

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum


class Reason(IntEnum):
    """Why a row is no claim; of several, the first in this order. Those that lie come first."""

    COLUMNS = 1
    UNDECODABLE = 2
    DAY = 3
    LATE = 4
    CODE = 5
    COUNTRY = 6
    NO_TIE = 7
    MISSING = 8
    MANY = 9
    ELSEWHERE = 10
    ROLE = 11
    DOMESTIC = 12
    REPEATED = 13

    @property
    def lies(self) -> bool:
        """Whether the row is wrong in itself, not only none of ours."""
        return self < Reason.NO_TIE

    @property
    def words(self) -> str:
        """The reason as a person reads it."""
        return _WORDS[self]


_WORDS = {
    Reason.COLUMNS: "wrong number of columns",
    Reason.UNDECODABLE: "cannot be decoded",
    Reason.DAY: "impossible date",
    Reason.LATE: "dated after it was added",
    Reason.CODE: "unknown event code",
    Reason.COUNTRY: "unknown country",
    Reason.NO_TIE: "no tie of ours",
    Reason.MISSING: "an actor is missing",
    Reason.MANY: "more than two actors",
    Reason.ELSEWHERE: "an actor is no state or organisation of ours",
    Reason.ROLE: "an actor does not act for its state",
    Reason.DOMESTIC: "domestic",
    Reason.REPEATED: "told again by the same page",
}


@dataclass(slots=True)
class TableCounts:
    """What became of a table's rows: `rows` were read, `claims` made by (type, status).

    `examples` shows for a reason the cells of a row.
    """

    rows: int = 0
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: Counter[Reason] = field(default_factory=Counter)
    examples: dict[Reason, str] = field(default_factory=dict)

    def add(self, other: "TableCounts") -> None:
        """Count the rows of another table as well."""
        self.rows += other.rows
        self.claims.update(other.claims)
        self.left_out.update(other.left_out)
        self.examples = other.examples | self.examples
