"""Terms of office, as Wikidata tells them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from refresh_names import full_names, is_name, unaccented
from refresh_query import Statement
from refresh_settings import Settings

from hedgerow.ontology.partial_date import PartialDate, parse_partial_date


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office; `person` is a Q-number.

    `end` is None where it is not over, or where nobody knows when it ended: then `end_unknown`.
    """

    state: str
    office: str
    person: str
    name: str
    aliases: tuple[str, ...]
    title: str
    start: PartialDate
    end: PartialDate | None
    end_unknown: bool

    @property
    def url(self) -> str:
        """The person's page."""
        return f"https://www.wikidata.org/wiki/{self.person}"


def read_terms(
    statements: Iterable[Statement], settings: Settings, today: date
) -> tuple[list[Term], Counter[str]]:
    """The terms in order of their start, and how many statements were left out, by reason."""
    skipped: Counter[str] = Counter()
    held: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for stated in statements:
        term = _term(stated, settings, today)
        if isinstance(term, str):
            skipped[term] += 1
        else:
            held[term.state, term.office, term.person].append(term)
    in_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for (state, office, _), terms in held.items():
        in_office[state, office] += _joined(terms, timedelta(days=settings.same_term_days))
    known = [
        marked
        for terms in in_office.values()
        for term in terms
        if (marked := _overtaken(term, terms, settings.since)) is not None
    ]
    return sorted(known, key=lambda term: (term.start.earliest, term.person)), skipped


def _term(stated: Statement, settings: Settings, today: date) -> Term | str:
    """The term, or why it is left out. An end that is still to come is no end."""
    start = _date(stated.start, settings.precisions.get(stated.start_precision))
    end = _date(stated.end, settings.precisions.get(stated.end_precision))
    if not is_name(stated.name):
        return "without an English name"
    if re.search(rf"\b(?:{'|'.join(settings.other_posts)})\b", stated.title, re.IGNORECASE):
        return "of a deputy or another post"
    if start is None:
        return "without a start date"
    if start.earliest > today:
        return "not yet in office"
    if end is not None and end.latest < start.earliest:
        return "with an end before the start"
    to_come = end is not None and end.earliest > today
    return Term(
        state=stated.state,
        office=stated.office,
        person=stated.person.rsplit("/", 1)[-1],
        name=unaccented(stated.name),
        aliases=full_names(stated.name, stated.aliases.split("|")),
        title=f"Acting {stated.title}".strip() if stated.acting else stated.title,
        start=start,
        end=None if to_come else end,
        end_unknown=stated.over and end is None,
    )


def _date(time: str, length: int | None) -> PartialDate | None:
    try:
        return parse_partial_date(time[:length]) if length else None
    except ValueError:  # a day before our era, or one that no calendar has
        return None


def _joined(terms: Iterable[Term], near: timedelta) -> list[Term]:
    """One person's terms in one office, those that follow on each other as one."""
    joined: list[Term] = []
    for term in sorted(terms, key=lambda term: (term.start.earliest, _last_day(term))):
        before = joined[-1] if joined else None
        if before is not None and term.start.earliest <= _known_until(before) + near:
            joined[-1] = replace(max(before, term, key=_last_day), start=before.start)
            continue
        if before is not None and before.end is None:
            joined[-1] = replace(before, end_unknown=True)
        joined.append(term)
    return joined


def _last_day(term: Term) -> date:
    return term.end.latest if term.end else date.max


def _known_until(term: Term) -> date:
    return term.end.latest if term.end else term.start.latest


def _overtaken(term: Term, in_office: Iterable[Term], since: date) -> Term | None:
    """The term, its end unknown where a successor came; None where that was before `since`.

    Wikidata often gives no end for those who left long ago.
    """
    later = [
        other.start.earliest
        for other in in_office
        if other.person != term.person and other.start.earliest > term.start.latest
    ]
    if term.end is not None or not later:
        return term
    return replace(term, end_unknown=True) if min(later) >= since else None
