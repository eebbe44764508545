"""Timelines that the tests of renderers share: a plain one, and one from hostile articles."""

import pytest

from hedgerow.queries.timeline import Timeline, timeline
from tests.queries.making import Article, store_of, vietnam

SCRIPT = "</script></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = '=HYPERLINK("https://evil.example","click")'
ESCAPE = "\x1b]0;owned\x07\x1b[31m"
OVERRIDE = "\u202eevil\u202c"
INJECTION = "x\r\nATTENDEE:mailto:evil@evil.example\r\nX:"


def hostile_articles() -> list[Article]:
    place = Article("2020-01-02", SCRIPT, FORMULA, "javascript:alert(3)", "hostile.txt")
    return [
        place.says(
            f"{SCRIPT} {ESCAPE} {OVERRIDE} &amp; ]]> -->",
            *("arms_deal", "RUS VNM", "signed"),
            date="2020-01-01",
            item=f"{SCRIPT}{ESCAPE}",
            attributed_to=SCRIPT,
        ).says(
            FORMULA,
            *("base_access", "RUS VNM", "occurred"),
            date="2020-02",
            place=INJECTION,
        )
    ]


@pytest.fixture(scope="session")
def russia() -> Timeline:
    with store_of(vietnam()) as store:
        return timeline(store, "VNM", "RUS")


@pytest.fixture(scope="session")
def states() -> Timeline:
    with store_of(vietnam()) as store:
        return timeline(store, "USA", "VNM")


@pytest.fixture(scope="session")
def everyone() -> Timeline:
    with store_of(vietnam()) as store:
        return timeline(store, "VNM")


@pytest.fixture(scope="session")
def hostile() -> Timeline:
    with store_of(hostile_articles()) as store:
        return timeline(store, "VNM", "RUS")


@pytest.fixture(scope="session")
def nothing() -> Timeline:
    with store_of(vietnam()) as store:
        return timeline(store, "VNM", "FJI")
