"""What hedgerow holds: documents, claims, judgements, and the events and ties resolved from them.

Records are frozen. Their ids hash their content, so workers never coordinate and reloading
changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from hedgerow.graph.ids import content_id
from hedgerow.ontology.partial_date import PartialDate, end_of, parse_partial_date

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a document's text was met.

    `source` is the path or URL it was read from, `published` an EDTF string or None,
    `retrieved` an ISO 8601 timestamp or None. `handling` is the mark that came with it, if any.
    """

    source: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    external_id: str | None = None
    retrieved: str | None = None
    handling: str | None = None


class Imprint(NamedTuple):
    """What a document says about itself, as evidence needs it.

    `published` is its EDTF date of publication or None, `source` who speaks in it: its `publisher`,
    else its `address`, a URL or path. `copy_of` is the document that stands for all copies of its
    text, None where that is itself.
    """

    published: str | None
    source: str
    publisher: str | None
    title: str | None
    address: str
    copy_of: str | None = None


@dataclass(frozen=True)
class Document:
    """One article, or one row of a milestones table, with its normalised text.

    Offsets into `text` count Unicode code points.
    """

    text: str
    appearances: tuple[Appearance, ...]

    @cached_property
    def id(self) -> str:
        """`document/<hash of the text>`."""
        return content_id("document", self.text)

    @property
    def published(self) -> str | None:
        """The earliest publication date that an appearance states."""
        stated = (a.published for a in self.appearances if a.published is not None)
        return min(stated, key=lambda text: parse_partial_date(text).earliest, default=None)

    @property
    def source(self) -> str:
        """The first known URL, else the path."""
        return next((a.url for a in self.appearances if a.url), self.appearances[0].source)

    @property
    def title(self) -> str | None:
        """The first stated title."""
        return next((a.title for a in self.appearances if a.title), None)

    @property
    def publisher(self) -> str | None:
        """The first stated publisher."""
        return next((a.publisher for a in self.appearances if a.publisher), None)

    @property
    def external_id(self) -> str | None:
        """The first id that a source gave it."""
        return next((a.external_id for a in self.appearances if a.external_id), None)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor's part in a claim: who, in which role, in which words, through which person."""

    id: str
    role: str
    text: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class Claim:
    """What one document says about one tie, with the sentence that says so.

    `parties[0]` is the source of a directed tie; parties of a symmetric one are sorted by id.
    `date` and `date_end` are EDTF strings. `quote` equals the document's text from `start` to
    `end`. `attributes` holds what else the ontology declares for the type.
    """

    document: str
    type: str
    directed: bool
    parties: tuple[Party, ...]
    status: str
    phase: str
    quote: str
    start: int
    end: int
    stage: str | None = None
    date: str | None = None
    date_end: str | None = None
    date_basis: str = "none"
    level: str | None = None
    from_level: str | None = None
    ladder: str | None = None
    item: str | None = None
    place: str | None = None
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    attributed_to: str | None = None
    confidence: float = 1.0
    engine: str = "table"
    rule: str | None = None
    flags: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """`claim/<hash>` of what is claimed and where, never of who read it or how surely."""
        parties = sorted([party.id, party.role] for party in self.parties)
        what = [self.document, self.type, parties, self.status, self.phase, self.date]
        return content_id("claim", [*what, self.start, self.end])

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process, into which a read-only view of attributes cannot."""
        return self.__dict__ | {"attributes": dict(self.attributes)}

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the parties, in order."""
        return tuple(party.id for party in self.parties)

    @property
    def when(self) -> PartialDate | None:
        """The date as a range, or None."""
        return None if self.date is None else parse_partial_date(self.date)

    @property
    def date_precision(self) -> str:
        """`day`, `month`, `year` or `none`."""
        return "none" if self.when is None else self.when.precision


