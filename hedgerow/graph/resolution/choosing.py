"""One value out of many: the date, the level, the item that an event is shown with."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from hedgerow.graph.resolution.readings import DENIED, UNDATED, AnchorKey, Reading
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


def event_date(readings: Sequence[Reading], words: Vocabulary) -> str | None:
    """The date of an event: that of claims which conclude it, else of any, a denial's last."""
    if len(readings) == 1:
        return best_date(readings)
    concluding = [one for one in readings if words.is_concluded(one.claim.status)]
    asserting = [one for one in readings if one.claim.status != DENIED]
    return best_date(concluding) or best_date(asserting) or best_date(readings)
