"""Which claims of a bucket tell one event, and which only confirm a tie."""

from collections import defaultdict
from collections.abc import Sequence

from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.grouper import Grouper
from hedgerow.graph.resolution.readings import HOLDS, Reading
from hedgerow.graph.resolution.shelf import Group
from hedgerow.graph.resolution.units import GroupKey, Unit, make_unit, make_units
from hedgerow.ontology.vocabulary import Vocabulary


def group_readings(
    readings: Sequence[Reading], judgements: Sequence[Judgement], words: Vocabulary
) -> tuple[list[Group], list[Reading]]:
    """The groups of a bucket, and the readings that only confirm a tie.

    A claim that a tie holds makes no event; it joins one only to stand against a denial there.
    """
    confirming = [reading for reading in readings if _confirms(reading, words)]
    telling = [reading for reading in readings if not _confirms(reading, words)]
    if len(readings) == 1:
        return [_alone(reading, words) for reading in telling], confirming
    units, links = make_units(telling, judgements, words)
    by_key: dict[GroupKey, list[Unit]] = defaultdict(list)
    for unit in units:
        by_key[unit.key].append(unit)
    groupers = {key: Grouper(links.cuts, words) for key in by_key}
    groups = [group for key, members in by_key.items() for group in groupers[key].group(members)]
    undisputed = []
    for reading in sorted(confirming, key=lambda reading: reading.anchor_key):
        unit = make_unit([reading], words)
        if unit.key not in groupers or not groupers[unit.key].dispute(unit):
            undisputed.append(reading)
    return groups, undisputed


def _confirms(reading: Reading, words: Vocabulary) -> bool:
    return reading.claim.phase == HOLDS and words.is_concluded(reading.claim.status)


def _alone(reading: Reading, words: Vocabulary) -> Group:
    unit = make_unit([reading], words)
    group = Group.founded_by(unit)
    group.admit(unit, {})
    return group
