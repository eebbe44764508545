"""Words for dates, counts, names and standings, as the page says them."""

from collections.abc import Iterable, Sequence

from babel.dates import format_date

from hedgerow.ontology.actors import actors
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary

PATTERNS = {"day": "d MMM y", "month": "MMM y", "year": "y"}


def date_words(edtf: str | None) -> str:
    """`10 Sep 2023`, `Sep 2023` or `2023`; empty for None."""
    if edtf is None:
        return ""
    date = parse_partial_date(edtf)
    return format_date(date.earliest, PATTERNS[date.precision], locale="en")


def slug_words(slug: str) -> str:
    """A slug as running words: `comprehensive_strategic` -> `comprehensive strategic`."""
    return slug.replace("_", " ")


def staged(status: str, stage: str | None) -> str:
    """A status in words, with its stage if it has one: `reported as signed`."""
    words = vocabulary()
    label = words.status(status).label
    return f"{label} as {words.status(stage).label}" if stage else label


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 pair`, `1,204 pairs`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def names(ids: Iterable[str]) -> list[str]:
    """Our short names of actors, in the given order; what is no actor's id stays as it is."""
    known = actors()
    return [known.name(one) for one in ids]


def short_name(actor_id: str) -> str:
    """A body's acronym, else our short name of an actor."""
    actor = actors().get(actor_id)
    if actor is None:
        return actor_id
    is_acronym = actor.kind == "body" and "_" not in actor_id
    return actor_id if is_acronym else actor.name


def one_line(quote: str) -> str:
    """A quote without its line breaks; the cells of a table's row stay apart."""
    lines = [" ".join(line.split()) for line in quote.splitlines()]
    is_row = len(lines) > 1 and all(": " in line for line in lines)
    return (" · " if is_row else " ").join(lines)
