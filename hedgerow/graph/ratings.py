"""What people hold of outlets, documents and claims, and who may see a document.

Ratings are records: dated, signed, append-only, the latest counts. They tell nothing of how surely
a sentence was read, and no number is worked out from them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from hedgerow.errors import UsageError
from hedgerow.graph.ids import content_id
from hedgerow.ontology.gradings import checked_mark, credibilities, handling, reliabilities
from hedgerow.ontology.outlets import keys_of, outlets

NONE = "none"
"""What takes an earlier rating back."""
DOCUMENT, CLAIM = "document/", "claim/"
LONGEST = 2000
"""Letters of a name or reason."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One decision on one subject: the id of a document or claim, or an outlet's name or host.

    What is None is not decided on. `instead_of` are the marks that a document carried when its
    `handling` was decided on: these no longer count, any other that it comes with does.
    """

    subject: str
    by: str
    at: str
    note: str | None = None
    reliability: str | None = None
    credibility: str | None = None
    handling: str | None = None
    instead_of: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`rating/<hash>`."""
        told = [self.subject, self.by, self.at, self.note, self.reliability, self.credibility]
        return content_id("rating", [*told, self.handling, sorted(self.instead_of)])

    @property
    def is_of_outlet(self) -> bool:
        """Whether it is about an outlet."""
        return not self.subject.startswith((DOCUMENT, CLAIM))


def check_rating(rating: Rating) -> None:
    """UsageError unless a rating says something that can be said of its subject."""
    is_claim = rating.subject.startswith(CLAIM)
    if rating.reliability is None and rating.credibility is None and rating.handling is None:
        raise UsageError("A rating needs --reliability, --credibility or --handling.")
    _check("reliability", rating.reliability, reliabilities())
    _check("credibility", rating.credibility, credibilities())
    if rating.reliability is not None and is_claim:
        raise UsageError("Reliability is that of an outlet or document; rate one of these.")
    if rating.credibility is not None and rating.is_of_outlet:
        raise UsageError("Credibility is that of a document or claim; rate one of these.")
    if rating.handling is not None:
        if is_claim or rating.is_of_outlet:
            raise UsageError("A handling mark is that of a document; give a document's id.")
        if rating.handling != NONE:
            checked_mark(rating.handling)
    try:
        instant(rating.at)
    except ValueError:
        raise UsageError(f"{rating.at[:40]!r} is no time; write it as 2025-10-01.") from None
    if not rating.by.strip():
        raise UsageError("A rating needs the name of who rates; give it with --by.")
    if max(map(len, (rating.subject, rating.by, rating.note or ""))) > LONGEST:
        raise UsageError(f"A name or reason is longer than {LONGEST} letters; shorten it.")


def _check(what: str, value: str | None, scale: Collection[str]) -> None:
    if value is not None and value != NONE and value not in scale:
        raise UsageError(f"{value!r} is no {what}; choose one of {', '.join(scale)} or {NONE}.")


def restricting(ratings: Iterable[Rating]) -> list[Rating]:
    """What of some ratings only restricts who sees a document: no grades, no mark lifted."""
    return [
        replace(one, reliability=None, credibility=None, instead_of=())
        for one in ratings
        if one.handling not in (None, NONE)
    ]


def instant(stamp: str) -> dt.datetime:
    """An ISO 8601 timestamp or day, UTC if it names no zone; ValueError where it is none."""
    found = dt.datetime.fromisoformat(stamp)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def outlet_key(name: str) -> str:
    """One outlet's one name, whatever it is called: that of our table, else as it is written."""
    known = outlets().find(name)
    return (known.name if known else name).strip().casefold()


def _outlet_keys(publisher: str | None, address: str) -> tuple[str, ...]:
    known = outlets().find(publisher, address)
    return (*((known.name.casefold(),) if known else ()), *keys_of(publisher, address))


@lru_cache(maxsize=4096)
def _keys(publisher: str | None, address: str) -> tuple[str, ...]:
    """By what an outlet is rated; of a host that is in our table its publisher's name is none."""
    hosts, named = _outlet_keys(None, address), _outlet_keys(publisher, "")
    return hosts if outlets().find(None, address) else (*hosts, *named)


class Ratings:
    """The ratings that count: of each subject the latest on each matter."""

    def __init__(self, all_: Iterable[Rating], marks: Mapping[str, Collection[str]]) -> None:
        """`marks` are those that documents came with, by id."""
        self.all = tuple(sorted(all_, key=lambda one: (instant(one.at), one.id)))
        self._marks = marks
        self._latest: dict[tuple[str, str], Rating] = {}
        self._lifted: dict[str, set[str]] = defaultdict(set)
        for one in self.all:
            key = outlet_key(one.subject) if one.is_of_outlet else one.subject
            for field in ("reliability", "credibility", "handling"):
                if getattr(one, field) is not None:
                    self._latest[key, field] = one
            self._lifted[key].update(one.instead_of)

    def __bool__(self) -> bool:
        return bool(self.all or self._marks)

    def reliability(self, document: str, publisher: str | None, address: str = "") -> str | None:
        """That of a document, else of its outlet by its address, else by its publisher's name."""
        subjects = (document, *_keys(publisher, address))
        return next(filter(None, (self._value(one, "reliability") for one in subjects)), None)

    def credibility(self, claim: str, document: str) -> str | None:
        """That of a claim, else of its document."""
        return self._value(claim, "credibility") or self._value(document, "credibility")

    def handling(self, document: str) -> str | None:
        """The mark that counts: the strictest of what it came with and what was decided."""
        lifted = self._lifted.get(document, ())
        came = (mark for mark in self._marks.get(document, ()) if mark not in lifted)
        decided = self._value(document, "handling")
        return handling().strictest((*came, *((decided,) if decided else ())))

    def marked(self) -> dict[str, str]:
        """Every document that carries a mark, with it."""
        rated = {one.subject for one in self.all if one.handling is not None}
        found = ((each, self.handling(each)) for each in (*self._marks, *rated))
        return {each: mark for each, mark in found if mark is not None}

    @cached_property
    def strictest(self) -> str | None:
        """The strictest mark of all documents that carry one."""
        return handling().strictest(set(self.marked().values()))

    def _value(self, subject: str, field: str) -> str | None:
        found = self._latest.get((subject, field))
        value: str | None = getattr(found, field) if found is not None else None
        return None if value == NONE else value
