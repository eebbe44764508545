"""A brief in a few words: whom it follows, its days, and what there is."""

from hedgerow.queries.brief.asked import followed_text
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.words.phrases import counted, listed

NAMED = 4
"""As many actors and pairs are named in a title."""
COUNTED = (
    "new",
    "background, told now",
    "dated after the period",
    "new in prospect",
    "changed",
    "contested or denied",
    "no longer told",
)
"""What is counted of each of `Brief.changes`."""


def about(brief: Brief) -> str:
    """Whom it follows: `Vietnam`, `Vietnam, Japan - Philippines and 3 more`."""
    told = followed_text(brief.followed)
    rest = [f"{len(told) - NAMED} more"] if len(told) > NAMED else []
    return listed([*told[:NAMED], *rest])


def days(period: DateRange) -> str:
    """`2025-10-30 to 2025-11-05`."""
    return str(period.last) if period.first == period.last else f"{period.first} to {period.last}"


def in_words(brief: Brief, verb: str) -> str:
    """What there is in a few words; `verb` says what the documents were: published, recorded."""
    counts = zip(brief.changes, COUNTED, strict=True)
    found = ", ".join(f"{len(items):,} {words}" for items, words in counts if items)
    looked, when = brief.looked, days(brief.period)
    if not looked.documents:
        newest = "none is dated" if looked.newest is None else f"the newest is of {looked.newest}"
        none = f"No document of this archive was {verb} {when}; {newest}."
        return f"{none} {found}." if found else none
    whom = about(brief)
    told = f"{counted(looked.documents, 'document')} {verb} {when}"
    on = f"{looked.telling:,} of them with claims on {whom}"
    return f"{told}, {on}. {found or f'Nothing new on {whom} in this archive'}."
