"""Small articles with claims, by hand and by chance, for the tests of the store."""

import datetime as dt

import pyoxigraph as ox
from hypothesis import strategies as st

from hedgerow.graph.intake import Item
from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.graph.snapshot import Bindings, Snapshot
from hedgerow.ontology.vocabulary import TieType, vocabulary

WORDS = vocabulary()
CODES = ("CHN", "IND", "RUS", "USA", "VNM")
LEVELS = ("comprehensive", "strategic", "comprehensive_strategic")


def document(
    text: str,
    *,
    published: str | None = "2023-09-11",
    url: str | None = None,
    retrieved: str | None = None,
    publisher: str | None = "The Daily",
    source: str = "article.txt",
) -> Document:
    """An article that appeared in one place."""
    place = Appearance(
        source, url=url, publisher=publisher, published=published, retrieved=retrieved
    )
    return Document(text, (place,))


def claim(
    of: Document,
    type_: str,
    actors: str,
    status: str = "occurred",
    date: str | None = None,
    *,
    level: str | None = None,
) -> Claim:
    """A claim of `actors` ("USA VNM", source first) that quotes the whole article."""
    tie_type = WORDS.tie_type(type_)
    ids = actors.split() if tie_type.directed else sorted(actors.split())
    return Claim(
        document=of.id,
        type=type_,
        directed=tie_type.directed,
        parties=parties(tie_type, ids),
        status=status,
        phase="begins",
        quote=of.text,
        start=0,
        end=len(of.text),
        date=date,
        date_basis="none" if date is None else "stated",
        level=level,
    )


def parties(tie_type: TieType, ids: list[str]) -> tuple[Party, ...]:
    """The parties of a tie type, the first its source, each named in some words."""
    return tuple(
        Party(each, tie_type.roles[min(place, 1)], f"the {each}") for place, each in enumerate(ids)
    )


def rows(store: Snapshot, sparql: str, bindings: Bindings | None = None) -> list[ox.QuerySolution]:
    """The answers to a SELECT."""
    found = store.query(sparql, bindings)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


def article(
    text: str, type_: str, actors: str, status: str = "occurred", date: str | None = None
) -> Item:
    """An article with one claim."""
    found = document(text)
    return found, [claim(found, type_, actors, status, date)]


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe_words = st.none() | words
edtf = st.builds(
    lambda day, length: day.isoformat()[:length],
    st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2021, 12, 31)),
    st.sampled_from((4, 7, 10)),
)
appearances = st.builds(
    Appearance,
    source=words,
    url=st.none() | st.sampled_from(("http://a.example/1", "http://a.example/2")),
    title=maybe_words,
    publisher=st.none() | st.sampled_from(("Wire", "Daily")),
    published=st.none() | edtf,
    language=st.none() | st.just("en"),
    external_id=maybe_words,
    retrieved=st.none() | st.sampled_from(("2024-01-01T00:00:00Z", "2024-06-01T00:00:00Z")),
)
documents = st.builds(
    Document,
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=3, max_size=40),
    appearances=st.lists(appearances, min_size=1, max_size=3).map(tuple),
)


@st.composite
def claims_of(draw: st.DrawFn, of: Document) -> Claim:
    """Some claim that a document makes; any type, few actors, so that claims meet in buckets."""
    tie_type = draw(st.sampled_from(sorted(WORDS.tie_types.values(), key=lambda one: one.name)))
    ids = draw(st.lists(st.sampled_from(CODES), min_size=2, max_size=3, unique=True))
    start = draw(st.integers(0, len(of.text) - 1))
    end = draw(st.integers(start + 1, len(of.text)))
    status = draw(st.sampled_from(sorted(WORDS.statuses)))
    date = draw(st.none() | edtf)
    others = [name for name in tie_type.attributes if not WORDS.attribute(name).core]
    return Claim(
        document=of.id,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=parties(tie_type, ids if tie_type.directed else sorted(ids)),
        status=status,
        stage=draw(st.sampled_from(("agreed", "occurred"))) if status == "denied" else None,
        phase=draw(st.sampled_from(WORDS.phases)),
        quote=of.text[start:end],
        start=start,
        end=end,
        date=date,
        date_end=date if date and draw(st.booleans()) else None,
        date_basis="stated" if date else "none",
        level=draw(st.sampled_from(LEVELS)) if "level" in tie_type.attributes else None,
        from_level=draw(st.none() | st.sampled_from(LEVELS)),
        ladder=draw(st.none() | st.sampled_from(CODES)),
        item=draw(st.none() | st.sampled_from(("F-16", "radar"))),
        place=draw(maybe_words),
        attributes=draw(st.dictionaries(st.sampled_from(others), words)) if others else {},
        attributed_to=draw(st.none() | st.sampled_from(("USA", "an official"))),
        confidence=draw(st.floats(0, 1)),
        engine=draw(st.sampled_from(("patterns", "dependency"))),
        rule=draw(maybe_words),
        flags=draw(st.lists(st.sampled_from(("fiction", "satire")), unique=True).map(tuple)),
    )


@st.composite
def items(draw: st.DrawFn) -> Item:
    """A document with up to three claims."""
    of = draw(documents)
    return of, draw(st.lists(claims_of(of), max_size=3))


@st.composite
def archives(draw: st.DrawFn) -> list[Item]:
    """Some documents; one that is met twice makes the same claims both times."""
    claims_by_id: dict[str, list[Claim]] = {}
    found = draw(st.lists(items(), max_size=6))
    return [(of, list(claims_by_id.setdefault(of.id, list(told)))) for of, told in found]
