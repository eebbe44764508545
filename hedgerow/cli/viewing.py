"""Views of a store: `--at`, `--as-known`, `--recorded`, `--max-handling`, for every command."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hedgerow.cli.options import last_day
from hedgerow.cli.output import note
from hedgerow.errors import UsageError

if TYPE_CHECKING:
    from hedgerow.graph.snapshot import Snapshot
    from hedgerow.graph.view import View, Viewed
    from hedgerow.queries.questions.header import Question

AT = "at"
READING = 0.5
"""The part of the work that is reading; resolving what was read takes about as long again."""
OF_THEIR_ACTORS = frozenset(("arms", "levels", "partners", "ties"))
"""The questions whose answers rest on nothing but what bears on the actors they name."""


@contextmanager
def viewing(
    store: Path,
    view: "View",
    *,
    about: Collection[str] = (),
    quiet: bool = False,
    no_progress: bool = False,
) -> "Iterator[Snapshot]":
    """The newest snapshot of a store as a view shows it; what is left out is told in one line.

    With `about`, codes of actors, only what bears on all of them is in it.
    """
    from hedgerow.cli.progress import reading
    from hedgerow.graph.store import Store

    with Store.read(store) as snapshot:
        if not view:
            yield snapshot
            return
        from hedgerow.graph.view import viewed

        with reading(quiet=quiet or no_progress) as advance:
            seen = viewed(
                snapshot,
                view,
                about=about,
                progress=lambda documents, part: advance(documents, part * READING),
            )
        note(told(view, seen, about), quiet=quiet)
        with seen.snapshot as shown:
            yield shown


def with_own_day(
    asked: "Question", given: Mapping[str, str], view: "View"
) -> "tuple[Mapping[str, str], View]":
    """The arguments and the view, `--at` given to the question where that asks for a day itself.

    Raises:
        UsageError: another day was given to the question.
    """
    if view.at is None or all(parameter.name != AT for parameter in asked.parameters):
        return given, view
    if AT in given and last_day(given[AT]) != view.at:
        raise UsageError(f"--at is {view.at}, but {asked.name} is asked at {given[AT]}; give one.")
    return {**given, AT: view.at.isoformat()}, replace(view, at=None)


def actors_asked(asked: "Question", given: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the actors on which alone an answer rests; empty where it rests on more.

    Raises:
        UnknownActor: no state or body answers to a name.
    """
    if asked.name not in OF_THEIR_ACTORS:
        return ()
    from hedgerow.ontology.actors import actors

    named = [p.name for p in asked.parameters if p.kind == "actor" and p.name in given]
    return tuple(actors().resolve(given[name]).id for name in named)


def told(view: "View", seen: "Viewed", about: Collection[str]) -> str:
    """`as known on 2024-06-30: 312 of 400 documents; 5 without a date left out`."""
    from hedgerow.queries.words.phrases import counted, listed, names

    whom = f" on {listed(names(about))}" if about else ""
    parts = []
    if seen.documents is not None:
        parts.append(seen.documents.in_words("documents"))
    if seen.claims is not None:
        parts.append(seen.claims.in_words(f"claims{whom}"))
    if seen.withdrawn:
        parts.append(f"{seen.withdrawn:,} withdrawn since are missing")
    if view.handling:
        parts.append(f"{counted(seen.restricted, 'document')} with a stricter mark left out")
    return f"{view}: {'; '.join(parts)}"