@dataclass(frozen=True, slots=True)
class Witness:
    """What a judgement saw of a claim that it names, by which it is found where the claim is not.

    `claim` is the id that is named; the rest is that claim's, its parties sorted. `beside` is how
    many claims between the same actors overlapped it. What was noted by older versions has no
    phase, no roles and no number beside, nor always a status.
    """

    claim: str
    document: str
    type: str
    status: str
    actors: tuple[str, ...]
    start: int
    end: int
    phase: str | None = None
    date: str | None = None
    roles: tuple[str, ...] = ()
    level: str | None = None
    item: str | None = None
    beside: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it tells all that a claim is called after."""
        return self.phase is not None and len(self.roles) == len(self.actors) > 0

    @property
    def is_true(self) -> bool:
        """Whether the claim that it tells of has the id that it names; a part cannot be told."""
        if not self.is_whole:
            return True
        parties = sorted(map(list, zip(self.actors, self.roles, strict=True)))
        what = [self.document, self.type, parties, self.status, self.phase, self.date]
        return self.claim == content_id("claim", [*what, self.start, self.end])


@dataclass(frozen=True)
class Judgement:
    """An analyst's decision on claims: append-only, dated, signed.

    `decision` is one of accept, reject, correct, same, different, note, add, same_actor, undo. `at`
    is an ISO 8601 timestamp. `corrections` maps field names of Claim to the corrected values; for
    `add` it is the whole edge, for `same_actor` the `text` and the `code` it means. `undoes` is the
    judgement that `undo` takes back. `witnesses` are added by the store and no part of what was
    decided.
    """

    decision: str
    claims: tuple[str, ...]
    by: str
    at: str
    note: str | None = None
    corrections: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    undoes: str | None = None
    witnesses: tuple[Witness, ...] = field(default=(), compare=False)

    @cached_property
    def id(self) -> str:
        """`judgement/<hash>`."""
        return content_id(
            "judgement",
            [
                self.decision,
                sorted(self.claims),
                self.by,
                self.at,
                self.note,
                dict(self.corrections),
                *(() if self.undoes is None else (self.undoes,)),
            ],
        )


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One step of an event's status history.

    `on` is the EDTF date of the step: the claim's own date, else its publication date, else None;
    `basis` says which (`stated`, `published`, `none`). `reported` and `denied` keep their stage.
    """

    status: str
    on: str | None
    basis: str
    stage: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or is denied, resolved from one or more claims.

    `standing` is concluded, prospective, negative or contested, from the status history;
    `asserted_by` and `denied_by` are filled where some assert and others deny.
    `documents` counts the documents behind it, `sources` the same with copies of one text as one;
    `confidence` is the best reading confidence. `first_published` is by when it was as it stands:
    the first publication of a claim that tells its status, of any while it is only in prospect.
    """

    id: str
    type: str
    directed: bool
    parties: tuple[Party, ...]
    status: str
    standing: str
    date: str | None
    date_end: str | None
    level: str | None
    from_level: str | None
    item: str | None
    place: str | None
    claims: tuple[str, ...]
    history: tuple[StatusEntry, ...]
    documents: int
    sources: int
    confidence: float
    bucket: str
    first_published: str | None = None
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the parties, in order."""
        return tuple(party.id for party in self.parties)


@dataclass(frozen=True, slots=True)
class Rung:
    """Where a tie's level stands on one party's own ladder. `rank` is None where unordered."""

    ladder: str
    slug: str
    label: str
    rank: int | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A state of affairs that holds over an interval, opened, changed and closed by events.

    `since` and `until` are EDTF strings (`until` None: open). `until_basis` says what an end rests
    on: `stated`, or `published` where no more is known than when it was told. It counts as held
    from the latest day of `since` to the earliest that `ended` can mean. `first_confirmed` and
    `last_confirmed` are the oldest and the newest EDTF date on which a document opened, changed or
    confirmed it.
    """

    id: str
    kind: str
    directed: bool
    parties: tuple[Party, ...]
    since: str | None
    until: str | None
    opened_by: str | None
    closed_by: str | None
    events: tuple[str, ...]
    claims: tuple[str, ...]
    documents: int
    sources: int
    bucket: str
    level: str | None = None
    item: str | None = None
    rungs: tuple[Rung, ...] = ()
    previous: str | None = None
    until_basis: str | None = None
    first_confirmed: str | None = None
    last_confirmed: str | None = None

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the parties, in order."""
        return tuple(party.id for party in self.parties)

    @property
    def ended(self) -> PartialDate | None:
        """The days on which it can have ended, None while it is open."""
        return end_of(self.until, self.until_basis, self.last_confirmed)
