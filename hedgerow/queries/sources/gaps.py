"""What the archive does not have: months without a document, and when to say nothing of absence."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel

from hedgerow.ontology.partial_date import PartialDate
from hedgerow.queries.dates.ranges import DateRange
from hedgerow.queries.dates.windows import months_from
from hedgerow.queries.questions.parameters import Asked, actor_bindings
from hedgerow.queries.reading.archive import Reader
from hedgerow.queries.reading.coverage import coverage, documents_on
from hedgerow.queries.reading.edges import Selection, sources_of
from hedgerow.queries.sources.coverage_report import documents_behind, published
from hedgerow.queries.words.phrases import counted, names, slug_words


class Thinness(BaseModel):
    """The coverage below which no absence is claimed."""

    least_documents: int
    most_empty_months: float


@cache
def thinness() -> Thinness:
    """The installed limits."""
    text = (files("hedgerow.queries") / "data" / "coverage.yaml").read_text("utf-8")
    return Thinness.model_validate(yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Absence:
    """How well the documents on a selection cover a range of dates.

    `by_year` counts the documents by year of publication, `undated` those that nothing dates and
    `documents` the dated ones in the range. `empty` are the months in which none was published.
    """

    about: str
    documents: int
    undated: int
    first: dt.date | None
    last: dt.date | None
    by_year: Mapping[int, int]
    months: int
    empty: tuple[str, ...]

    @property
    def is_thin(self) -> bool:
        """Whether the coverage is too thin to say that anything is absent."""
        limits = thinness()
        few = self.documents < limits.least_documents
        return few or len(self.empty) > limits.most_empty_months * self.months

    @property
    def base(self) -> str:
        """`412 documents on this pair, 2019 to 2025; 3 of 84 months have no document`."""
        told = f"{counted(self.documents, 'document')} on {self.about}"
        if self.first is None or self.last is None:
            return told
        years = list(dict.fromkeys([self.first.year, self.last.year]))
        told += f", {' to '.join(map(str, years))}"
        have = "has" if len(self.empty) == 1 else "have"
        return f"{told}; {len(self.empty):,} of {counted(self.months, 'month')} {have} no document"

    @property
    def in_words(self) -> str:
        """What may be said of something that was not found."""
        if self.is_thin:
            return f"too thin to say that anything is absent: {self.base}"
        return f"none found in {self.base}"


def absence(
    reader: Reader, wanted: Selection, start: dt.date | None = None, end: dt.date | None = None
) -> Absence:
    """How well a range is covered by the documents behind the edges of a selection.

    Without `start` it begins with the first of these documents, without `end` it runs to the newest
    document of the archive, so that a silence at the end shows.
    """
    told = documents_behind(sources_of(reader, wanted)).values()
    dates = [date for one in told if (date := published(one)) is not None]
    first = start or min((date.earliest for date in dates), default=None)
    last = end or coverage(reader).as_of
    if first and last and first > last:
        first = None
    inside = [date for date in dates if first and last and _within(date, first, last)]
    months = list(_months(first, last)) if first and last else []
    filled = {date.edtf[:7] for date in inside}
    return Absence(
        about=_about(wanted),
        documents=len(inside),
        undated=len(told) - len(dates),
        first=first,
        last=last,
        by_year=_by_year(inside, months),
        months=len(months),
        empty=tuple(month for month in months if month not in filled),
    )


def runs(months: Iterable[str]) -> str:
    """Months of one year in order as stretches: `2024-01 to 2024-05, 2024-07`."""
    found: list[list[str]] = []
    for month in months:
        if found and int(month[5:]) == int(found[-1][-1][5:]) + 1:
            found[-1].append(month)
        else:
            found.append([month])
    return ", ".join(" to ".join(dict.fromkeys([run[0], run[-1]])) for run in found)


def none_on_each(asked: Asked) -> str:
    """`none found in 214 documents on the United States and 318 on China`."""
    counts = {
        name: documents_on(asked.reader, actor_bindings({"a": asked.values[name]}))
        for name in ("a", "b")
    }
    first, second = (f"on {asked.name(name)}" for name in counts)
    return f"none found in {counted(counts['a'], 'document')} {first} and {counts['b']:,} {second}"


def _about(wanted: Selection) -> str:
    if wanted.a and wanted.b:
        return "this pair"
    return names([wanted.a])[0] if wanted.a else slug_words(wanted.what or "")


def _within(date: PartialDate, first: dt.date, last: dt.date) -> bool:
    return DateRange(first, last).meets(date.earliest, date.latest)


def _months(first: dt.date, last: dt.date) -> Iterator[str]:
    month = first.replace(day=1)
    while month <= last:
        yield month.isoformat()[:7]
        if month.year == dt.MAXYEAR and month.month == 12:
            return
        month = months_from(month, 1)


def _by_year(dates: list[PartialDate], months: list[str]) -> Mapping[int, int]:
    counts = Counter(date.earliest.year for date in dates)
    years = sorted({int(month[:4]) for month in months} | set(counts))
    return {year: counts[year] for year in years}
