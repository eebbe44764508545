"""Claims as they are shown, with what analysts decided about them."""

from collections.abc import Iterable, Iterator

from hedgerow.graph.catalogue import edges_resting_on
from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Claim, Judgement, Party
from hedgerow.graph.resolution import ACTORS
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.review.standing import (
    conflicts_in,
    judged_in,
    judgements_by_claim,
    older_editions,
)
from hedgerow.queries.review.telling import conflict_rows, told_judgement
from hedgerow.queries.review.telling import told_claim as in_one_line
from hedgerow.queries.words.phrases import (
    level_words,
    names,
    slug_words,
    status_text,
)
from hedgerow.viz.design import style
from hedgerow.viz.explorer.documents.told import Claimed, Decided, Who
from hedgerow.viz.explorer.evidence.standing import look_of_status
from hedgerow.viz.explorer.evidence.told import Fact
from hedgerow.viz.plain import plain

AS_READ = (
    *("type", "status", "stage", "phase", "date", "date_end", "date_basis", "level", "from_level"),
    *("item", "place", "attributed_to"),
)
"""The fields in which a claim can be corrected, its actors and the ontology's attributes aside."""


def claimed(snapshot: Snapshot, claims: Iterable[Claim]) -> tuple[Claimed, ...]:
    """Claims as they are shown."""
    return tuple(_claimed(snapshot, each, judged_in(snapshot)) for each in claims)


def _claimed(snapshot: Snapshot, read: Claim, judged: Judged) -> Claimed:
    standing = judged.standing(read)
    made = judgements_by_claim(snapshot).get(read.id, ())
    claim = standing or judged.reworded(read)
    tie_type = vocabulary().tie_type(claim.type)
    return Claimed(
        id=read.id,
        document=read.document,
        type=claim.type,
        label=tie_type.label,
        group=style().group_of_type(claim.type).name,
        arrow=claim.directed,
        parties=tuple(map(_who, claim.parties)),
        says=status_text(claim.status, claim.stage),
        look=look_of_status(claim.status),
        date=_span(claim),
        date_basis=claim.date_basis,
        facts=tuple(_facts(claim)),
        confidence=round(claim.confidence, 2),
        engine=read.engine,
        rule=read.rule,
        flags=read.flags,
        quote=read.quote,
        start=read.start,
        end=read.end,
        words=told_claim(claim),
        edges=edges_resting_on(snapshot, read.id),
        rejected=standing is None,
        superseded=read.document in older_editions(snapshot),
        judged=tuple(decided(each, judged) for each in made),
        conflicts=tuple(_conflicts(snapshot, read.id)),
        read=_as_read(read),
    )


def _as_read(claim: Claim) -> dict[str, str | None]:
    fields = {name: getattr(claim, name) for name in AS_READ}
    return fields | {ACTORS: " ".join(claim.actors)} | dict(claim.attributes)


def told_claim(claim: Claim) -> str:
    """A claim in one line: `Russia to Vietnam: arms deal, Su-35, signed`."""
    return plain(in_one_line(claim))


def decided(judgement: Judgement, judged: Judged) -> Decided:
    """A judgement as it is shown, with what became of it."""
    return Decided(
        id=judgement.id,
        decision=judgement.decision,
        claims=judgement.claims,
        by=plain(judgement.by),
        at=judgement.at,
        note=plain(judgement.note) if judgement.note else None,
        corrected={name: plain(value) for name, value in judgement.corrections.items()},
        words=plain(told_judgement(judgement)),
        undone=judged.is_undone(judgement.id),
    )


def _conflicts(snapshot: Snapshot, claim: str) -> Iterator[str]:
    about = [one for one in conflicts_in(snapshot) if claim in one.about]
    for one, row in zip(about, conflict_rows(about), strict=True):
        earlier = f"{row['earlier_says']} by {one.first.by}, {one.first.at[:10]}"
        yield plain(f"{earlier}; {row['later_says']} by {one.second.by}, {one.second.at[:10]}")


def _who(party: Party) -> Who:
    text, person = (plain(each) if each else None for each in (party.text, party.person))
    role = "" if party.role == "party" else slug_words(party.role)
    return Who(party.id, names([party.id])[0], role, text, person)


def _span(claim: Claim) -> str | None:
    return f"{claim.date} to {claim.date_end}" if claim.date and claim.date_end else claim.date


def _facts(claim: Claim) -> Iterator[Fact]:
    if claim.level:
        yield Fact("Level", level_words(claim.level))
    if claim.from_level:
        yield Fact("Before", level_words(claim.from_level))
    told = (("Item", claim.item), ("Place", claim.place), ("Said by", _speaker(claim)))
    yield from (Fact(name, plain(value)) for name, value in told if value)
    for name, value in sorted(claim.attributes.items()):
        attribute = vocabulary().attribute(name)
        shown = slug_words(value) if value in attribute.values else value
        yield Fact(attribute.label.capitalize(), plain(shown))


def _speaker(claim: Claim) -> str | None:
    return names([claim.attributed_to])[0] if claim.attributed_to else None
