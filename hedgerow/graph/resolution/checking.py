"""Which judgements can be applied."""

import datetime as dt
import re

from hedgerow.errors import UsageError
from hedgerow.graph.records import Judgement
from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import Vocabulary, vocabulary

CLEARABLE = frozenset(
    ("stage", "date", "date_end", "level", "from_level", "ladder", "item", "place", "attributed_to")
)
ACTORS = "actors"
"""Corrected as a whole: the codes of all actors, the source of a directed tie first."""
NEEDED = frozenset(("type", "status", "phase", "date_basis", ACTORS))
CORRECTABLE = CLEARABLE | NEEDED
ADD, SAME_ACTOR, UNDO = "add", "same_actor", "undo"
DECISIONS = (
    *("accept", "reject", "correct", "same", "different", "note"),
    *(ADD, SAME_ACTOR, UNDO),
)
_JUDGEMENT = re.compile(r"judgement/[0-9a-f]{32}")


def check_judgement(judgement: Judgement, words: Vocabulary | None = None) -> None:
    """Whether a judgement can be applied.

    Raises:
        UsageError: it decides nothing known, its time is not ISO 8601, or it corrects a field that
            claims do not have or to a value that the field cannot have.
    """
    if judgement.decision not in DECISIONS:
        choices = ", ".join(DECISIONS)
        raise UsageError(f"A judgement cannot be {judgement.decision!r}; choose one of {choices}.")
    instant_of(judgement)
    _check_unicode(judgement)
    if (judgement.decision == UNDO) != (judgement.undoes is not None):
        raise UsageError("Undoing, and nothing else, needs a judgement to undo.")
    if judgement.undoes is not None and not _JUDGEMENT.fullmatch(judgement.undoes):
        raise UsageError(f"{judgement.undoes!r} is no judgement; copy its id from the history.")
    if judgement.decision == SAME_ACTOR:
        _check_wording(judgement)
    elif judgement.decision != ADD:  # whose edge is checked where it is made
        for field, value in judgement.corrections.items():
            check_correction(field, value, words or vocabulary())


def check_correction(field: str, value: str, words: Vocabulary) -> None:
    """Whether a field of a claim can have a value.

    Raises:
        UsageError: claims have no such field, or it cannot have this value.
    """
    if field not in CORRECTABLE and field not in words.attributes:
        choices = ", ".join(sorted(CORRECTABLE))
        raise UsageError(f"A judgement cannot correct {field!r}; choose one of {choices}.")
    if value == "" and field not in NEEDED:
        return
    if field == ACTORS:
        _check_actors(value.split())
    elif field == "type":
        words.tie_type(value)
    elif field in ("status", "stage"):
        words.status(value)
    elif field in ("phase", "date_basis"):
        allowed = words.phases if field == "phase" else words.date_bases
        if value not in allowed:
            raise UsageError(f"{value!r} is no {field}; choose one of {', '.join(allowed)}.")
    elif field in ("date", "date_end"):
        _check_date(value)


def _check_actors(codes: list[str]) -> None:
    if len(codes) < 2 or len(set(codes)) < len(codes):
        raise UsageError(
            "A tie has two actors or more, each once; write their codes with blanks between them, "
            "the source first, as 'USA VNM'."
        )
    for code in codes:
        _check_actor(code)


def _check_actor(code: str) -> None:
    if code not in actors():
        raise UsageError(f"No actor has the code {code!r}; write codes such as VNM.")


def _check_unicode(judgement: Judgement) -> None:
    told = (judgement.by, judgement.note or "", *judgement.corrections.values())
    try:
        "".join(told).encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"A judgement has no Unicode text: {error.object!r}.") from error


def _check_wording(judgement: Judgement) -> None:
    told = judgement.corrections
    if judgement.claims or told.keys() != {"text", "code"} or not told["text"].strip():
        raise UsageError("Whom a wording means needs 'text' and 'code', and names no claims.")
    _check_actor(told["code"])


def _check_date(value: str) -> None:
    try:
        parse_partial_date(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no date; write 2025, 2025-01 or 2025-01-31.") from error


def instant_of(judgement: Judgement) -> dt.datetime:
    """When a judgement was made; a time without a zone is read as UTC.

    Raises:
        UsageError: the time is not ISO 8601.
    """
    try:
        instant = dt.datetime.fromisoformat(judgement.at)
    except ValueError as error:
        raise UsageError(
            f"A judgement's time must be ISO 8601, not {judgement.at!r}; write 2025-01-31T12:00Z."
        ) from error
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
