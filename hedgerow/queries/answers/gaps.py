"""Gaps: what the archive does not have on a pair, as far as its documents let one say so."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.edge import Edge
from hedgerow.queries.reading.edges import Selection, edges_of
from hedgerow.queries.reading.rows import Row
from hedgerow.queries.reading.scope import once
from hedgerow.queries.sources.gaps import Absence, absence, runs
from hedgerow.queries.words.phrases import CONCLUDED, counted

YEAR_DIGITS = 4
_NO_YEAR: Row = {"year": None, "documents": None, "empty_months": None}


def rows(asked: Asked) -> list[Row]:
    """The years, then the types of which nothing concluded was found."""
    found = _absence(asked)
    return [*_years(found), *_types(found, asked)]


def words(rows: Sequence[Row], asked: Asked) -> str:
    """How well the pair is covered, and how many types were not found in it."""
    found = _absence(asked)
    pair = f"{asked.name('a')} - {asked.name('b')}"
    if found.is_thin:
        return f"{pair}: {found.in_words}."
    missing = sum(row["what"] is not None for row in rows)
    types = counted(len(vocabulary().tie_types), "type")
    return f"{pair}: {found.base}; of {types} of event, {missing} have no concluded one here."


def notes(rows: Sequence[Row], asked: Asked) -> Iterator[str]:
    """What the counts leave out."""
    found = _absence(asked)
    if found.undated:
        yield (
            f"{counted(found.undated, 'document')} on this pair without a date of publication "
            "count for no year and no month; what they tell was searched all the same."
        )
    yield "What was not found here may have happened: the archive holds what was loaded into it."


def _absence(asked: Asked) -> Absence:
    start = asked.day("from") if asked.given("from") else None
    end = asked.day("to") if asked.given("to") else None
    return once(asked, "absence", lambda: absence(asked.reader, _selection(asked), start, end))


def _selection(asked: Asked) -> Selection:
    return Selection(asked.values["a"], asked.values["b"])


def _years(found: Absence) -> Iterator[Row]:
    # Gone through once, since a range may have thousands of years.
    by_year = groupby(found.empty, lambda month: int(month[:YEAR_DIGITS]))
    empty = {year: runs(months) for year, months in by_year}
    for year, documents in found.by_year.items():
        yield {
            "year": year,
            "documents": documents,
            "empty_months": empty.get(year),
            "what": None,
            "found": None,
        }


def _types(found: Absence, asked: Asked) -> Iterator[Row]:
    if found.is_thin:
        return
    standings = _standings(asked)
    for name in sorted(vocabulary().tie_types):
        told = standings.get(name, Counter())
        if CONCLUDED not in told:
            others = ", ".join(f"{number} {word}" for word, number in sorted(told.items()))
            said = f"no concluded one, {others}, in {found.base}" if told else found.in_words
            yield {**_NO_YEAR, "what": name, "found": said}


def _standings(asked: Asked) -> Mapping[str, Counter[str]]:
    """How many events of each type there may be in the range, by standing."""
    wanted = DateRange(asked.day("from"), asked.day("to"))
    found: dict[str, Counter[str]] = {}
    for edge in edges_of(asked.reader, _selection(asked)):
        if not edge.is_tie and _may_lie_in(edge, wanted):
            found.setdefault(edge.what, Counter())[str(edge.standing)] += 1
    return found


def _may_lie_in(edge: Edge, wanted: DateRange) -> bool:
    return edge.when is None or wanted.meets(edge.when.earliest, edge.when.latest)
