"""Event tables with made-up rows, by hand and by chance."""

from hypothesis import strategies as st

from hedgerow.graph.records import Appearance, Document
from hedgerow.graph.tables import Rows, Table
from tests.graph.articles import CODES, WORDS

Row = tuple[str, str, str, str, str, str, str | None, str]
"""Type, status, source, other, day, code, page and quote."""
PAGE = "https://www.example.org/news/1"


def table(name: str = "a", confidence: float = 0.7, scheme: str = "icews") -> Table:
    """A table that counts, unless its confidence is lower."""
    place = Appearance(f"{name}.tab", publisher=scheme.upper())
    return Table(Document(f"{scheme} {name}", (place,)), scheme, scheme.upper(), confidence)


def row(
    type_: str,
    actors: str,
    day: str = "2024-01-05",
    status: str = "occurred",
    *,
    code: str = "042",
    page: str | None = PAGE,
) -> Row:
    """A row of `actors` ("USA VNM", source first)."""
    source, other = actors.split()
    return (type_, status, source, other, day, code, page, f"{day} | {source} | {other} | {code}")


def batch(*told: Row, first: int = 1) -> Rows:
    """Rows in one batch, numbered from `first`."""
    columns = [list(column) for column in zip(*told, strict=True)] or [[] for _ in range(8)]
    types, statuses, sources, others, days, codes, pages, quotes = columns
    numbers = list(range(first, first + len(told)))
    return Rows(numbers, types, statuses, sources, others, days, codes, pages, quotes)


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@st.composite
def rows_at_random(draw: st.DrawFn) -> Row:
    """Some row; any type, few actors and days, so that rows meet in buckets."""
    pair = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=2, unique=True))
    return (
        draw(st.sampled_from(sorted(WORDS.tie_types))),
        draw(st.sampled_from(sorted(WORDS.statuses))),
        *(pair[0], pair[1]),
        draw(st.dates().filter(lambda day: day.year > 999).map(str)),
        draw(words),
        draw(st.none() | words.map(lambda text: f"https://example.org/{text}")),
        draw(words),
    )
