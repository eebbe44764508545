"""The lines of a brief in words, in which nothing sounds firmer than it is."""

import datetime as dt
from collections.abc import Iterable

from hedgerow.queries.brief.ahead import date_ahead, ends_ahead, surely_ahead
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.changes import STATUS, Change
from hedgerow.queries.brief.items import Item
from hedgerow.queries.dates.as_of import POSSIBLY, position
from hedgerow.queries.reading.edge import Edge, Source
from hedgerow.queries.sources.party_only import PARTY_ONLY, party_only
from hedgerow.queries.sources.speakers import voice
from hedgerow.queries.words.edge_words import words_of
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    DENIED,
    ENDED,
    UNDATED,
    counted,
    date_text,
    listed,
    standing_word,
    tie_text,
)

AHEAD = ", dated ahead"


def change_lead(item: Item) -> str:
    """What stands out: `planned → occurred:`, of what is new or gone its date."""
    told = "; ".join(map(str, item.change.differences))
    return f"{told}:" if told else _date(item.edge)


def change_text(item: Item, last: dt.date) -> str:
    """What follows on `change_lead`, which tells the standing of an event where that changed."""
    edge, words = item.edge, change_words(item, last)
    if edge.is_tie or all(each.field != STATUS for each in item.change.differences):
        return words
    return words.removeprefix(f"{standing_word(str(edge.standing), edge.status)}: ")


def change_words(item: Item, last: dt.date) -> str:
    """`Japan - Vietnam: level set or raised, 2023-11-27; tie: strategic partnership; 2 outlets`."""
    edge, words = item.edge, edge_text(item.edge, last)
    parts = [f"{words}, {_date(edge)}" if item.change.differences else words]
    if edge.standing == CONTESTED or edge.status == DENIED:
        parts.append(_sides(item.sources))
    parts += [PARTY_ONLY] * party_only(edge, item.sources)
    parts += [_tie_beside(each, last) for each in item.ties]
    return "; ".join([*parts, counted(item.outlets, "outlet")])


def ahead_lead(item: Item, brief: Brief) -> str:
    """The date, and whether it is one of the days ahead for sure."""
    last = brief.period.last
    date = date_ahead(item.edge, last)
    if date is None:
        return UNDATED
    return f"{date}" if surely_ahead(date, last, brief.until) else f"{POSSIBLY} {date}"


def ahead_text(item: Item, last: dt.date) -> str:
    """`planned: Vietnam to United States: visit; 1 outlet`, or that this is when it ends."""
    edge = item.edge
    told = words_of(edge, edge.stage)
    if ends_ahead(edge, last):
        told += ", stated end"
    elif edge.standing == CONCLUDED:
        told += AHEAD
    return f"{told}; {counted(item.outlets, 'outlet')}"


def lapsed_text(item: Item) -> str:
    """`Russia - Vietnam: base access held, Cam Ranh; last confirmed 2020-10-01; 1 outlet`."""
    edge = item.edge
    told = words_of(edge, None)
    return f"{told}; last confirmed {edge.last_confirmed}; {counted(item.outlets, 'outlet')}"


def edge_text(edge: Edge, last: dt.date) -> str:
    """An edge as it stands at the end of a day; what is dated later says so."""
    return words_of(edge, edge.stage) + _standing(edge, last)


def _standing(edge: Edge, last: dt.date) -> str:
    if not edge.is_tie and edge.standing != CONCLUDED:
        return ""
    if edge.when is not None and edge.when.earliest > last:
        return AHEAD
    if not edge.is_tie:
        return ""
    held = position(edge, last)
    if held is not None and held.standing == ENDED:
        return f", ended {edge.end_text}"
    if edge.ended is not None:
        ahead = edge.ended.earliest > last
        return f", {'stated end' if ahead else f'{POSSIBLY} ended'} {edge.end_text}"
    return ", possibly held" if held is not None and held.standing == POSSIBLY else ""


def _date(edge: Edge) -> str:
    if edge.is_tie:
        return f"since {edge.stated or 'an unstated date'}"
    return date_text(edge.stated, edge.published)


def _tie_beside(change: Change, last: dt.date) -> str:
    tie = change.edge
    told = tie_text(tie.label, tie.level, tie.item)
    return f"tie: {told}{_standing(tie, last)}"


def _sides(sources: Iterable[Source]) -> str:
    """`asserted by nobody named, in Radio; denied by Vietnam`."""
    asserted, denied = set[str](), set[str]()
    for source in sources:
        (denied if source.status == DENIED else asserted).add(voice(source))
    sides = (("asserted by", asserted), ("denied by", denied))
    return "; ".join(f"{word} {listed(sorted(voices))}" for word, voices in sides if voices)
