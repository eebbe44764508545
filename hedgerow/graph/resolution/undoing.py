"""Which judgements were taken back."""

from collections import defaultdict
from collections.abc import Iterable

from hedgerow.graph.records import Judgement


def undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of those that another takes back which was not taken back itself.

    When each was made plays no part. An id hashes what it undoes, so there is no circle.
    """
    known = {each.id: each for each in judgements}
    undecided: dict[str, int] = defaultdict(int)
    for each in known.values():
        if each.undoes in known:
            undecided[each.undoes] += 1
    found: set[str] = set()
    decided = [each for each in known if not undecided[each]]
    while decided:
        judgement = decided.pop()
        target = known[judgement].undoes
        if target is None or target not in known:
            continue
        if judgement not in found:
            found.add(target)
        undecided[target] -= 1
        if not undecided[target]:
            decided.append(target)
    return frozenset(found)
