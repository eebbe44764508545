"""Bring terms of office into the officials table: nothing in it is overwritten or lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from refresh_names import name_keys
from refresh_terms import Term

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.ontology.tables import date_cell, split_cell

Row = dict[str, str]
Span = tuple[date, date]
SAME_START = timedelta(days=31)  # for one person
STARTED_TOGETHER = timedelta(days=7)  # for two names
NEW_HOLDER, ENDED_TERM = "new_holder", "ended_term"  # written
DATES_DIFFER, NO_END = "dates_differ", "no_end"  # for people to look at
OTHER_NAME, OTHER_STATE = "other_name", "other_state"


@dataclass(frozen=True, slots=True)
class Change:
    """What Wikidata has and the table has not; `row` is the table's nearest row, as it was."""

    kind: str
    term: Term
    row: Row | None

    def cells(self) -> Row:
        """The line of the report."""
        row = self.row or {}
        return {
            "change": self.kind,
            "state": self.term.state,
            "office": self.term.office,
            "name": self.term.name,
            "wikidata_from": str(self.term.start),
            "wikidata_to": str(self.term.end or ""),
            "table_state": row.get("state", ""),
            "table_name": row.get("name", ""),
            "table_from": row.get("from", ""),
            "table_to": row.get("to", ""),
            "source_url": self.term.url,
        }


def merge(rows: Sequence[Row], terms: Sequence[Term]) -> tuple[list[Row], list[Change]]:
    """The table with new holders and the ends it lacked, and the report.

    Merging the same terms again adds nothing: a new row covers its own term and no other.
    """
    merged = [dict(row) for row in rows]
    changes: list[Change] = []
    missing: list[Term] = []
    for term in terms:
        covering = [row for row in merged if _same_person(row, term) and _overlap(row, term)]
        if covering:
            changes += _compare(covering, term, terms)
        else:
            missing.append(term)
    for term in missing:
        doubt = _doubt(merged, term, terms)
        changes.append(doubt or Change(NEW_HOLDER, term, None))
        if doubt is None:
            merged.insert(_place(merged, term), _row(term))
    return merged, changes


def _same_person(row: Row, term: Term) -> bool:
    return (row["state"], row["office"]) == (term.state, term.office) and _same_name(row, term)


def _same_name(row: Row, term: Term) -> bool:
    names = name_keys(row["name"], split_cell(row["aliases"]))
    return not names.isdisjoint(name_keys(term.name, term.aliases))


def _overlap(row: Row, term: Term) -> bool:
    (start, end), (first, last) = _row_span(row), _term_span(term)
    return start <= last and first <= end


def _row_span(row: Row) -> Span:
    start, end = date_cell(row["from"]), date_cell(row["to"])
    return start.earliest if start else date.min, end.latest if end else date.max


def _term_span(term: Term) -> Span:
    return term.start.earliest, term.end.latest if term.end else date.max


def _compare(covering: list[Row], term: Term, terms: Iterable[Term]) -> Iterator[Change]:
    """Where the rows that cover a term differ from it; an end that they lack is filled in."""
    first, last = (pick(covering, key=_row_span) for pick in (min, max))
    was = last | {"from": first["from"]}
    start, end = date_cell(first["from"]), date_cell(last["to"])
    differ = start is not None and not start.overlaps(term.start)
    if end is not None:
        differ |= not (term.end.overlaps(end) if term.end else term.end_unknown)
    elif term.end_unknown:
        yield Change(NO_END, term, was)
    elif term.end is not None:
        meant = [each for each in terms if _same_person(last, each) and _overlap(last, each)]
        if meant == [term] and _near(start, term.start, SAME_START):
            last["to"] = str(term.end)
            last["source_url"] = last["source_url"] or term.url
            yield Change(ENDED_TERM, term, was)
        else:
            differ = True
    if differ:
        yield Change(DATES_DIFFER, term, was)


def _near(one: PartialDate | None, other: PartialDate, days: timedelta) -> bool:
    if one is None:
        return False
    return one.earliest - days <= other.latest and other.earliest - days <= one.latest


def _doubt(rows: Iterable[Row], term: Term, terms: Iterable[Term]) -> Change | None:
    """Why a term that no row covers is shown and not added."""
    if term.end_unknown:
        return Change(NO_END, term, None)
    for row in rows:
        if row["state"] != term.state and _same_name(row, term) and _overlap(row, term):
            return Change(OTHER_STATE, term, row)
        if _started_with(row, term) and not any(_same_person(row, each) for each in terms):
            return Change(OTHER_NAME, term, row)
    return None


def _started_with(row: Row, term: Term) -> bool:
    held = (row["state"], row["office"]) == (term.state, term.office)
    return held and _near(date_cell(row["from"]), term.start, STARTED_TOGETHER)


def _place(rows: Sequence[Row], term: Term) -> int:
    """Behind the state's last row for the office, else behind its last row, else at the end."""
    of_state = [at for at, row in enumerate(rows) if row["state"] == term.state]
    of_office = [at for at in of_state if rows[at]["office"] == term.office]
    return max(of_office or of_state or [len(rows) - 1]) + 1


def _row(term: Term) -> Row:
    return {
        "name": term.name,
        "aliases": ";".join(term.aliases),
        "state": term.state,
        "office": term.office,
        "title": term.title,
        "from": str(term.start),
        "to": str(term.end or ""),
        "source_url": term.url,
        "confidence": "medium",
    }
