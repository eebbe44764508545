"""Documents and claims that a query could easily get wrong."""

from hedgerow.graph.store import Store
from tests.queries.making import Article


def odd_articles() -> list[Article]:
    """No date, no address, several places, many parties, several speakers, codes with a hyphen."""
    summit = "VNM USA CHN RUS JPN KOR PRK THA KHM MYS"
    return [
        Article(None, source="b/undated.txt").says(
            "They met once.", "meeting", "VNM JPN", "occurred"
        ),
        Article("2021", source="year.txt").says(
            "They called in the year.", "call", "VNM JPN", "occurred"
        ),
        Article("2021-07", source="month.txt").says(
            "They called in the month.", "call", "VNM JPN", "planned"
        ),
        *(
            Article(published, source=source, title=source).says(
                "A text met in several places.", "call", "VNM KOR", "occurred"
            )
            for published, source in [
                (None, "a/copy.txt"),
                ("2020-05-02", "z/copy.txt"),
                ("2020-05", "x/copy.txt"),
                ("2020-05", "w/copy.txt"),
            ]
        ),
        Article("2022-11-10").says("Ten of them met.", "meeting", summit, "occurred"),
        Article("2025-07-29").says(
            "Malaysia brokered a ceasefire between Thailand and Cambodia.",
            *("mediation", "MYS THA KHM", "occurred"),
        ),
        Article("2023-10-08").says(
            "The movement took part in talks.", "meeting", "EGY x-hamas", "occurred"
        ),
        *_contested(),
    ]


def _contested() -> list[Article]:
    said = [
        ("reported", "defence officials, unnamed", "Officials said that a base was offered."),
        ("reported", "USA", "Washington said that a base was offered."),
        ("denied", "KHM", "Phnom Penh denied that a base was offered."),
        ("denied", "an embassy spokesman", "The embassy denied that a base was offered."),
    ]
    return [
        Article(f"2019-07-{20 + n}", f"Paper {n}").says(
            quote,
            *("base_access", "CHN KHM", status),
            stage="agreed",
            date="2019-07",
            place="Ream",
            attributed_to=speaker,
        )
        for n, (status, speaker, quote) in enumerate(said)
    ]


def add_odd(store: Store) -> None:
    """Add them one by one, as places of one text are met at different times."""
    for article in odd_articles():
        store.add([article.item()])
