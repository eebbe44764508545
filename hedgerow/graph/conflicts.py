"""Where two analysts hold the contrary of each other, and neither took it back.

The later judgement counts, as ever; the conflict is there to be talked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from hedgerow.graph.bearing import wording_key
from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Judgement
from hedgerow.graph.resolution.checking import SAME_ACTOR
from hedgerow.graph.resolution.judging import in_order

Kind = Literal["verdict", "field", "pair", "wording"]
Matter = tuple[Kind, tuple[str, ...], str | None]
_VERDICTS = {"accept": "stands", "correct": "stands", "reject": "is rejected"}
_PAIRS = ("same", "different")


@dataclass(frozen=True, slots=True)
class Conflict:
    """An analyst's last word on one matter, and the last word of all on it.

    `about` are the claims, or the wording, `field` what is corrected to different values. `second`
    is the later judgement, which counts.
    """

    kind: Kind
    about: tuple[str, ...]
    field: str | None
    first: Judgement
    second: Judgement


def conflicts(judged: Judged) -> list[Conflict]:
    """All conflicts, the latest first."""
    last: dict[Matter, dict[str, tuple[str, Judgement]]] = {}
    for judgement in in_order(judged.present()):
        for matter, stand in _stands(judgement):
            words = last.setdefault(matter, {})
            words.pop(judgement.by, None)  # so that they stay in order
            words[judgement.by] = stand, judgement
    found = []
    for matter, words in last.items():
        *earlier, (counts, latest) = words.values()
        found += [
            Conflict(*matter, first=judgement, second=latest)
            for stand, judgement in earlier
            if stand != counts
        ]
    places = {each.id: place for place, each in enumerate(in_order(judged.counting()))}
    return sorted(found, key=lambda each: (-places[each.second.id], each.kind, each.about))


def _stands(judgement: Judgement) -> Iterator[tuple[Matter, str]]:
    decision = judgement.decision
    if decision in _VERDICTS:
        for claim in judgement.claims:
            yield ("verdict", (claim,), None), _VERDICTS[decision]
    if decision == "correct":
        for claim in judgement.claims:
            for field, value in judgement.corrections.items():
                yield ("field", (claim,), field), value
    elif decision in _PAIRS:
        for pair in combinations(sorted(judgement.claims), 2):
            yield ("pair", pair, None), decision
    elif decision == SAME_ACTOR:
        wording = wording_key(judgement.corrections["text"])
        yield ("wording", (wording,), None), judgement.corrections["code"]
