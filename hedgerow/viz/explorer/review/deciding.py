"""Recording what an analyst decided.

The store is opened for one judgement and closed again, so that loading can go on between two.
"""

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from hedgerow.errors import UsageError
from hedgerow.graph.changes import Change, Changes
from hedgerow.graph.records import Event, Judgement, Tie
from hedgerow.graph.store import Store
from hedgerow.queries.words.phrases import counted
from hedgerow.queries.words.wording import told_edge
from hedgerow.viz.explorer.documents.claims import decided
from hedgerow.viz.explorer.review.told import Changed, Recorded
from hedgerow.viz.plain import plain

LINKING = frozenset(("same", "different"))
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

    decision: str = Field(description="accept, reject, correct, same, different or note.")
    claims: list[Claim] = Field(min_length=1, max_length=20)
    by: Name = Field(description="Who decides.")
    note: Annotated[Line, Field(max_length=2000)] | None = Field(None, description="Why.")
    corrections: dict[str, Annotated[Line, Field(max_length=500)]] = Field(
        default_factory=dict, max_length=40, description="Fields of the claim, '' clears one."
    )

    def judgement(self) -> Judgement:
        """The judgement, made now.

        Raises:
            UsageError: it does not fit what it decides.
        """
        if (self.decision == "correct") != bool(self.corrections):
            raise UsageError("Corrections belong to the decision 'correct', which needs some.")
        if self.decision in LINKING and len(set(self.claims)) < 2:
            raise UsageError(f"Which claims are {self.decision} needs two of them at least.")
        return Judgement(
            decision=self.decision,
            claims=tuple(sorted(set(self.claims))),
            by=self.by,
            at=dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
            note=self.note or None,
            corrections=dict(sorted(self.corrections.items())),
        )


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
            changes = store.judge(judgement)
    told = tuple(_changed(changes))
    return Recorded(decided(judgement), _in_words(told), told)


def _in_words(told: tuple[Changed, ...]) -> str:
    if not told:
        return "Recorded; no event or tie changed."
    return f"Recorded; {counted(len(told), 'event or tie', 'events and ties')} changed."


def _changed(changes: Changes) -> Iterator[Changed]:
    """What changed; one that is told in the same words under a new id was not taken away."""
    edges: tuple[Change[Event] | Change[Tie], ...] = (*changes.events, *changes.ties)
    told = [(each, _words(each.before), _words(each.after)) for each in edges]
    gone = {before for each, before, _ in told if each.how == "removed"}
    both = gone & {after for each, _, after in told if each.how == "added"}
    for each, before, after in told:
        if each.how == "removed" and before in both:
            continue
        renamed = each.how == "added" and after in both
        how = "changed" if renamed else each.how
        yield Changed(how, each.edge.id, after if renamed else before, after)


def _words(edge: Event | Tie | None) -> str | None:
    return None if edge is None else plain(told_edge(edge))
