"""The pieces that grouping moves about: one claim, or several that an analyst called the same."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.discriminators import comparable, stated_value
from hedgerow.graph.resolution.links import Links, links_between
from hedgerow.graph.resolution.readings import (
    ENDED,
    ENDS,
    SUSPENDED,
    UNDATED,
    UNPUBLISHED,
    Reading,
)
from hedgerow.ontology.partial_date import PartialDate, parse_partial_date
from hedgerow.ontology.vocabulary import TieType, Vocabulary

GroupKey = tuple[str, str, str]
"""Type, source of a directed type (else empty), and what happens to the tie (see `_turn`)."""


@dataclass(slots=True, eq=False)
class Unit:
    """Readings that stay together: first the lead, the most precisely dated, then the anchor.

    `value` is the comparable discriminator of the lead, else of the first reading that has one.
    `fineness` runs from DAY to UNPUBLISHED. `first` and `last` are ordinals of the days on which
    the unit may have happened; of its publication where undated; 0 where unpublished too. Only
    units with the same `key` can be one event.
    """

    readings: list[Reading]
    tie_type: TieType
    key: GroupKey
    value: str | None
    fineness: int
    first: int
    last: int

    @property
    def lead(self) -> Reading:
        """The reading that speaks for the others."""
        return self.readings[0]

    @property
    def ids(self) -> set[str]:
        """The ids of its claims."""
        return {reading.id for reading in self.readings}


def _key(lead: Reading, tie_type: TieType) -> GroupKey:
    source = lead.claim.parties[0].id if tie_type.directed else ""
    return (lead.claim.type, source, _turn(lead, tie_type))


def _turn(reading: Reading, tie_type: TieType) -> str:
    """Whether a claim is about the end or suspension of a tie rather than its beginning.

    An end is another happening than the beginning, though both are claims of the opening type.
    """
    if tie_type.kind is None or tie_type.effect == "closes":
        return ""
    if reading.claim.phase == ENDS or reading.matter == ENDED:
        return ENDED
    return SUSPENDED if reading.matter == SUSPENDED else ""


def make_units(
    readings: Sequence[Reading], judgements: Sequence[Judgement], words: Vocabulary
) -> tuple[list[Unit], Links]:
    """The units of a bucket, and the links and cuts that analysts laid between its claims."""
    if not judgements:
        return [make_unit([reading], words) for reading in readings], Links({}, {})
    links = links_between((reading.id for reading in readings), judgements)
    together: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        together[links.units[reading.id]].append(reading)
    return [make_unit(members, words) for members in together.values()], links


def make_unit(members: list[Reading], words: Vocabulary) -> Unit:
    """One unit of some readings."""
    if len(members) > 1:
        members.sort(key=lambda one: (one.fineness, one.anchor_key))
    lead = members[0]
    tie_type = words.tie_type(lead.claim.type)
    values = (comparable(stated_value(one.claim, tie_type, words), tie_type) for one in members)
    value = next((value for value in values if value is not None), None)
    return Unit(members, tie_type, _key(lead, tie_type), value, *_days(lead, tie_type))


def _days(lead: Reading, tie_type: TieType) -> tuple[int, int, int]:
    when = lead.when
    if when is not None:
        last = _last_day(lead, when, tie_type)
        return lead.fineness, when.earliest.toordinal(), last.toordinal()
    if lead.published is None:
        return UNPUBLISHED, 0, 0
    return UNDATED, lead.published.earliest.toordinal(), lead.published.latest.toordinal()


def _last_day(lead: Reading, when: PartialDate, tie_type: TieType) -> dt.date:
    """The last day of a happening; the end of an interval says nothing of when it began."""
    end = lead.claim.date_end
    if end is None or tie_type.interval:
        return when.latest
    return max(when.latest, parse_partial_date(end).latest)
