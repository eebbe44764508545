"""Recording what an analyst decided.

The store is opened for one judgement and closed again, so that loading can go on between two.
"""

import datetime as dt
import threading
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from hedgerow.errors import UsageError
from hedgerow.graph.by_hand import entered
from hedgerow.graph.changes import Changes
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from hedgerow.queries.review.entries import entered_before
from hedgerow.queries.words.changed import Changed, changed, changed_in_words
from hedgerow.viz.explorer.documents.claims import decided
from hedgerow.viz.explorer.review.told import Recorded
from hedgerow.viz.plain import plain

LINKING = frozenset(("same", "different"))
UNDO, ADD = "undo", "add"
TELLING = frozenset(("correct", ADD, "same_actor"))
"""Decisions that consist of fields and values."""
FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters that nobody sees."""


def _told(name: str) -> str:
    if not any(letter.isalnum() and letter not in FILLERS for letter in name):
        raise ValueError("needs a letter or digit; a judgement is signed")
    return name


Line = Annotated[str, AfterValidator(lambda text: plain(text).strip())]
Name = Annotated[Line, AfterValidator(_told), Field(min_length=1, max_length=100)]
Claim = Annotated[str, Field(pattern=r"^claim/[0-9a-f]{32}$")]
_WRITING = threading.Lock()


class Wish(BaseModel):
    """A judgement to be recorded."""

    model_config = ConfigDict(extra="forbid")

    decision: str = Field(
        description="accept, reject, correct, same, different, note, undo, add or same_actor."
    )
    claims: list[Claim] = Field(
        default_factory=list, max_length=20, description="None to undo, add or tell who is meant."
    )
    by: Name = Field(description="Who decides.")
    note: Annotated[Line, Field(max_length=2000)] | None = Field(None, description="Why.")
    corrections: dict[str, Annotated[Line, Field(max_length=4000)]] = Field(
        default_factory=dict,
        max_length=40,
        description="Fields of the claim to correct, '' clears one; of the edge to add with quote "
        "and source_url; or text and code of same_actor.",
    )
    undoes: Annotated[str, Field(pattern=r"^judgement/[0-9a-f]{32}$")] | None = Field(
        None, description="The judgement to take back."
    )

    def judgement(self) -> Judgement:
        """The judgement, made now.

        Raises:
            UsageError: it does not fit what it decides.
        """
        self._check()
        at = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        if self.decision == ADD:
            return entered(self.corrections, by=self.by, at=at, note=self.note or None)
        return Judgement(
            decision=self.decision,
            claims=tuple(sorted(set(self.claims))),
            by=self.by,
            at=at,
            note=self.note or None,
            corrections=dict(sorted(self.corrections.items())),
            undoes=self.undoes,
        )

    def _check(self) -> None:
        if (self.decision in TELLING) != bool(self.corrections):
            raise UsageError(
                "Corrections belong to the decisions 'correct', 'add' and 'same_actor', which need "
                "some."
            )
        if (self.decision == UNDO) != (self.undoes is not None):
            raise UsageError("To undo needs the judgement that is taken back, and nothing else.")
        if self.decision in LINKING and len(set(self.claims)) < 2:
            raise UsageError(f"Which claims are {self.decision} needs two of them at least.")
        if not self.claims and self.decision not in {UNDO, ADD, "same_actor"}:
            raise UsageError(f"To {self.decision} needs a claim.")
        if self.decision == "note" and not self.note:
            raise UsageError("A note needs text.")


def record(path: Path, wish: Wish) -> Recorded:
    """Record a judgement in a store, and tell what that changed.

    Raises:
        UsageError: it cannot be applied, or names a claim that is not here.
        StoreBusy: another process is writing to the store.
        StoreError: the store was deleted or damaged meanwhile.
    """
    judgement = wish.judgement()
    with _WRITING:
        Store.read(path).close()  # writing would make a store where there is none any more
        with Store.open(path) as store:
            known = entered_before(store, judgement) if judgement.decision == ADD else None
            changes = Changes("known already") if known else store.judge(judgement)
            made = decided(known or judgement, store.judged())
    if known is not None:
        return Recorded(made, f"Already entered, {known.id}; nothing is recorded.", ())
    told = tuple(map(_plainly, changed(changes)))
    return Recorded(made, f"Recorded; {changed_in_words(len(told))}.", told)


def _plainly(one: Changed) -> Changed:
    before, after = (plain(each) if each else None for each in (one.before, one.after))
    return Changed(one.how, one.id, before, after)
