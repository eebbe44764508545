"""Access: who may use whose bases or stores, and whose forces are there."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY, Position
from hedgerow.queries.dates.histories import date_as_of, unconfirmed_as_of
from hedgerow.queries.dates.terms import (
    TERM,
    TERM_OVER,
    last_term,
    stated_terms,
    term_over,
    terms_of,
)
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import sources_for
from hedgerow.queries.reading.rows import Row, actors_of, text_of
from hedgerow.queries.reading.scope import stood
from hedgerow.queries.reading.selecting import (
    attribute_about,
    edges_about,
    item_of,
    subject,
    tie_by_event,
)
from hedgerow.queries.words.absence import none_found
from hedgerow.queries.words.cells import by_time, cells_as_of
from hedgerow.queries.words.phrases import (
    CONCLUDED,
    CONTESTED,
    DENIED,
    ENDED,
    HELD,
    NEGATIVE,
    PROSPECTIVE,
    counted,
    parties_text,
)
from hedgerow.queries.words.telling import firmest_first
from hedgerow.queries.words.word_lists import word_list

SIGNED = "signed"
TOLD = {
    HELD: "held",
    POSSIBLY: "possibly held",
    SIGNED: "only signed",
    TERM_OVER: "past its stated term",
    ENDED: "ended",
}


def rows(asked: Asked) -> list[Row]:
    """One row a tie, and one for each event that no tie tells; what is only denied is no access."""
    on, code = asked.day("at"), asked.values["a"]
    found: list[Row] = []
    by_id = {edge.id: edge for edge in edges_about(asked)}
    shown, told = list(_positions(asked, by_id)), attribute_about(asked, TERM)
    by_event = {each: tuple(stated_terms(edge, told.get(each, ()))) for each, edge in by_id.items()}
    sources = sources_for(asked.reader, (stands.edge for stands in shown))
    for stands in shown:
        edge = stands.edge
        terms = terms_of(edge, by_event)
        found.append(
            cells_as_of(stands, sources.get(edge.id, ()), on)
            | {"end": edge.end_text if stands.standing == ENDED else None, "term": last_term(terms)}
            | {"access": _access(stands, terms, on), "direction": _direction(edge, code)}
            | {"item": item_of(edge, by_id)}
            | {"date": date_as_of(stands, on)}
            | {"unconfirmed_since": unconfirmed_as_of(stands, on)}
        )
    firm = [*TOLD, *vocabulary().stopped, PROSPECTIVE, CONTESTED]
    return sorted(found, key=lambda row: firm.index(str(row["access"])))


def words(rows: Sequence[Row], asked: Asked) -> str:
    """What is held, by name; the rest told apart."""
    who = f"{subject(asked)} on {asked.day('at')}"
    if not rows:
        return f"{who}: no access to bases or stores; {none_found(asked)}."
    return f"{who}: {firmest_first(rows, 'access', TOLD, _told, 'none known to be held')}."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What is left out, and what counts as access."""
    denied = [edge for edge in edges_about(asked) if edge.status == DENIED]
    if denied:
        yield f"Left out, since it is only denied: {counted(len(denied), 'matter')}."
    yield "Agreements count as access by their names (visiting forces, reciprocal access ...)."


def _positions(asked: Asked, by_id: Mapping[str, Edge]) -> Iterator[Position]:
    """What to show, in order of time: ties, and events that no tie tells."""
    borne = tie_by_event(by_id.values())
    named = [attribute_about(asked, attribute) for attribute in ("instrument", "name")]
    for edge in sorted(by_id.values(), key=by_time):
        stands = stood(edge, asked)
        tie = borne.get(edge.id)
        told = tie is not None and stood(tie, asked) is not None
        denied = stands is not None and stands.status == DENIED
        if stands is not None and not told and not denied and _grants(edge, named):
            yield stands


def _grants(edge: Edge, named: Sequence[Mapping[str, tuple[str, ...]]]) -> bool:
    """An agreement between equals grants access only if its name says so."""
    words = [edge.item or "", *(word for each in named for word in each.get(edge.id, ()))]
    return edge.directed or any(map(word_list("grants_access").is_in, words))


def _access(stands: Position, terms: Sequence[PartialDate], on: dt.date) -> str:
    standing = stands.standing
    if standing == NEGATIVE:
        return str(stands.status)
    if standing in (ENDED, PROSPECTIVE, CONTESTED):
        return standing
    over = term_over(stands.edge, terms, on)
    if over == TERM_OVER or (over and standing == HELD):
        return over
    return _settled(stands) if standing == CONCLUDED else standing


def _settled(stands: Position) -> str:
    """What is concluded but no tie is signed, unless it is said to have come into force."""
    words = vocabulary()
    kind = words.tie_type(stands.edge.what).kind
    held_from = words.status(words.kind(kind).held_from) if kind else None
    rank = words.status(str(stands.status)).rank
    return SIGNED if held_from is not None and rank < held_from.rank else POSSIBLY


def _direction(edge: Edge, code: str) -> str:
    if not edge.directed:
        return "mutual"
    return "by" if edge.actors[0] == code else "in"


def _told(row: Row) -> str:
    directed = row["direction"] != "mutual"
    who = parties_text(actors_of(row, "actors"), directed=directed).replace(" to ", " in ", 1)
    about = text_of(row, "item") or text_of(row, "place")
    stale, end = text_of(row, "unconfirmed_since"), text_of(row, "end")
    when = [
        f"since {row['date']}" if row["access"] == HELD else str(row["date"]),
        f"ended {end}" if end else None,
        f"unconfirmed since {stale}" if stale else None,
    ]
    return ", ".join(filter(None, [who, about, *when]))
