"""Articles with their claims in a few words, for the tests of the network page."""

from typing import Any

from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.ontology.vocabulary import vocabulary

Told = tuple[Document, list[Claim]]
Saying = tuple[str, dict[str, Any]]


def says(quote: str, type_: str, actors: str, **fields: Any) -> Saying:
    """A sentence and what it claims of `actors` ("RUS VNM", source first)."""
    return quote, {"type": type_, "actors": actors.split()} | fields


def article(
    title: str, publisher: str | None, published: str, url: str | None, *sayings: Saying
) -> Told:
    """An article of these sentences, with the claims they make."""
    text = "\n".join([title, *dict.fromkeys(quote for quote, _ in sayings)])
    place = Appearance(f"{published}.txt", url, title, publisher, published)
    document = Document(text, (place,))
    return document, [claim(document, quote, **fields) for quote, fields in sayings]


def claim(document: Document, quote: str, **fields: Any) -> Claim:
    """What a sentence of a document claims, as firm as the plain past tense of its verb."""
    tie_type = vocabulary().tie_type(fields.pop("type"))
    actors = fields.pop("actors")
    ids = actors if tie_type.directed else sorted(actors)
    roles = [tie_type.roles[0], *[tie_type.roles[1]] * (len(ids) - 1)]
    start = document.text.index(quote)
    plain = {
        "status": tie_type.default_status,
        "phase": "begins",
        "date_basis": "stated" if "date" in fields else "none",
        "confidence": 0.8,
    }
    return Claim(
        document=document.id,
        type=tie_type.name,
        directed=tie_type.directed,
        parties=tuple(Party(one, role) for one, role in zip(ids, roles, strict=True)),
        quote=quote,
        start=start,
        end=start + len(quote),
        **plain | fields,
    )


TOP = "comprehensive_strategic"
ARTICLES = [
    article(
        "Vietnam and United States raise ties to top level",
        "Viet Nam News",
        "2023-09-11",
        "https://vietnamnews.vn/politics/1",
        says(
            "Trong and Biden announced that ties had been raised to the top level.",
            "partnership_upgrade",
            "USA VNM",
            date="2023-09-10",
            level=TOP,
            status="agreed",
        ),
        says("Biden came on September 10.", "visit", "USA VNM", date="2023-09-10"),
        says(
            "A comprehensive partnership dates from July 2013.",
            "partnership_upgrade",
            "USA VNM",
            date="2013-07",
            level="comprehensive",
            status="agreed",
        ),
    ),
    article(
        "US in talks with Vietnam over F-16 sale, sources say",
        "Reuters",
        "2023-09-23",
        "https://www.reuters.com/f16",
        says(
            "Washington is in talks with Vietnam over F-16 fighter jets.",
            "arms_deal",
            "USA VNM",
            item="F-16",
            status="talks",
        ),
    ),
    article(
        "Putin visits Hanoi",
        "TASS",
        "2024-06-20",
        "https://tass.com/hanoi",
        says("Putin held talks in Hanoi.", "visit", "RUS VNM", date="2024-06-20"),
        says("He came from Pyongyang.", "visit", "RUS PRK", date="2024-06-19"),
    ),
    article(
        "Vietnam and Israel talk about radars",
        "Haaretz",
        "2022-05-01",
        "https://www.haaretz.com/radars",
        says(
            "Vietnam is in talks with Israel on radars.",
            "arms_deal",
            "ISR VNM",
            item="radars",
            status="talks",
        ),
    ),
    article(
        "No return to Cam Ranh",
        "AFP",
        "2016-10-13",
        None,
        says(
            "A return of the Russian navy is not on the agenda, he said.",
            "base_access",
            "RUS VNM",
            item="Cam Ranh",
            status="denied",
            stage="planned",
            attributed_to="VNM",
        ),
    ),
    article(
        "Deal for Chinese outpost in Cambodia",
        "The Wall Street Journal",
        "2019-07-21",
        "https://www.wsj.com/ream",
        says(
            "China and Cambodia signed a secret agreement, officials said.",
            "base_access",
            "CHN KHM",
            item="Ream",
            status="reported",
            stage="signed",
        ),
    ),
    article(
        "Cambodia rejects report",
        "Fresh News",
        "2019-07-22",
        "https://freshnewsasia.com/ream",
        says(
            "Hun Sen denied that an agreement had been signed.",
            "base_access",
            "CHN KHM",
            item="Ream",
            status="denied",
            stage="signed",
            attributed_to="KHM",
        ),
    ),
    article(
        "Xi in Hanoi",
        "VnExpress",
        "2023-12-13",
        "https://e.vnexpress.net/xi",
        says("Xi Jinping visited Hanoi.", "visit", "CHN VNM", date="2023-12-12"),
        says("The Houthis met Xi.", "meeting", "CHN x-houthis", date="2023-12-11"),
    ),
    article(
        "Sanctions on Rosneft",
        "AP",
        "2025-10-22",
        "https://apnews.com/rosneft",
        says("Washington imposed sanctions.", "sanction", "USA RUS", date="2025-10-22"),
        says(
            "Ten leaders met in Rio.",
            "meeting",
            "USA CHN IND BRA ZAF FRA DEU GBR ITA JPN",
            date="2024-11-18",
        ),
    ),
    article(
        "Gripens for Bangkok",
        "Saab",
        "2025-08-25",
        "https://saab.com/gripen",
        says("Sweden joined NATO in March 2024.", "membership", "SWE NATO", date="2024-03"),
        says(
            "Thailand signed a contract for four Gripens.",
            "arms_deal",
            "SWE THA",
            date="2025-08-25",
            item="Gripen",
            status="signed",
        ),
    ),
]

HIT = "window.__hit = 1"
HOSTILE = article(
    f"</script><script>{HIT}</script> {{{{ 7 * 7 }}}} <b>bold</b>",
    f"\"'><img src=x onerror='{HIT}'>",
    "2024-01-02",
    f"javascript:{HIT}",
    says(
        f"He said “<!--<script>{HIT}</script>” & 'href=\"javascript:{HIT}\"' {{% raw %}} "
        "\u202eright to left\u202c \u2028 line.",
        "arms_deal",
        "SRB HUN",
        item=f"<svg onload={HIT}>",
        status="signed",
        date="2024-01-01",
        place=f"<a href=javascript:{HIT}>here</a>",
        attributed_to=f"<iframe srcdoc='<script>{HIT}</script>'>",
    ),
)

LONG = "Q" * 10_000
CELLS = article(
    '=HYPERLINK("https://example.org","here")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "2024-02-03",
    "data:text/html,<script>window.__hit = 1</script>",
    says(
        f"-2+3 \u202edesrever\u202c, said {LONG}.",
        "arms_deal",
        "HUN SRB",
        item=f"+{LONG}",
        status="signed",
        date="2024-02-01",
        place=f"=1+1 {LONG}",
    ),
)
