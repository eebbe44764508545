"""Who is named where: states, bodies and people in office, by table and by the article itself.

Two passes: the tables give names and nationalities; a title beside a nationality teaches the name
that follows ("Russian Defence Minister X"), and short forms of known names then count in the rest
of the same article.
"""

from collections.abc import Iterable, Iterator

from hedgerow.loaders.extraction.agents import with_offices
from hedgerow.loaders.extraction.gazetteer import Entry, gazetteer
from hedgerow.loaders.extraction.home import people_untold
from hedgerow.loaders.extraction.lexicon import table
from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.offices import PORT, SHIP
from hedgerow.loaders.extraction.outlets import names_outlet
from hedgerow.loaders.extraction.people import people_by_nation, with_title
from hedgerow.loaders.extraction.short_forms import short_forms, without_former
from hedgerow.loaders.text import joined_lines
from hedgerow.ontology.partial_date import PartialDate


def find_mentions(text: str, published: PartialDate | None) -> list[Mention]:
    """All mentions in a text, in order, not overlapping."""
    text = joined_lines(text)
    named = [
        _from_entry(text, start, end, entry)
        for start, end, entry in gazetteer().find(text, published)
    ]
    named = [each for each in named if not names_outlet(text, each.start, each.end)]
    found = without_overlaps(with_offices(text, named))
    found = without_overlaps([*found, *people_by_nation(text, found)])
    found = without_overlaps([*found, *people_untold(text, found)])
    known = (*short_forms(text, found), *_ships(text), *_ports(text))
    found = without_overlaps([*found, *known])
    found = without_overlaps([with_title(text, mention) for mention in found])
    return without_former(text, found)


def _from_entry(text: str, start: int, end: int, entry: Entry) -> Mention:
    return Mention(start, end, text[start:end], (entry.actor,), entry.kind, entry.person)


def _ships(text: str) -> Iterator[Mention]:
    for match in SHIP.finditer(text):
        state = table("ships")[match.group("prefix")]
        yield Mention(match.start(), match.end(), match.group(), (state,), "agent")


def _ports(text: str) -> Iterator[Mention]:
    for match in PORT.finditer(text):
        state = table("ports")[match.group()]
        yield Mention(match.start(), match.end(), match.group(), (state,), "port")


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """Longest first where two overlap, then in order of the text."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
