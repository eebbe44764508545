"""What must hold of the headline measures whatever is added to a store."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.records import Claim
from hedgerow.ontology.partial_date import parse_partial_date
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.measures.lean import lean
from hedgerow.queries.measures.signals import AsOf
from hedgerow.queries.measures.strength import strength
from tests.queries.making import Article, vietnam
from tests.queries.measures.making import told

ON = dt.date(2025, 11, 30)
PARTNERS = ("USA", "CHN", "RUS")
TOLD = [sentence for article in vietnam() for sentence in article.told if sentence[1].date]
CONCLUDED = [claim for _, claim in TOLD if vocabulary().is_concluded(claim.status)]
COOPERATION = sorted(
    tie.name for tie in vocabulary().tie_types.values() if tie.weight > 0 and tie.effect != "closes"
)
UNSETTLED = st.sampled_from(("reported", "talks", "planned", "denied"))


def headlines(articles: list[Article]) -> dict[str, float]:
    found: AsOf = told(articles, ON, "VNM")
    numbers = {f"strength {one}": strength(found, "VNM", one).strength for one in PARTNERS}
    numbers |= {f"lean {one}": lean(found, "VNM", "USA", one).lean for one in PARTNERS[1:]}
    return {name: number for name, number in numbers.items() if number is not None}


BEFORE = headlines(vietnam())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CONCLUDED), st.integers(0, 60)), min_size=1, max_size=4))
def test_another_report_of_an_event_changes_nothing(again: list[tuple[Claim, int]]) -> None:
    reports = vietnam()
    for number, (claim, late) in enumerate(again):
        told_on = parse_partial_date(claim.date or "").latest + dt.timedelta(days=late)
        sentence = f"Another paper, {number}, tells it again."
        article = Article(told_on.isoformat(), f"Paper {number}")
        article.told.append((sentence, replace(claim, quote=sentence)))
        reports.append(article)
    assert headlines(reports) == pytest.approx(BEFORE)


@settings(max_examples=60, deadline=None)
@given(
    what=st.sampled_from(COOPERATION),
    status=UNSETTLED,
    days=st.integers(0, 2000),
    dated=st.booleans(),
    level=st.sampled_from((None, "comprehensive_strategic", "strategic")),
)
def test_what_is_not_settled_raises_no_headline(
    what: str, status: str, days: int, dated: bool, level: str | None
) -> None:
    day = (ON - dt.timedelta(days=days)).isoformat()
    more: dict[str, str | None] = {"date": day} if dated else {}
    if status in ("reported", "denied"):
        more["stage"] = vocabulary().tie_type(what).default_status
    if "level" in vocabulary().tie_type(what).attributes:
        more["level"] = level
    rumour = Article(day, "Radio").says("It is said so.", what, "USA VNM", status, **more)
    after = headlines([*vietnam(), rumour])
    assert all(after.get(name, 0.0) <= number + 1e-9 for name, number in BEFORE.items())
    assert after.keys() <= BEFORE.keys()


def test_what_one_asserts_and_another_denies_raises_no_headline() -> None:
    told_ = {"date": "2025-10-01", "item": "F-16"}
    deal = Article("2025-10-02", "Wire").says(
        "They signed.", "arms_deal", "USA VNM", "signed", **told_
    )
    denial = Article("2025-10-03", "Agency").says(
        "They did not sign.",
        *("arms_deal", "USA VNM", "denied"),
        stage="signed",
        attributed_to="VNM",
        **told_,
    )
    asserted = headlines([*vietnam(), deal])
    assert asserted["strength USA"] > BEFORE["strength USA"]
    assert headlines([*vietnam(), deal, denial]) == pytest.approx(BEFORE)
