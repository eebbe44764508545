"""One claim in its context, with others that may tell the same."""

from collections.abc import Sequence

from hedgerow.graph.catalogue import claims_beside, edges_resting_on, imprint_of_claim, read_whole
from hedgerow.graph.records import Claim
from hedgerow.graph.rows_rdf import is_row
from hedgerow.graph.snapshot import Snapshot, present
from hedgerow.viz.explorer.documents.claims import claimed, told_claim
from hedgerow.viz.explorer.documents.shelf import heading
from hedgerow.viz.explorer.problems import sought
from hedgerow.viz.explorer.review.told import Beside, Case
from hedgerow.viz.plain import plain

CONTEXT = 600
"""So many characters before and after a sentence are shown with it."""
NEAR = 400
"""Claims that begin so near are shown as its neighbours."""
MOST = 8
QUOTED = 300


def case(snapshot: Snapshot, claim: str, reasons: Sequence[str]) -> Case:
    """A claim in its context; HTTPException if it is not here."""
    with sought():
        (one,) = snapshot.claims(ids=[claim])
    found, told = _read_around(snapshot, one)
    alike = sorted(claims_beside(snapshot, claim), key=lambda each: _apart(one, each))
    around = (each for each in told if each.id != claim and abs(each.start - one.start) < NEAR)
    own = frozenset(edges_resting_on(snapshot, claim))
    return Case(
        claim=claimed(snapshot, [one])[0],
        reasons=tuple(reasons),
        document=heading(snapshot, one.document),
        before=_ending(found[max(0, one.start - CONTEXT) : one.start], one.start > CONTEXT),
        after=_beginning(found[one.end : one.end + CONTEXT], len(found) > one.end + CONTEXT),
        alike=tuple(_beside(snapshot, each, own) for each in alike[:MOST]),
        around=tuple(_beside(snapshot, each, own) for each in list(around)[:MOST]),
    )


def _read_around(snapshot: Snapshot, claim: Claim) -> tuple[str, list[Claim]]:
    """The text that a claim stands in, and its claims; an event table's row stands alone."""
    if is_row(claim):
        return "", []
    found, told = present(read_whole(snapshot, claim.document), claim.document)
    return found.text, told


def _beside(snapshot: Snapshot, claim: Claim, own: frozenset[str]) -> Beside:
    place = imprint_of_claim(snapshot, claim)
    events = {each for each in edges_resting_on(snapshot, claim.id) if each.startswith("event/")}
    return Beside(
        claim=claim.id,
        document=claim.document,
        words=told_claim(claim),
        date=claim.date,
        published=place.published,
        publisher=plain(place.publisher) if place.publisher else None,
        quote=plain(claim.quote[:QUOTED]),
        together=bool(events & own),
    )


def _apart(one: Claim, other: Claim) -> tuple[bool, int, str]:
    """How far apart in time two claims are; those that cannot be compared come last."""
    if one.when is None or other.when is None:
        return True, 0, other.id
    return False, abs((one.when.earliest - other.when.earliest).days), other.id


def _ending(text: str, cut: bool) -> str:
    return f"… {text.partition(' ')[2]}" if cut and text else text


def _beginning(text: str, cut: bool) -> str:
    return f"{text.rpartition(' ')[0]} …" if cut else text
