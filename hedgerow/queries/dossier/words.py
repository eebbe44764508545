"""The matters of a dossier in words, in which nothing sounds firmer than it is on the day."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.histories import date_as_of, unconfirmed_as_of
from hedgerow.queries.dates.terms import TERM_OVER
from hedgerow.queries.dossier.edges import Placed
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.words.cells import stage_as_of
from hedgerow.queries.words.phrases import (
    CONTESTED,
    ENDED,
    matter_text,
    parties_text,
    shown_quote,
    slug_words,
    tie_text,
)

PERHAPS = "possibly held"
QUOTED = 280
"""As many letters of a sentence stand in running text; its note has all of it."""


def what(one: Placed) -> str:
    """`United States to Vietnam: arms deal, C-130`; of a tie its level or kind."""
    edge = one.edge
    directed = edge.directed and one.stands.standing != CONTESTED
    matter = (
        tie_text(edge.label, edge.level, slug_words(edge.item) if edge.item else None)
        if edge.is_tie
        else matter_text(edge.label, edge.level, edge.item, edge.place)
    )
    return f"{parties_text(edge.actors, directed=directed)}: {matter}"


def when(one: Placed, on: dt.date) -> str:
    """When it came to stand so; of a tie when it began."""
    if one.edge.is_tie:
        return one.edge.stated or "not stated"
    return date_as_of(one.stands, on)


def status(one: Placed, on: dt.date) -> str:
    """`signed`, `reported (signed)`, `held, last confirmed 2024-07-27`, `ended 2023-09-10`."""
    stands = one.stands
    if one.edge.is_tie:
        return _tie_status(one, on)
    label = _label(one.edge, str(stands.status))
    stage = stage_as_of(one.edge, stands.status, on)
    told = f"{label} ({vocabulary().status(stage).label})" if stage else label
    told = f"{CONTESTED}: {told}" if stands.standing == CONTESTED else told
    return f"{told}, {past}" if (past := _past_term(one)) else told


def _tie_status(one: Placed, on: dt.date) -> str:
    standing, edge = one.stands.standing, one.edge
    if standing == ENDED:
        return f"{ENDED} {edge.end_text}"
    if standing == POSSIBLY:
        ends = edge.ended is not None and edge.ended.earliest <= on
        return f"{PERHAPS}, its end told as {edge.end_text}" if ends else PERHAPS
    past = _past_term(one)
    told = f"{PERHAPS}, {past}" if past else standing
    stale = unconfirmed_as_of(one.stands, on)
    if stale is not None:
        return f"{told}, unconfirmed since {stale}"
    confirmed = edge.last_confirmed
    if confirmed is not None and parse_partial_date(confirmed).earliest <= on:
        told += f", last confirmed {confirmed}"
    return told


def _past_term(one: Placed) -> str | None:
    if one.term_over is None:
        return None
    sure = "" if one.term_over == TERM_OVER else f"{POSSIBLY} "
    return f"{sure}past its stated term {one.term}"


def _label(edge: Edge, status: str) -> str:
    effect = vocabulary().tie_type(edge.what).effect
    return _own_words().get(effect or "", {}).get(status, vocabulary().status(status).label)


@cache
def _own_words() -> Mapping[str, Mapping[str, str]]:
    """The words for a status, by what an event does to a tie."""
    text = (files("hedgerow.queries") / "data" / "status_words.yaml").read_text("utf-8")
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return words


def sides(one: Placed, row: Mapping[str, object]) -> str:
    """The words of both sides of a contested matter; of a denied one that nobody asserts it."""
    denial = f"Denied by {row['denied_by']}: {_quoted(row['denial'])}"
    if row["assertion"] is None:
        return f"{what(one)}. {denial} Nobody asserts it in this archive."
    return f"{what(one)}. Asserted by {row['asserted_by']}: {_quoted(row['assertion'])} {denial}"


def _quoted(words: object) -> str:
    text = " ".join(shown_quote(str(words)).split())
    return f"“{text if len(text) <= QUOTED else text[:QUOTED].rpartition(' ')[0] + ' …'}”"
