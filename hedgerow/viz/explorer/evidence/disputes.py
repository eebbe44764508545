"""What documents differ on: who asserts and who denies, and facts that cannot all be so."""

from collections.abc import Iterator, Sequence

from hedgerow.graph.resolution.readings import REPORTED
from hedgerow.queries.answers.disagreements import COMPARED
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.sources.speakers import named_side, outlet_name
from hedgerow.queries.sources.told_values import amount, level, number
from hedgerow.queries.sources.versions import Version, Versions, dates, differing, statuses
from hedgerow.queries.words.phrases import DENIED, names
from hedgerow.viz.explorer.evidence.facts import Values, label_of
from hedgerow.viz.explorer.evidence.told import Dispute, Side
from hedgerow.viz.plain import plain

CONTRADICTED = "Some assert it, others deny it"
ONLY_DENIED = "Denied; nobody in this archive asserts it"
ASSERTED, DENIAL = "asserted", "denied"


def disputes(edge: Edge, sources: Sequence[Source], values: Values) -> Iterator[Dispute]:
    """What the documents on an edge differ on, a denial first."""
    denied = [one for one in sources if one.status == DENIED]
    told = [one for one in sources if one.status != DENIED]
    if denied:
        sides = [(ASSERTED, told), (DENIAL, denied)]
        title = CONTRADICTED if told else ONLY_DENIED
        yield Dispute(title, tuple(_side(edge, *side) for side in sides if side[1]))
    if edge.is_tie:
        return
    for found in dates(told):
        yield from _dispute(edge, "date", found)
    yield from _dispute(edge, "status", statuses(told))
    for name, found in _numbers(told, values):
        yield from _dispute(edge, label_of(name), found)


def _numbers(told: Sequence[Source], values: Values) -> Iterator[tuple[str, Versions]]:
    """The attributes of which two values cannot both be so; wordings of one thing can."""
    levels, quantities, sums, currencies = (values.get(name, {}) for name in COMPARED)
    tells = (
        lambda one: level(levels.get(one.claim)),
        lambda one: number(quantities.get(one.claim)),
        lambda one: amount(sums.get(one.claim), currencies.get(one.claim)),
    )
    yield from zip(COMPARED, (differing(told, tell) for tell in tells), strict=False)


def _dispute(edge: Edge, fact: str, found: Versions) -> Iterator[Dispute]:
    if found:
        yield Dispute(
            f"Documents differ on the {fact}", tuple(_version(edge, one) for one in found)
        )


def _version(edge: Edge, version: Version) -> Side:
    return _side(edge, plain(version.text), version.sources)


def _side(edge: Edge, said: str, sources: Sequence[Source]) -> Side:
    return Side(
        says=said,
        voices=tuple(dict.fromkeys(_voice(edge, one) for one in sources)),
        claims=tuple(one.claim for one in sources),
    )


def _voice(edge: Edge, source: Source) -> str:
    """Who says it, and whether that is a party; where nobody is named, in which outlet."""
    outlet = plain(outlet_name(source))
    if source.attributed_to is None:
        return f"nobody named, in {outlet}" if source.status in (DENIED, REPORTED) else outlet
    party = " (a party to it)" if named_side(source) in edge.actors else ""
    return f"{plain(names([source.attributed_to])[0])}{party}, in {outlet}"
