"""One value out of many: the date, the level, the item that an event is shown with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from hedgerow.graph.resolution.readings import DENIED, ENDED, UNDATED, AnchorKey, Reading
from hedgerow.ontology.vocabulary import Vocabulary


def majority(readings: Sequence[Reading], value_of: Callable[[Reading], str | None]) -> str | None:
    """The value that most independent sources give.

    Among equals the one of most documents, then the one published first.
    """
    if len(readings) == 1:
        return value_of(readings[0])
    sources: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    first_seen: dict[str, AnchorKey] = {}
    for reading in readings:
        value = value_of(reading)
        if value is not None:
            sources[value].add(reading.origin)
            documents[value].add(reading.claim.document)
            first_seen[value] = min(first_seen.get(value, reading.anchor_key), reading.anchor_key)
    if len(documents) <= 1:
        return next(iter(documents), None)
    return min(
        documents,
        key=lambda value: (-len(sources[value]), -len(documents[value]), first_seen[value]),
    )


def best_date(readings: Sequence[Reading]) -> str | None:
    """The most precise date; among equally precise ones that of most sources."""
    if len(readings) == 1 and readings[0].when is not None:
        return readings[0].when.edtf
    finest = min((reading.fineness for reading in readings), default=UNDATED)
    if finest == UNDATED:
        return None
    dated = [reading for reading in readings if reading.fineness == finest]
    return majority(dated, lambda reading: reading.claim.date)


def dating(readings: Sequence[Reading], status: str, turn: str, words: Vocabulary) -> list[Reading]:
    """The claims that may date an event of a status.

    What came about is dated by none that only plans, reports or denies it. What did not, by those
    that conclude it, else by any that assert it, else by denials. `turn` is the group's.
    """
    firm = [one for one in readings if words.is_concluded(one.claim.status)]
    if words.is_concluded(status) or status in (ENDED, turn):
        return firm if best_date(firm) else telling(readings, status, words)
    asserting = [one for one in readings if one.claim.status != DENIED]
    return next((some for some in (firm, asserting) if best_date(some)), list(readings))


def telling(readings: Sequence[Reading], status: str, words: Vocabulary) -> list[Reading]:
    """The claims by which an event had come to a status; all where it is no more than in prospect.

    What concludes it at a later stage tells the earlier ones too.
    """
    if status == DENIED or words.is_prospective(status):
        return list(readings)
    concluded, rank = words.is_concluded(status), words.status(status).rank
    return [
        one
        for one in readings
        if one.claim.status == status
        or (concluded and words.is_concluded(one.claim.status) and _rank(one, words) >= rank)
    ]


def describing(readings: Sequence[Reading], status: str, words: Vocabulary) -> Sequence[Reading]:
    """The claims whose level, item and place an event is shown with.

    Of what came about these are the ones that conclude it: a plan may have named others.
    """
    if not words.is_concluded(status):
        return readings
    return [one for one in readings if words.is_concluded(one.claim.status)]


def first_publication(readings: Iterable[Reading]) -> str | None:
    """By when some claims were told: their earliest publication (EDTF), None where none has one."""
    first = min(readings, key=lambda one: one.anchor_key, default=None)
    return None if first is None or first.published is None else first.published.edtf


def _rank(reading: Reading, words: Vocabulary) -> int:
    return words.status(reading.claim.status).rank
