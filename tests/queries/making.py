"""Small stores made by hand, from claims such as real articles make."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary

Item = tuple[Document, list[Claim]]


@dataclass
class Article:
    """An article that grows by the sentences it says; each makes one claim."""

    published: str | None = None
    publisher: str | None = "Wire"
    title: str | None = "A title"
    url: str | None = None
    source: str = "article.txt"
    told: list[tuple[str, Claim]] = field(default_factory=list)

    def says(self, quote: str, type_: str, actors: str, status: str, **more: Any) -> "Article":
        """One more sentence; `actors` are codes with the source of a directed type first."""
        tie_type = vocabulary().tie_type(type_)
        codes = actors.split() if tie_type.directed else sorted(actors.split())
        first, other = tie_type.roles
        parties = tuple(Party(code, other if n else first) for n, code in enumerate(codes))
        if "date" in more:
            more["date_basis"] = "stated"
        claim = Claim(
            document="",
            type=type_,
            directed=tie_type.directed,
            parties=parties,
            status=status,
            phase=more.pop("phase", "begins"),
            quote=quote,
            start=0,
            end=0,
            **more,
        )
        self.told.append((quote, claim))
        return self

    def item(self) -> Item:
        """The document with its claims."""
        text = "\n".join(quote for quote, _ in self.told) or f"Nothing here. {self.source}"
        place = Appearance(
            source=self.source,
            url=self.url,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            language="en",
        )
        document = Document(text, (place,))
        claims = []
        for quote, claim in self.told:
            start = text.index(quote)
            end = start + len(quote)
            claims.append(replace(claim, document=document.id, start=start, end=end))
        return document, claims


def store_of(articles: Iterable[Article]) -> Store:
    """A store in memory with some articles."""
    store = Store.open(None)
    store.add([article.item() for article in articles])
    return store


def vietnam() -> list[Article]:
    """Vietnam and four others: levels, arms, what is planned, denied and contested."""
    return [
        Article("2013-07-26", "Wire", "Obama and Sang", "https://wire.example/2013").says(
            "The two presidents set a comprehensive partnership on Thursday.",
            *("partnership_upgrade", "USA VNM", "agreed"),
            date="2013-07-25",
            level="comprehensive",
        ),
        Article("2023-09-11", "Wire", "Biden in Hanoi", "https://wire.example/2023").says(
            "Vietnam raised ties with the United States to a comprehensive strategic partnership.",
            *("partnership_upgrade", "USA VNM", "agreed"),
            phase="changes",
            date="2023-09-10",
            level="comprehensive_strategic",
            from_level="comprehensive",
        ),
        Article("2025-11-02", "Paper", "Hegseth in Hanoi", "https://paper.example/2025")
        .says(
            "The two countries are comprehensive strategic partners.",
            *("partnership_upgrade", "USA VNM", "agreed"),
            phase="holds",
            level="comprehensive_strategic",
        )
        .says(
            "The US defence secretary arrived in Hanoi on Sunday.",
            *("visit", "USA VNM", "occurred"),
            date="2025-11-02",
            date_end="2025-11-03",
        ),
        Article("2008-06-02", "Agency", "Hu and Manh", "https://agency.example/2008").says(
            "China and Vietnam agreed on a comprehensive strategic cooperative partnership.",
            *("partnership_upgrade", "CHN VNM", "agreed"),
            date="2008-06-01",
            level="comprehensive_strategic_cooperative",
        ),
        Article("2009-12-16", "Paper", "Submarines", "https://paper.example/2009").says(
            "Russia will build six Kilo-class submarines for Vietnam under a contract signed here.",
            *("arms_deal", "RUS VNM", "signed"),
            date="2009-12",
            item="6 Kilo-class submarines",
        ),
        Article("2024-07-10", "Wire", "Transport planes", "https://wire.example/2024").says(
            "Washington is in talks to sell Hanoi C-130 transport planes.",
            *("arms_deal", "USA VNM", "talks"),
            item="C-130",
        ),
        Article("2016-10-13", "Agency", "No bases", "https://agency.example/2016").says(
            "Vietnam's foreign ministry denied that Russia would return to Cam Ranh.",
            *("base_access", "RUS VNM", "denied"),
            stage="talks",
            date="2016-10-13",
            place="Cam Ranh",
            attributed_to="VNM",
        ),
        Article("2025-07-02", "Radio", "Fighters", "https://radio.example/2025").says(
            "Hanoi has ordered 40 Su-35 fighters, unnamed officials said.",
            *("arms_deal", "RUS VNM", "reported"),
            stage="signed",
            date="2025-07",
            item="Su-35",
        ),
        Article("2025-07-05", "Agency", "No fighters", "https://agency.example/2025").says(
            "The ministry denied that Vietnam had ordered Su-35 fighters.",
            *("arms_deal", "RUS VNM", "denied"),
            stage="signed",
            date="2025-07",
            item="Su-35",
            attributed_to="VNM",
        ),
        Article("2025-10-20", "Radio", "A visit ahead", "https://radio.example/ahead").says(
            "Vietnam's president is to visit Washington in 2026.",
            *("visit", "VNM USA", "planned"),
            date="2026",
        ),
        Article(None, None, None, None, "weather.txt"),
    ]
