"""One line of a timeline: an event or tie with the sentences behind it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date

EdgeKind = Literal["event", "tie"]


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence and where it stands. `status` and `stage` are what this sentence says.

    `published` is an EDTF date or None. `address` is the URL as stored, which may be of any scheme,
    or else the path the document was read from.
    """

    claim: str
    document: str
    quote: str
    status: str
    stage: str | None
    attributed_to: str | None
    title: str | None
    publisher: str | None
    published: str | None
    address: str
    confidence: float


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event or tie.

    `type` is the tie type of an event, the kind of a tie; `label` says it in words, `group` is the
    family of types that it belongs to. `standing` is concluded, prospective, negative or contested;
    of a tie held or ended. `date` is for display, `stated` and `end` are EDTF dates or None.
    `first` and `last` are the days between which it is placed, None where nothing dates it; the
    `last` of an open tie is None. The `actors` of a directed one begin with its source. `sources`
    begin with the sentence that best tells its status.
    """

    id: str
    edge: EdgeKind
    type: str
    label: str
    group: str
    standing: str
    status: str | None
    stage: str | None
    actors: tuple[str, ...]
    directed: bool
    date: str
    stated: str | None
    end: str | None
    first: dt.date | None
    last: dt.date | None
    level: str | None
    item: str | None
    place: str | None
    words: str
    sources: tuple[Source, ...]
    documents: int
    possibly: bool
    last_confirmed: str | None
    unconfirmed_since: str | None

    @property
    def when(self) -> PartialDate | None:
        """The stated date as a range of days, or None."""
        return None if self.stated is None else parse_partial_date(self.stated)

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """Oldest first; what nothing dates comes at the end."""
        first = self.first or dt.date.max
        return first, self.last or dt.date.max, self.id

    @property
    def quotes(self) -> tuple[str, ...]:
        """The sentences, the most telling first."""
        return tuple(source.quote for source in self.sources)

    @property
    def is_plain(self) -> bool:
        """Whether it can be told as a fact: concluded, or a tie."""
        return self.edge == "tie" or self.standing == "concluded"
