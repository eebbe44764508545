"""Rules for actors, ladders and officials: codes exist, dates are in order, wordings differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hedgerow.ontology.actors import Actors
from hedgerow.ontology.finding import Finding, error
from hedgerow.ontology.ladders import Ladder
from hedgerow.ontology.officials import Official
from hedgerow.ontology.partial_date import PartialDate


def lint_actors(known: Actors) -> Iterator[Finding]:
    """No wording stands for two actors, dates are in order."""
    owners: dict[str, set[str]] = defaultdict(set)
    for surface in known.surfaces():
        owners[surface.text].add(surface.actor)
    for text, actors in owners.items():
        if len(actors) > 1:
            yield error(text, f"The wording stands for {' and '.join(sorted(actors))}.")
    for text in set(known.masks()) & set(owners):
        yield error(text, "The wording is both a name and masked.")
    for actor in known:
        yield from _disorder(f"actor {actor.id}", actor.start, actor.end)


def lint_memberships(known: Actors) -> Iterator[Finding]:
    """Members are states, bodies are bodies, and dates are in order."""
    for held in known.memberships():
        subject = f"membership of {held.state} in {held.body}"
        body, state = known.get(held.body), known.get(held.state)
        if body is None or body.kind != "body":
            yield error(subject, f"There is no body {held.body!r}.")
        if state is None:
            yield error(subject, f"There is no actor {held.state!r}.")
        yield from _disorder(subject, held.start, held.end)


def lint_officials(known: Actors, people: Iterable[Official]) -> Iterator[Finding]:
    """Officials act for known actors, and their dates are in order."""
    for person in people:
        subject = f"official {person.name}"
        if known.get(person.state) is None:
            yield error(subject, f"There is no actor {person.state!r}.")
        yield from _disorder(subject, person.start, person.end)


def lint_ladders(known: Actors, given: Mapping[str, Ladder]) -> Iterator[Finding]:
    """Ladders belong to known actors, have a source, and file each wording under one rung."""
    for ladder in given.values():
        subject = f"ladder {ladder.id}"
        if known.get(ladder.id) is None:
            yield error(subject, f"There is no actor {ladder.id!r}.")
        if not ladder.sources:
            yield error(subject, "The ladder has no source.")
        wordings = [slug for rung in ladder.rungs for slug in rung.wordings]
        if len(set(wordings)) < len(wordings):
            yield error(subject, "A wording is filed under two rungs.")
        yield from _bad_ranks(subject, ladder)


def _bad_ranks(subject: str, ladder: Ladder) -> Iterator[Finding]:
    ranks = [rung.rank for rung in ladder.rungs if rung.rank is not None]
    if len(set(ranks)) < len(ranks):
        yield error(subject, "Two rungs share a rank.")
    if ladder.order == "unordered" and ranks:
        yield error(subject, "An unordered ladder has no ranks.")
    if ladder.order != "unordered" and len(ranks) < 2:
        yield error(subject, "An ordered ladder needs at least two ranks.")


def _disorder(
    subject: str, start: PartialDate | None, end: PartialDate | None
) -> Iterator[Finding]:
    if start is not None and end is not None and start.earliest > end.latest:
        yield error(subject, f"It ends in {end} before it starts in {start}.")
