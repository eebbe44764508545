"""How things stood on two days, told from all that is loaded, as lists and as a report."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hedgerow.queries.brief.between import Moved, between
from hedgerow.queries.dates.histories import date_as_of
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.edge import Source
from hedgerow.queries.reading.edges import Selection, edges_of, sources_for
from hedgerow.queries.reading.kept import kept
from hedgerow.queries.sources.speakers import outlet_name
from hedgerow.queries.sources.telling_sentence import most_telling_first
from hedgerow.queries.words.phrases import names, shown_quote, support
from hedgerow.viz.explorer.changes.told import Changes, Listed, Row
from hedgerow.viz.explorer.changes.wording import COUNTED, NOTES, TITLES
from hedgerow.viz.explorer.evidence.standing import as_it_stood, badge_of, look_of, told_on
from hedgerow.viz.explorer.network.matters import type_names
from hedgerow.viz.plain import plain
from hedgerow.viz.report import Bullets, Line, Notes, Report, Section

SHOWN = 200
CITED = 2


@dataclass(frozen=True, slots=True)
class Days:
    """Two days, whom they are looked at for (all where nobody is named), and what differs."""

    followed: Selection | None
    first: dt.date
    last: dt.date
    moved: tuple[Moved, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Whom it is about."""
        chosen = self.followed
        return () if chosen is None else tuple(filter(None, (chosen.a, chosen.b)))

    @property
    def title(self) -> str:
        """`Vietnam, 2024-01-01 to 2025-01-01`."""
        return f"{' - '.join(names(self.codes)) or 'Everyone'}, {self.first} to {self.last}"

    @property
    def in_words(self) -> str:
        """How many of each kind there are."""
        counts = (f"{len(found):,} {COUNTED[kind]}" for kind, found in self.kinds())
        told = ", ".join(counts) or "Nothing that differs was found"
        return f"{told}, as far as this archive tells."

    def kinds(self) -> Iterator[tuple[str, list[Moved]]]:
        """The kinds of which there are any, in the order of their titles."""
        for kind in TITLES:
            found = [one for one in self.moved if one.kind == kind]
            if found:
                yield kind, found


def days(reader: Reader, followed: Selection | None, first: dt.date, last: dt.date) -> Days:
    """What differs between two days for an actor or pair, or for all there is."""
    wanted = followed or Selection(of=type_names())
    key = ("between", wanted, first, last)
    moved = kept(reader, key, lambda: between(edges_of(reader, wanted), first, last))
    return Days(followed, first, last, moved)


def told(reader: Reader, found: Days) -> Changes:
    """The changes as lists."""
    lists = tuple(_listed(reader, found, kind, moved) for kind, moved in found.kinds())
    return Changes(
        by="day",
        title=found.title,
        codes=found.codes,
        names=tuple(names(found.codes)),
        first=found.first.isoformat(),
        last=found.last.isoformat(),
        in_words=found.in_words,
        lists=lists,
        notes=NOTES,
    )


def report(reader: Reader, found: Days) -> Report:
    """The changes as a report with numbered evidence."""
    notes = Notes()
    sections = tuple(
        Section(TITLES[kind], (Bullets(tuple(_lines(reader, found, moved, notes))),))
        for kind, moved in found.kinds()
    )
    facts = (("As of", f"the end of {found.first} and of {found.last}"), ("Told from", NOTES[0]))
    return Report(f"Changes: {found.title}", found.in_words, facts, sections, notes.all)


def _listed(reader: Reader, found: Days, kind: str, moved: Sequence[Moved]) -> Listed:
    shown = moved[:SHOWN]
    sources = sources_for(reader, [one.after.edge for one in shown])
    rows = (_row(one, sources.get(one.after.edge.id, ()), found.last) for one in shown)
    return Listed(kind, TITLES[kind], len(moved), tuple(rows))


def _row(one: Moved, sources: Sequence[Source], last: dt.date) -> Row:
    best = next(iter(_telling(one, sources)), None)
    return Row(
        id=one.after.edge.id,
        lead=_lead(one, last),
        words=told_on(one.after, last),
        look=look_of(one.after),
        badge=badge_of(one.after, last),
        documents=one.after.edge.documents,
        quote=None if best is None else plain(shown_quote(best.quote)),
        outlet=None if best is None else plain(outlet_name(best)),
        published=None if best is None else best.published,
    )


def _lead(one: Moved, last: dt.date) -> str:
    """What changed; of what is new its date."""
    return one.told or date_as_of(one.after, last)


def _telling(one: Moved, sources: Sequence[Source]) -> Sequence[Source]:
    return most_telling_first(as_it_stood(one.after), sources)


def _lines(reader: Reader, found: Days, moved: Sequence[Moved], notes: Notes) -> Iterator[Line]:
    shown = moved[:SHOWN]
    sources = sources_for(reader, [one.after.edge for one in shown])
    for one in shown:
        cited = _telling(one, sources.get(one.after.edge.id, ()))[:CITED]
        behind = support(one.after.edge.documents, one.after.edge.sources)
        words = f"{told_on(one.after, found.last)}; {behind}"
        yield Line(words, notes.numbers(cited), f"{_lead(one, found.last)}:")
    if len(moved) > SHOWN:
        yield Line(f"and {len(moved) - SHOWN:,} more")
