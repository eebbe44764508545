"""How evidence is told: the quotation, and whose it is."""

from hedgerow.queries.words.phrases import is_row, shown_quote
from hedgerow.viz.plain import plain
from hedgerow.viz.report.model import Note

EVIDENCE = "Evidence"
"""The heading above the notes."""

NOTES = "notes"
"""The heading of the column of a table that cites them."""


def quotation(note: Note) -> str:
    """A sentence in quotation marks; of a row of a table its note, as its cells are told anyway."""
    if is_row(note.quote):
        return plain(shown_quote(note.quote))
    return f"“{plain(note.quote)}”"


def standing(note: Note) -> str:
    """What must be said of the sentence: `denied by Vietnam`."""
    return plain("; ".join(filter(None, note.extra)))


def place(note: Note) -> str:
    """Where the sentence stands: `Agency, No bases, 2016-10-13`."""
    facts = (plain(fact).strip() for fact in (note.outlet, note.title, note.published) if fact)
    return ", ".join(filter(None, facts))


def credit(note: Note) -> str:
    """What the sentence says and where it stands: `denied by Vietnam; Agency, 2016-10-13`."""
    return "; ".join(filter(None, (standing(note), place(note))))
