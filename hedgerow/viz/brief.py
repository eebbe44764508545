"""A brief as a report of one page."""

from collections.abc import Callable, Sequence

from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.items import Item
from hedgerow.queries.brief.lines import (
    ahead_lead,
    ahead_text,
    change_lead,
    change_text,
    lapsed_text,
)
from hedgerow.queries.brief.words import about, days, in_words
from hedgerow.queries.reading.rated import strictest
from hedgerow.queries.words.phrases import counted
from hedgerow.viz.report import Bullets, Line, Notes, Report, Section

HEADINGS = (
    "New: concluded events, and ties",
    "Background, told now: dated more than two years before",
    "Told as done but dated after the period: check",
    "New and only in prospect: nothing concluded is linked to it in this archive",
    "Changed, called off or ended",
    "Contested or denied",
    "No longer told: corrected, or replaced by a newer edition",
)
"""Those of what changed, in the order of `Brief.changes`."""
ID_LENGTH = len("document/") + 8

Told = Callable[[Item], Line]


def brief_report(brief: Brief, verb: str, again: str, lines: int = 8, view: str = "") -> Report:
    """The page; at most so many lines a section.

    `verb` says what the documents of the period were, `published` or `recorded`; `again` is the
    command for the same brief, to which the page adds how many lines show the rest; `view` what it
    was told from, where that is not all.
    """
    notes = Notes()
    page = _Page(notes, again, lines)
    last = brief.period.last

    def changed(item: Item) -> Line:
        told = change_text(item, last)
        return Line(told, notes.numbers(item.cited), change_lead(item))

    def ahead(item: Item) -> Line:
        return Line(ahead_text(item, last), notes.numbers(item.cited), ahead_lead(item, brief))

    def lapsed(item: Item) -> Line:
        return Line(lapsed_text(item), notes.numbers(item.cited))

    sections = [
        *(
            page.section(title, items, changed)
            for title, items in zip(HEADINGS, brief.changes, strict=True)
        ),
        _withdrawn(brief, page),
        page.section(
            f"Coming up until {brief.until}: dates planned, and terms that are due to end",
            brief.ahead,
            ahead,
        ),
        page.section(
            "Unconfirmed since this period: open ties that no document confirmed for long",
            brief.lapsed,
            lapsed,
        ),
    ]
    return Report(
        title=f"Brief: {about(brief)}",
        subtitle=in_words(brief, verb),
        facts=(*_facts(brief, verb), *([("View", view)] if view else [])),
        sections=tuple(filter(None, sections)),
        notes=notes.all,
        handling=strictest((brief.handling, *(note.handling for note in notes.all))),
    )


class _Page:
    """Makes sections of at most so many lines."""

    def __init__(self, notes: Notes, again: str, lines: int) -> None:
        self.notes = notes
        self._again = again
        self._lines = lines

    def section(self, title: str, items: Sequence[Item], told: Told) -> Section | None:
        """A section with a line an item; None where there is none."""
        return self.of(title, [told(item) for item in items[: self._lines]], len(items))

    def of(self, title: str, shown: Sequence[Line], number: int) -> Section | None:
        """A section of these lines, cut short where there are too many."""
        if not number:
            return None
        kept = list(shown[: self._lines])
        if number > len(kept):
            more = f"and {number - len(kept):,} more: {self._again} --lines {number}"
            kept.append(Line(more))
        return Section(title, (Bullets(tuple(kept)),))


def _withdrawn(brief: Brief, page: _Page) -> Section | None:
    lines = [
        Line(f"{each.document[:ID_LENGTH]}: {each.reason} (by {each.by})", lead=each.at[:10])
        for each in brief.withdrawn
    ]
    title = "Withdrawn documents, of whomever they told: that is not kept"
    return page.of(title, lines, len(lines))


def _facts(brief: Brief, verb: str) -> tuple[tuple[str, str], ...]:
    looked = brief.looked
    reasons = {"without a date": looked.undated, "with too coarse a date": looked.coarse}
    reasons |= {"with a stricter mark": looked.restricted}
    left = [f"{counted(count, 'document')} {why}" for why, count in reasons.items() if count]
    facts = [("Period", f"{days(brief.period)}, by the day documents were {verb}")]
    if looked.newest is not None:
        facts.append(("Newest publication", str(looked.newest)))
    if left:
        facts.append(("Left out", " and ".join(left)))
    return tuple(facts)
