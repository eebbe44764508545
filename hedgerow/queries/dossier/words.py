"""The lines of a dossier in words, in which nothing sounds firmer than it is on the day."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.as_of import POSSIBLY
from hedgerow.queries.dates.histories import date_as_of, unconfirmed_as_of
from hedgerow.queries.dossier.dossier import Dossier
from hedgerow.queries.dossier.edges import Placed
from hedgerow.queries.dossier.gaps import Gaps
from hedgerow.queries.dossier.years import Point
from hedgerow.queries.hedging.catalogue import Pair
from hedgerow.queries.words.phrases import (
    CONTESTED,
    ENDED,
    counted,
    listed,
    matter_text,
    names,
    parties_text,
    shown_quote,
    slug_words,
    tie_text,
)

NAMED = 2
"""As many matters are named in one line of the summary."""
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
    label = vocabulary().status(str(stands.status)).label
    steps = (step.stage for step in one.edge.history if step.status == stands.status)
    stage = next(filter(None, steps), None)
    told = f"{label} ({vocabulary().status(stage).label})" if stage else label
    return f"{CONTESTED}: {told}" if stands.standing == CONTESTED else told


def _tie_status(one: Placed, on: dt.date) -> str:
    standing, edge = one.stands.standing, one.edge
    if standing == ENDED:
        return f"{ENDED} {edge.end}"
    told = "possibly held" if standing == POSSIBLY else standing
    stale = unconfirmed_as_of(one.stands, on)
    if stale is not None:
        return f"{told}, unconfirmed since {stale}"
    confirmed = edge.last_confirmed
    if confirmed is not None and parse_partial_date(confirmed).earliest <= on:
        told += f", last confirmed {confirmed}"
    return told


def point_text(point: Point, digits: int, thin: str = ", thin") -> str:
    """`67 (48 to 82), thin`; `no data`, `no data with China`."""
    if point.lacking:
        return f"no data with {listed(names(point.lacking))}"
    if point.value is None:
        return "no data"
    told = f"{point.value:.{digits}f}"
    if point.low is not None and point.high is not None:
        told += f" ({point.low:.{digits}f} to {point.high:.{digits}f})"
    return f"{told}{thin}" if point.is_thin else told


def lean_words(leans: Mapping[Pair, Point]) -> str:
    """`67 (48 to 82) from 0 China to 100 United States; no data between Russia and China`."""
    told = []
    for (a, b), point in leans.items():
        first, second = names((a, b))
        scale = f"from 0 {second} to 100 {first}"
        between = f"between {first} and {second}"
        number = point_text(point, 0)
        told.append(f"{number} {between if point.known is None else scale}")
    return "; ".join(told)


def prospects(found: Dossier) -> Iterator[str]:
    """For each pole how many matters are only in prospect, by status, and the weightiest."""
    for each in found.between:
        pole, ahead = names([each.pole])[0], each.block("prospective")
        if not ahead:
            yield f"with {pole} nothing told"
            continue
        counts = Counter(vocabulary().status(str(one.stands.status)).label for one in ahead)
        split = ", ".join(f"{number} {label}" for label, number in counts.most_common())
        named = "; ".join(f"{status(one, found.on)}: {what(one)}" for one in ahead[:NAMED])
        yield f"with {pole} {split} ({named})"


def doubts(found: Dossier) -> Iterator[str]:
    """For each pole with any how many matters are contested or denied, and the weightiest."""
    for each in found.between:
        doubtful = each.block("contested")
        if doubtful:
            named = "; ".join(f"{status(one, found.on)}: {what(one)}" for one in doubtful[:NAMED])
            yield f"with {names([each.pole])[0]} {len(doubtful)} ({named})"


def sides(one: Placed, row: Mapping[str, object]) -> str:
    """The words of both sides of a contested matter; of a denied one that nobody asserts it."""
    denial = f"Denied by {row['denied_by']}: {_quoted(row['denial'])}"
    if row["assertion"] is None:
        return f"{what(one)}. {denial} Nobody asserts it in this archive."
    return f"{what(one)}. Asserted by {row['asserted_by']}: {_quoted(row['assertion'])} {denial}"


def evidence_words(found: Dossier) -> str:
    """How much there is on each pole, and with which of them it is thin."""
    told = [_documents(each) for each in found.gaps]
    thin = names(each.pole for each in found.gaps if each.absence.is_thin)
    if thin:
        told.append(f"too little with {listed(thin)} to say that anything is absent")
    pairs = [" and ".join(names(p)) for p, one in found.years[-1].lean.items() if one.is_thin]
    if pairs:
        told.append(f"lean is thin between {listed(pairs)}")
    return f"{'; '.join(told)}."


def _documents(each: Gaps) -> str:
    report = each.coverage
    marks = [f"{report.undated} without a date"] if report.undated else []
    if report.unconfirmed:
        ties = counted(report.open_ties, "open tie")
        marks.append(f"{report.unconfirmed} of {ties} unconfirmed past the horizon")
    about = f"{counted(report.documents, 'document')} on {names([each.pole])[0]}"
    return f"{about} ({', '.join(marks)})" if marks else about


def _quoted(words: object) -> str:
    text = " ".join(shown_quote(str(words)).split())
    return f"“{text if len(text) <= QUOTED else text[:QUOTED].rpartition(' ')[0] + ' …'}”"
