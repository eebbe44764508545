"""What an import did: what was taken, what was refused and why, what was ignored."""

from collections import Counter
from dataclasses import dataclass, field

from hedgerow.graph.intake import Added
from hedgerow.graph.ledger import Withdrawal
from hedgerow.graph.tables_intake import AddedTables

SHOWN = 100
"""Refusals that are kept with what they are about; the others are counted."""


@dataclass(slots=True)
class Refusals:
    """What was not taken, each with its reason, and statements that are none of an export's."""

    first: list[tuple[str, str]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)

    def refuse(self, what: str, reason: object) -> None:
        """Note that a record was refused; `what` is its id, which may be anything."""
        kind = what.partition("/")[0]
        known = kind in {"document", "claim", "judgement", "rating", "withdrawal"}
        self.kinds[kind if known else "record"] += 1
        if len(self.first) < SHOWN:
            self.first.append((what, str(reason)))


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    `judgements`, `ratings` and `withdrawals` count those that are new here; `taken_out` are
    documents that were here and that the other store had withdrawn; `entries` are those that came
    with judgements that enter an edge by hand.
    """

    added: Added
    tables: AddedTables
    judgements: int
    ratings: int
    withdrawals: int
    taken_out: tuple[Withdrawal, ...]
    refusals: Refusals
    entries: frozenset[str] = frozenset()

    @property
    def documents(self) -> int:
        """How many documents are new here."""
        return len(self.added.new) + len(self.tables.new)

    @property
    def known(self) -> int:
        """How many documents were here already, but entries, which are told as judgements."""
        return len({*self.added.known} - self.entries) + len(self.tables.known)

    @property
    def claims(self) -> int:
        """How many claims are new here."""
        return self.added.claims + self.tables.claims
