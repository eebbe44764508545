"""One stretch of time over which a tie holds, while it is being put together."""

from collections.abc import Sequence

from hedgerow.graph.ids import content_id
from hedgerow.graph.records import Party, Tie
from hedgerow.graph.resolution.levels import rungs_of
from hedgerow.graph.resolution.steps import Step
from hedgerow.ontology.partial_date import PUBLISHED, STATED, parse_partial_date
from hedgerow.ontology.vocabulary import TieKind


class Interval:
    """A tie from its opening step on. `borne_out` are the steps that show that it held."""

    def __init__(self, step: Step, previous: "Interval | None", prepared: Sequence[Step]) -> None:
        self.opening = step
        self.previous = previous
        self.closing: Step | None = None
        self.borne_out = [*prepared, step]
        self._confirmed: list[str] = [] if step.seen is None else [step.seen]

    def confirm(self, step: Step) -> None:
        """Count in a step that shows that it holds."""
        self.borne_out.append(step)
        if step.seen is not None:
            self._confirmed.append(step.seen)

    def close(self, step: Step) -> None:
        """End it at a step."""
        self.closing = step

    def to_tie(self, kind: TieKind, bucket: str, *, directed: bool, leveled: bool) -> Tie:
        """The record. An end of no known date is put at its publication, which is then its basis.

        `claims` and `documents` show that the tie held; the closing event is among `events` only.
        """
        opening, closing = self.opening, self.closing
        parties = opening.parties if directed else _as_equals(opening.parties)
        previous = None if self.previous is None else self.previous.id(kind, bucket)
        acting = [*self.borne_out, closing] if closing is not None else self.borne_out
        actors = tuple(party.id for party in parties)
        return Tie(
            id=self.id(kind, bucket),
            kind=kind.name,
            directed=directed,
            parties=parties,
            since=opening.when,
            until=None if closing is None else closing.seen,
            until_basis=None if closing is None else _basis(closing),
            opened_by=opening.event,
            closed_by=None if closing is None else closing.event,
            events=tuple(sorted({step.event for step in acting if step.event is not None})),
            claims=tuple(sorted({claim for step in self.borne_out for claim in step.claims})),
            documents=len(frozenset().union(*(step.documents for step in self.borne_out))),
            sources=len(frozenset().union(*(step.sources for step in self.borne_out))),
            bucket=bucket,
            level=opening.level,
            item=None if leveled else opening.shown,
            rungs=rungs_of(opening.level, actors) if leveled else (),
            previous=previous,
            first_confirmed=min(self._confirmed, key=_surely_by, default=None),
            last_confirmed=max(self._confirmed, key=_newness, default=None),
        )

    def id(self, kind: TieKind, bucket: str) -> str:
        """`tie/<hash>` of the kind, what opened it, its source and its level or other value.

        A tie known only from claims that it holds is opened by nothing but its bucket.
        """
        opening = self.opening
        source = opening.parties[0].id
        return content_id("tie", [kind.name, opening.event or bucket, source, opening.value])


def _as_equals(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(Party(actor, "party") for actor in sorted({party.id for party in parties}))


def _basis(closing: Step) -> str | None:
    if closing.when is not None:
        return STATED
    return None if closing.seen is None else PUBLISHED


def _surely_by(date: str) -> tuple[int, int]:
    parsed = parse_partial_date(date)
    return parsed.latest.toordinal(), parsed.earliest.toordinal()


def _newness(date: str) -> tuple[int, int]:
    parsed = parse_partial_date(date)
    return parsed.earliest.toordinal(), parsed.latest.toordinal()
