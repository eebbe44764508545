"""Names, dates, counts and matters in words, for answers and timelines."""

import re
from collections.abc import Iterable, Sequence

from hedgerow.ontology.actors import actors
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.reading.coverage import Coverage

CONTESTED = "contested"
CONCLUDED = "concluded"
PROSPECTIVE = "prospective"
NEGATIVE = "negative"
DENIED = "denied"
UNDATED = "undated"
HELD, ENDED = "held", "ended"
BY = "by "
"""Before the day of a report, where nothing states when what it tells was."""
_ROW = re.compile(r"(?:[a-z_]+: [^\n]*(?:\n|$))+")


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 document`, `1,204 documents`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def support(documents: int, sources: int) -> str:
    """`10 documents, 1 independent source (9 copies)`, or `10 documents` where none is a copy."""
    told = counted(documents, "document")
    if sources >= documents:
        return told
    independent = counted(sources, "independent source")
    return f"{told}, {independent} ({counted(documents - sources, 'copy', 'copies')})"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def slug_words(slug: str) -> str:
    """A slug as running words: `comprehensive_strategic` is `comprehensive strategic`."""
    return slug.replace("_", " ")


def level_words(slug: str) -> str:
    """The wording of a level as a noun: `comprehensive strategic partnership`."""
    words = slug_words(slug)
    return words if words.endswith(("partnership", "relationship")) else f"{words} partnership"


def names(ids: Iterable[str]) -> list[str]:
    """Our short names of actors, in the given order; what is no actor's id stays as it is."""
    known = actors()
    return [known.name(one) for one in ids]


def date_text(stated: str | None, published: str | None) -> str:
    """A date for display: as stated, else by when it was published, else `undated`."""
    if stated is not None:
        return stated
    return UNDATED if published is None else f"{BY}{published}"


def parties_text(ids: Sequence[str], *, directed: bool) -> str:
    """`Russia to Vietnam` where directed, else `Vietnam - United States`."""
    shown = names(ids)
    return f"{shown[0]} to {listed(shown[1:])}" if directed else " - ".join(shown)


def status_text(status: str, stage: str | None = None) -> str:
    """A status in words, with the stage of what is reported or denied: `reported (signed)`."""
    label = vocabulary().status
    return f"{label(status).label} ({label(stage).label})" if stage else label(status).label


def standing_word(standing: str, status: str | None) -> str | None:
    """The word that must stand before a matter that is not concluded: `denied`, `contested` ...

    None where it is concluded (or a tie), so that it can be told plainly.
    """
    if standing == CONTESTED:
        return CONTESTED
    if status is None or vocabulary().is_concluded(status):
        return None
    return status_text(status)


def matter_text(label: str, level: str | None, item: str | None, place: str | None) -> str:
    """A type or kind with what it is about: `arms deal, Su-35`."""
    details = [level_words(level) if level else None, item, place]
    return ", ".join([label, *filter(None, details)])


def tie_text(label: str, level: str | None, item: str | None) -> str:
    """A tie by its level where it has one, else by its kind: `base access held, Cam Ranh`."""
    return level_words(level) if level else matter_text(label, None, item, None)


def is_row(quote: str) -> bool:
    """Whether a quote is the row of a table, a line a column, and not a sentence."""
    return "\n" in quote and _ROW.fullmatch(quote) is not None


def shown_quote(quote: str) -> str:
    """A sentence as it is; of a table's row its note, since its cells stand beside it anyway."""
    if not is_row(quote):
        return quote
    notes = (line.removeprefix("note: ") for line in quote.split("\n") if line.startswith("note:"))
    return f"(row of a table) {next(notes, '')}".rstrip()


def span_text(coverage: Coverage) -> str:
    """`, published 2019-01-02 to 2025-11-02`, or nothing where no document is dated."""
    if coverage.first is None or coverage.last is None:
        return ""
    if coverage.first == coverage.last:
        return f", published {coverage.first}"
    return f", published {coverage.first} to {coverage.last}"
