"""An edge of the graph: an event or a tie between actors, with its history."""

from dataclasses import dataclass
from typing import Literal

from hedgerow.graph.ids import pairs_of
from hedgerow.graph.records import StatusEntry
from hedgerow.ontology.partial_date import PUBLISHED, PartialDate, end_of, parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

EdgeKind = Literal["event", "tie"]


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence and where it stands. `status`, `stage`, `phase` and `stated` are what it says.

    `stated` and `published` are EDTF dates or None. `address` is the URL as stored, which may be of
    any scheme, or else the path the document was read from. `copy_of` is the document that stands
    for all copies of the text, None where that is its own. What people hold of it stands apart from
    `confidence`, which is that of reading: `reliability` of its source (A to F), `credibility` of
    what it says (1 to 6), and `handling`, who may see it; None where nobody said.
    """

    claim: str
    document: str
    quote: str
    status: str
    stage: str | None
    phase: str
    stated: str | None
    attributed_to: str | None
    title: str | None
    publisher: str | None
    published: str | None
    address: str
    confidence: float
    copy_of: str | None = None
    reliability: str | None = None
    credibility: str | None = None
    handling: str | None = None

    @property
    def origin(self) -> str:
        """The document that stands for all copies of the text, which are one independent source."""
        return self.copy_of or self.document

    @property
    def outlet(self) -> str:
        """Who speaks where the sentence is attributed to nobody: the publisher, else the place."""
        return self.publisher or self.address


@dataclass(frozen=True, slots=True)
class Edge:
    """An event or tie.

    `what` is the tie type of an event, the kind of a tie. The `actors` of a directed one begin
    with its source. `standing` and `status` are those of an event; a tie has neither. `stated` is
    when it happened or began, `end` when it ended, `published` when an event was first told as it
    stands: EDTF dates or None. `end_basis` is `published` where of the end of a tie no more is
    known than when it was told. `history` holds the steps of an event without their claims;
    `events` those that opened, changed or closed a tie. `sources` counts the `documents` behind it
    with copies of one text as one.
    """

    id: str
    kind: EdgeKind
    what: str
    actors: tuple[str, ...]
    directed: bool
    standing: str | None
    status: str | None
    stated: str | None
    end: str | None
    end_basis: str | None
    published: str | None
    level: str | None
    from_level: str | None
    item: str | None
    place: str | None
    documents: int
    sources: int
    confidence: float
    first_confirmed: str | None
    last_confirmed: str | None
    opened_by: str | None
    closed_by: str | None
    events: tuple[str, ...]
    history: tuple[StatusEntry, ...]

    @property
    def is_tie(self) -> bool:
        """Whether it is a tie and no event."""
        return self.kind == "tie"

    @property
    def label(self) -> str:
        """Its type or kind in words."""
        words = vocabulary()
        return (words.kind(self.what) if self.is_tie else words.tie_type(self.what)).label

    @property
    def family(self) -> str:
        """The family of types that it belongs to."""
        words = vocabulary()
        return (words.kind(self.what) if self.is_tie else words.tie_type(self.what)).family

    @property
    def when(self) -> PartialDate | None:
        """The stated date as a range of days, or None."""
        return None if self.stated is None else parse_partial_date(self.stated)

    @property
    def begun(self) -> PartialDate | None:
        """Of a tie the days on which it can have begun, or the first confirmation that it held."""
        first = self.stated or self.first_confirmed
        return None if first is None else parse_partial_date(first)

    @property
    def ended(self) -> PartialDate | None:
        """The days on which it can have ended, None where no end is known."""
        return end_of(self.end, self.end_basis, self.last_confirmed)

    @property
    def end_text(self) -> str | None:
        """Its end for display: `2016-05`, `by 2020-03-02` where it is only told by then."""
        return f"by {self.end}" if self.end_basis == PUBLISHED else self.end

    @property
    def placed(self) -> PartialDate | None:
        """The stated date, else that of the first publication: by when it was so."""
        text = self.stated or self.published
        return None if text is None else parse_partial_date(text)

    @property
    def stage(self) -> str | None:
        """What is reported or denied, where that is its status."""
        steps = (step.stage for step in self.history if step.status == self.status)
        return next(filter(None, steps), None)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of actors that it counts for, the source of a directed one first."""
        return pairs_of(self.actors, directed=self.directed)
