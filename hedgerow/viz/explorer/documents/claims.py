"""Claims as they are shown, with what analysts decided about them."""

from collections.abc import Iterable, Iterator

from hedgerow.graph.catalogue import edges_resting_on
from hedgerow.graph.judged import Judged
from hedgerow.graph.records import Claim, Judgement, Party
from hedgerow.graph.resolution import ACTORS, apply_judgements
from hedgerow.graph.snapshot import Snapshot
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.words.phrases import (
    level_words,
    matter_text,
    names,
    parties_text,
    slug_words,
    status_text,
)
from hedgerow.viz.design import style
from hedgerow.viz.explorer.documents.shelf import older_editions
from hedgerow.viz.explorer.documents.told import Claimed, Decided, Who
from hedgerow.viz.explorer.evidence.standing import look_of_status
from hedgerow.viz.explorer.evidence.told import Fact
from hedgerow.viz.plain import plain

AS_READ = (
    *("type", "status", "stage", "phase", "date", "date_end", "date_basis", "level", "from_level"),
    *("item", "place", "attributed_to"),
)
"""The fields in which a claim can be corrected, its actors and the ontology's attributes aside."""


def judged_in(snapshot: Snapshot) -> Judged:
    """The judgements of a snapshot, by the claims they name."""
    return kept(snapshot, ("judged",), lambda: Judged(snapshot.judgements()))


def claimed(snapshot: Snapshot, claims: Iterable[Claim]) -> tuple[Claimed, ...]:
    """Claims as they are shown."""
    judged = judged_in(snapshot)
    older = older_editions(snapshot)
    return tuple(_claimed(snapshot, each, judged.about([each.id]), older) for each in claims)


def _claimed(
    snapshot: Snapshot, read: Claim, judgements: list[Judgement], older: frozenset[str]
) -> Claimed:
    standing = apply_judgements([read], judgements)
    claim = standing.get(read.id, read)
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
        rejected=read.id not in standing,
        superseded=read.document in older,
        judged=tuple(map(decided, judgements)),
        read=_as_read(read),
    )


def _as_read(claim: Claim) -> dict[str, str | None]:
    fields = {name: getattr(claim, name) for name in AS_READ}
    return fields | {ACTORS: " ".join(claim.actors)} | dict(claim.attributes)


def told_claim(claim: Claim) -> str:
    """A claim in one line: `Russia to Vietnam: arms deal, Su-35, signed`."""
    label = vocabulary().tie_type(claim.type).label
    matter = matter_text(label, claim.level, claim.item, claim.place)
    says = status_text(claim.status, claim.stage)
    parties = parties_text(claim.actors, directed=claim.directed)
    return plain(f"{parties}: {matter}, {says}")


def decided(judgement: Judgement) -> Decided:
    """A judgement as it is shown."""
    return Decided(
        id=judgement.id,
        decision=judgement.decision,
        claims=judgement.claims,
        by=plain(judgement.by),
        at=judgement.at,
        note=plain(judgement.note) if judgement.note else None,
        corrected={name: plain(value) for name, value in judgement.corrections.items()},
    )


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
