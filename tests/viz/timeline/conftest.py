"""Timelines that the tests of formats share: plain ones, and one from hostile articles."""

import pytest

from hedgerow.queries.timeline import Timeline, timeline
from tests.queries.making import Article, store_of, vietnam

SCRIPT = "</script></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = '=HYPERLINK("https://evil.example","click")'
ESCAPE = "\x1b]0;owned\x07\x1b[31m"
OVERRIDE = "\u202eevil\u202c"
CONTROLS = "\x00\x08\x0b\x1f\x7f\x9b\ufffe"
INJECTION = "x\r\nATTENDEE:mailto:evil@evil.example\r\nX:"
LONG = "Long name " * 1000
ADDRESS = "javascript:alert(3)//https://evil.example"


def hostile_articles() -> list[Article]:
    """What an article may hold against those who show it."""
    place = Article("2020-01-02", SCRIPT, FORMULA, ADDRESS, "/home/someone/hostile.txt")
    long = Article("2020-03-04", LONG, f"{LONG}{CONTROLS}", "https://wire.example/long", "long.txt")
    return [
        place.says(
            f"{SCRIPT} {ESCAPE} {OVERRIDE} {CONTROLS} &amp; ]]> --> [x](javascript:alert(4)) | a",
            *("arms_deal", "RUS VNM", "signed"),
            date="2020-01-01",
            item=f"{SCRIPT}{ESCAPE}{CONTROLS}",
            attributed_to=SCRIPT,
        ).says(
            FORMULA,
            *("base_access", "RUS VNM", "occurred"),
            date="2020-02",
            place=INJECTION,
        ),
        long.says(
            f"@SUM(1) {LONG * 5}",
            *("arms_transfer", "RUS VNM", "delivered"),
            date="2020-03-01",
            item=LONG,
            place=LONG,
        ),
    ]


def dated_articles() -> list[Article]:
    """A matter of each precision, plans, terms and an end that is far away."""
    wire = Article("2024-06-30", "Wire", "Dates", "https://wire.example/dates", "dates.txt")
    undated = Article(None, None, None, None, "undated.txt")
    return [
        wire.says("Signed on 29 Feb.", "arms_deal", "RUS VNM", "signed", date="2020-02-29")
        .says("They met in March.", "meeting", "RUS VNM", "occurred", date="2023-03")
        .says("Aid came in 2022.", "aid", "RUS VNM", "delivered", date="2022")
        .says("They have talked by telephone.", "call", "RUS VNM", "occurred")
        .says("A visit is planned for 4 July.", "visit", "RUS VNM", "planned", date="2024-07-04")
        .says("A drill is planned in 2024.", "joint_exercise", "RUS VNM", "planned", date="2024")
        .says(
            "Ships may use the port from 2021 until 2051.",
            *("base_access", "RUS VNM", "in_force"),
            date="2021-05-01",
            date_end="2051",
        )
        .says(
            "A pact of 2021 is valid until March 2026.",
            *("defence_agreement", "RUS VNM", "signed"),
            date="2021-06-01",
            attributes={"valid_until": "2026-03"},
        ),
        undated.says("They speak well of each other.", "statement", "RUS VNM", "occurred"),
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
def dates() -> Timeline:
    with store_of(dated_articles()) as store:
        return timeline(store, "VNM", "RUS")


@pytest.fixture(scope="session")
def nothing() -> Timeline:
    with store_of(vietnam()) as store:
        return timeline(store, "VNM", "FJI")
