"""What people decided, out of an export: judgements, ratings, withdrawals."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

import pyoxigraph as ox

from hedgerow.errors import StoreError
from hedgerow.graph.by_hand import made
from hedgerow.graph.ids import DIGITS, content_id
from hedgerow.graph.imports.articles import WRONG, check_single, told
from hedgerow.graph.imports.report import Refusals
from hedgerow.graph.imports.sifting import DOCUMENT
from hedgerow.graph.judgements_rdf import judgement_quads, read_judgement
from hedgerow.graph.ledger import Withdrawal, read_withdrawal, withdrawal_quads
from hedgerow.graph.ratings import Rating, check_rating
from hedgerow.graph.ratings_rdf import rating_quads, read_rating
from hedgerow.graph.rdf import JUDGEMENTS, LEDGER
from hedgerow.graph.reading import describe, instances, parts
from hedgerow.graph.records import Judgement, Witness
from hedgerow.graph.resolution import check_judgement
from hedgerow.graph.resolution.checking import ADD

AHEAD = dt.timedelta(days=1)
"""By which another's clock may be ahead of ours; of two decisions the later one counts."""
LONGEST = 10_000
"""Characters of a reason or note, with what is corrected."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CLAIM = re.compile(rf"claim/[0-9a-f]{{{DIGITS}}}")


class _Decision(Protocol):
    @property
    def by(self) -> str: ...
    @property
    def at(self) -> str: ...


Decision = TypeVar("Decision", bound=_Decision)


def judgements_in(database: ox.Store, refusals: Refusals) -> list[Judgement]:
    """The judgements of a sifted export, but those that nobody can have made."""

    def read(subject: str) -> Judgement:
        found = describe(database, subject, JUDGEMENTS)
        corrections = parts(database, "correction_of", subject, JUDGEMENTS)
        witnesses = parts(database, "witness_of", subject, JUDGEMENTS)
        judgement = read_judgement(found, corrections, witnesses)
        _check_id(subject, judgement.id)
        check_single([found, *corrections], judgement_quads(judgement))
        check_single(witnesses, ())
        check_judgement(judgement)
        if judgement.decision == ADD:
            made(judgement)
        check_contents(judgement)
        return judgement

    return [*_read(instances(database, "Judgement", JUDGEMENTS), read, refusals)]


def ratings_in(database: ox.Store, refusals: Refusals) -> list[Rating]:
    """The ratings of a sifted export, but those that nobody can have made."""

    def read(subject: str) -> Rating:
        found = describe(database, subject, JUDGEMENTS)
        rating = read_rating(found)
        _check_id(subject, rating.id)
        check_single([found], rating_quads(rating))
        check_rating(rating)
        return rating

    return [*_read(instances(database, "Rating", JUDGEMENTS), read, refusals)]


def withdrawals_in(database: ox.Store, refusals: Refusals) -> list[Withdrawal]:
    """The withdrawals of a sifted export, but those that nobody can have made."""

    def read(subject: str) -> Withdrawal:
        found = describe(database, subject, LEDGER)
        withdrawal = read_withdrawal(found)
        _check_id(subject, content_id("withdrawal", withdrawal.document))
        check_single([found], withdrawal_quads(withdrawal))
        if not DOCUMENT.fullmatch(withdrawal.document):
            raise StoreError("it withdraws what is no document")
        _check_size(withdrawal.reason)
        return withdrawal

    return [*_read(instances(database, "Withdrawal", LEDGER), read, refusals)]


def _read(
    subjects: Iterator[str], read: Callable[[str], Decision], refusals: Refusals
) -> Iterator[Decision]:
    for subject in subjects:
        try:
            decision = read(subject)
            check_signed(decision)
        except WRONG as error:
            refusals.refuse(subject, told(error))
        else:
            yield decision


def _check_id(subject: str, identity: str) -> None:
    if subject != identity:
        raise StoreError("it says something else than what it is called after")


def check_contents(judgement: Judgement) -> None:
    """Whether a judgement that comes from elsewhere is about claims, in so many plain characters.

    Raises:
        StoreError: it is not.
    """
    seen = judgement.witnesses
    _check_size(judgement.note or "", *judgement.corrections.values())
    _check_size(*(text for each in seen for text in _words(each)))
    _check_unicode(judgement.note or "")  # which may be of several lines
    _check_plain(*judgement.corrections.values())
    _check_plain(*(text for each in seen for text in _words(each)))
    if not all(map(_CLAIM.fullmatch, (*judgement.claims, *(each.claim for each in seen)))):
        raise StoreError("it is about something that is no claim")
    if not all(DOCUMENT.fullmatch(each.document) for each in seen):
        raise StoreError("it saw a claim of what is no document")


def _words(seen: Witness) -> Iterator[str]:
    maybe = (seen.phase, seen.date, seen.level, seen.item)
    yield from (seen.type, seen.status, *seen.actors, *seen.roles, *filter(None, maybe))


def _check_plain(*texts: str) -> None:
    _check_unicode(*texts)
    if any(map(_CONTROL.search, texts)):
        raise StoreError("it has characters that are no text")


def _check_unicode(*texts: str) -> None:
    if any("\ud800" <= each <= "\udfff" for each in "".join(texts)):
        raise StoreError("it has characters that are no text")


def _check_size(*texts: str) -> None:
    if sum(map(len, texts)) > LONGEST:
        raise StoreError(f"it has more than {LONGEST:,} characters")


def check_signed(decision: _Decision) -> None:
    """Whether it says by whom, and is not dated ahead so as to stand above all to come.

    Raises:
        StoreError: it does not, or is.
    """
    _check_plain(decision.by)
    if not decision.by.strip() or len(decision.by) > LONGEST:
        raise StoreError("it does not say by whom")
    at = dt.datetime.fromisoformat(decision.at)
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    if at > dt.datetime.now(dt.UTC) + AHEAD:
        raise StoreError(f"it is dated {decision.at}, which is still to come")
