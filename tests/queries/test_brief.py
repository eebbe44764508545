"""What briefs tell, in fixed sentences."""

import datetime as dt

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph import ledger
from hedgerow.graph.records import Judgement
from hedgerow.graph.store import Store
from hedgerow.graph.view import View
from hedgerow.queries.brief.asked import follow
from hedgerow.queries.brief.brief import Brief
from hedgerow.queries.brief.items import Item
from hedgerow.queries.brief.lines import (
    ahead_lead,
    ahead_text,
    change_lead,
    change_text,
    lapsed_text,
)
from hedgerow.queries.brief.reading import read_brief
from hedgerow.queries.brief.table import table
from hedgerow.queries.brief.words import in_words
from tests.queries.making import Article, store_of, vietnam

day = dt.date.fromisoformat
DAY_KNOWN = dt.date(2024, 1, 1)


def of_vietnam(store: Store, since: str, at: str) -> Brief:
    return read_brief(store, [follow("Vietnam")], since, day(at))


def lines(found: Brief, items: tuple[Item, ...]) -> list[str]:
    return [f"{change_lead(item)} | {change_text(item, found.period.last)}" for item in items]


def ahead(found: Brief) -> list[str]:
    last = found.period.last
    return [f"{ahead_lead(item, found)} | {ahead_text(item, last)}" for item in found.ahead]


def test_a_level_set_is_told_with_the_ties_it_opened_and_ended(store: Store) -> None:
    found = of_vietnam(store, "7d", "2023-09-15")
    assert lines(found, found.new) == [
        "2023-09-10 | United States - Vietnam: level set or raised, comprehensive strategic "
        "partnership; tie: comprehensive strategic partnership; tie: comprehensive partnership, "
        "ended 2023-09-10; 1 outlet"
    ]
    assert in_words(found, "published") == (
        "1 document published 2023-09-09 to 2023-09-15, 1 of them with claims on Vietnam. 1 new."
    )


def test_what_is_in_prospect_stands_apart_and_among_the_dates_ahead(store: Store) -> None:
    found = of_vietnam(store, "2w", "2025-11-02")
    assert lines(found, found.new) == ["2025-11-02 | United States to Vietnam: visit; 1 outlet"]
    assert lines(found, found.prospect) == [
        "2026 | planned: Vietnam to United States: visit; 1 outlet"
    ]
    assert ahead(found) == ["possibly 2026 | planned: Vietnam to United States: visit; 1 outlet"]


def test_a_matter_that_is_denied_is_contested_with_both_sides(store: Store) -> None:
    found = of_vietnam(store, "2025-07-04", "2025-07-06")
    assert lines(found, found.contested) == [
        "reported (signed) → contested: reported (signed): | Russia - Vietnam: arms deal, Su-35 "
        "(signed), 2025-07; asserted by nobody named, in Radio; denied by Vietnam; 2 outlets"
    ]
    assert [source.status for source in found.contested[0].cited] == ["reported", "denied"]
    assert not any((found.new, found.prospect, found.changed, found.gone))


def test_an_outlet_that_only_told_of_the_plan_is_no_source_of_what_was_done() -> None:
    wires = [
        Article("2025-05-15", name, url=f"https://{name.lower()}.example/1").says(
            f"They will come on 18 May, {name} has it.",
            *("visit", "USA VNM", "planned"),
            date="2025-05-18",
        )
        for name in ("Wire", "Agency")
    ]
    blog = Article("2025-05-19", "Blog", url="https://blog.example/1").says(
        "They came on 18 May.", "visit", "USA VNM", "occurred", date="2025-05-18"
    )
    found = of_vietnam(store_of([*wires, blog]), "7d", "2025-05-20")
    assert lines(found, found.new) == ["2025-05-18 | United States to Vietnam: visit; 1 outlet"]
    assert [source.publisher for source in found.new[0].cited] == ["Blog"]


def test_background_told_for_the_first_time_stands_apart() -> None:
    article = Article("2025-05-19", "Wire", url="https://wire.example/1").says(
        "Relations were opened in 1994.",
        *("relations_established", "PER VNM", "occurred"),
        date="1994",
    )
    found = of_vietnam(store_of([article]), "7d", "2025-05-20")
    assert (len(found.new), len(found.older)) == (0, 1)
    assert in_words(found, "published").endswith("1 background, told now.")


def test_what_was_only_denied_is_told_as_denied(store: Store) -> None:
    found = of_vietnam(store, "7d", "2016-10-14")
    assert lines(found, found.contested) == [
        "2016-10-13 | denied: Russia to Vietnam: base access, Cam Ranh (in talks); denied by "
        "Vietnam; 1 outlet"
    ]


def test_a_plan_that_came_about_or_was_called_off_has_changed() -> None:
    plans = Article("2025-03-01", "Wire", url="https://wire.example/plans")
    plans.says("A visit to Hanoi is due in May.", "visit", "USA VNM", "planned", date="2025-05")
    plans.says("A visit to Tokyo is due in May.", "visit", "VNM JPN", "planned", date="2025-05")
    later = Article("2025-05-20", "Paper", url="https://paper.example/later")
    later.says("They came on 18 May.", "visit", "USA VNM", "occurred", date="2025-05-18")
    later.says("The trip was called off.", "visit", "VNM JPN", "cancelled", date="2025-05")
    found = of_vietnam(store_of([plans, later]), "7d", "2025-05-20")
    assert lines(found, found.changed) == [
        "planned → occurred; date 2025-05 → 2025-05-18: | United States to Vietnam: visit, "
        "2025-05-18; 1 outlet",
        "planned → cancelled: | Vietnam to Japan: visit, 2025-05; 1 outlet",
    ]
    assert [item.cited[0].quote for item in found.changed] == [
        "They came on 18 May.",
        "The trip was called off.",
    ]


def test_a_date_moved_leaves_a_plan_a_plan() -> None:
    first = Article("2025-03-01", url="https://wire.example/1").says(
        "The visit is due in May.", "visit", "USA VNM", "planned", date="2025-05-10"
    )
    second = Article("2025-03-09", url="https://wire.example/1").says(
        "The visit is due on 12 May.", "visit", "USA VNM", "planned", date="2025-05-12"
    )
    store = store_of([first, second])
    (made,) = store.events()
    assert made.date == "2025-05-12"
    found = of_vietnam(store, "7d", "2025-03-09")
    assert (len(found.prospect), len(found.gone)) == (1, 1)
    assert lines(found, found.gone) == [
        "2025-05-10 | planned: United States to Vietnam: visit; 1 outlet"
    ]


def test_a_newer_edition_that_tells_the_same_is_no_news() -> None:
    articles = [
        Article(published, url="https://wire.example/1").says(
            f"The visit was on 1 March{mark}", "visit", "USA VNM", "occurred", date="2025-03-01"
        )
        for published, mark in (("2025-03-01", "."), ("2025-03-09", ", at last."))
    ]
    found = of_vietnam(store_of(articles), "7d", "2025-03-09")
    assert not any(found.changes)
    assert in_words(found, "published") == (
        "1 document published 2025-03-03 to 2025-03-09, 1 of them with claims on Vietnam. "
        "Nothing new on Vietnam in this archive."
    )


def test_a_tie_that_nothing_confirms_any_more_is_told_once() -> None:
    article = Article("2020-06-01", "Wire", url="https://wire.example/1").says(
        "They are strategic partners.",
        *("partnership_upgrade", "JPN VNM", "agreed"),
        phase="holds",
        level="strategic",
    )
    other = Article("2025-12-01", "Wire", url="https://wire.example/2")
    store = store_of([article, other])
    found = of_vietnam(store, "1y", "2025-12-01")
    assert [lapsed_text(item) for item in found.lapsed] == [
        "Japan - Vietnam: strategic partnership; last confirmed 2020-06-01; 1 outlet"
    ]
    assert of_vietnam(store, "1m", "2025-12-01").lapsed == ()


def test_a_stated_end_is_a_date_ahead_and_no_end_yet() -> None:
    article = Article("2025-11-01", "Wire", url="https://wire.example/1").says(
        "The troops stay until 31 December.",
        *("deployment", "USA PHL", "occurred"),
        date="2025-01-01",
        date_end="2025-12-31",
    )
    found = read_brief(store_of([article]), [follow("PHL")], "1d", day("2025-11-01"))
    assert lines(found, found.new) == [
        "2025-01-01 | United States to Philippines: deployment; tie: forces deployed; 1 outlet"
    ]
    assert ahead(found) == [
        "2025-12-31 | United States to Philippines: deployment, stated end; 1 outlet"
    ]


def of_the_base_that_was_left() -> Brief:
    opened = Article("2025-05-01", "Wire", url="https://wire.example/1").says(
        "They opened the base.", "base_access", "RUS VNM", "in_force", date="2020-01-01"
    )
    left = Article("2025-06-15", "Wire", url="https://wire.example/2").says(
        "They left the base this month.", "base_access", "RUS VNM", "ended", date="2025-06"
    )
    return of_vietnam(store_of([opened, left]), "7d", "2025-06-20")


def test_an_end_that_may_have_come_about_is_not_told_as_due() -> None:
    found = of_the_base_that_was_left()
    told = "\n".join(line for items in found.changes for line in lines(found, items))
    assert "possibly ended 2025-06" in told
    assert "stated end" not in told
    assert not found.ahead


def test_rows_for_scripts_keep_the_doubt_in_words() -> None:
    order = Article("2025-07-02", "Radio", url="https://radio.example/1").says(
        "Hanoi ordered jets.", "arms_deal", "RUS VNM", "signed", date="2025-07-01", item="jets"
    )
    denial = Article("2025-07-05", "Agency", url="https://agency.example/1").says(
        "The order was denied.",
        *("arms_deal", "RUS VNM", "denied"),
        stage="signed",
        date="2025-07-01",
        item="jets",
    )
    found = of_vietnam(store_of([order, denial]), "2025-07-04", "2025-07-06")
    _, rows = table(found)
    (row,) = [row for row in rows if row["list"] == "contested"]
    assert str(row["words"]).startswith("contested: Russia - Vietnam: arms deal")
    assert "asserted by Radio; denied by nobody named, in Agency" in str(row["words"])


def test_rows_tell_how_a_tie_stands_at_the_end_of_the_period() -> None:
    _, rows = table(of_the_base_that_was_left())
    assert {row["standing"] for row in rows if row["edge"] == "tie"} == {"possibly"}


def test_what_is_concluded_for_a_later_day_is_told_as_ahead() -> None:
    article = Article("2025-11-01", "Wire", url="https://wire.example/1").says(
        "The pact was signed and takes effect on 15 January.",
        *("alliance_treaty", "JPN PHL", "in_force"),
        date="2026-01-15",
    )
    found = read_brief(store_of([article]), [follow("PHL")], "1d", day("2025-11-01"))
    assert found.new == ()
    assert lines(found, found.early) == [
        "2026-01-15 | Japan - Philippines: alliance treaty, dated ahead; tie: alliance, "
        "dated ahead; 1 outlet"
    ]
    assert ahead(found) == [
        "2026-01-15 | Japan - Philippines: alliance treaty, dated ahead; 1 outlet"
    ]


def test_a_report_of_what_was_done_some_time_this_year_is_no_date_ahead() -> None:
    article = Article("2025-07-02", "Radio", url="https://radio.example/1").says(
        "Hanoi has ordered fighters this year, unnamed officials said.",
        *("arms_deal", "RUS VNM", "reported"),
        stage="signed",
        date="2025",
    )
    found = of_vietnam(store_of([article]), "1d", "2025-07-02")
    assert (len(found.prospect), ahead(found)) == (1, [])


def test_nothing_published_is_told_with_the_newest_day(store: Store) -> None:
    found = of_vietnam(store, "7d", "2024-01-31")
    assert in_words(found, "published") == (
        "No document of this archive was published 2024-01-25 to 2024-01-31; "
        "the newest is of 2025-11-02."
    )
    assert found.looked.undated == 1


def test_without_a_day_the_period_ends_with_the_newest_publication(store: Store) -> None:
    found = read_brief(store, [follow("VNM")], "2w")
    assert (str(found.period.first), str(found.period.last)) == ("2025-10-20", "2025-11-02")


def test_a_store_without_dates_can_be_told_by_recording_only() -> None:
    store = store_of([Article(None).says("They met.", "meeting", "USA VNM", "occurred")])
    with pytest.raises(UsageError, match="--by recorded"):
        read_brief(store, [follow("VNM")])
    assert len(read_brief(store, [follow("VNM")], by="recorded").new) == 1


def test_withdrawals_and_judgements_are_told_by_recording(monkeypatch: pytest.MonkeyPatch) -> None:
    def on(stamp: str) -> None:
        monkeypatch.setattr(ledger, "now", lambda: stamp)

    on("2026-01-01T12:00:00Z")
    store = store_of(vietnam())
    on("2026-01-05T12:00:00Z")
    gone = next(each.id for each in store.documents() if each.title == "Submarines")
    store.withdraw(gone, reason="retracted", by="analyst")
    visit = next(event for event in store.events() if event.date == "2025-11-02")
    store.judge(Judgement("reject", visit.claims, "analyst", "2026-01-05T13:00:00Z"))
    found = read_brief(store, [follow("VNM")], "2d", by="recorded")
    assert [(each.document, each.reason) for each in found.withdrawn] == [(gone, "retracted")]
    assert lines(found, found.gone) == [
        "2025-11-02 | United States to Vietnam: visit; 1 outlet",
    ]
    assert in_words(found, "recorded") == (
        "No document of this archive was recorded 2026-01-04 to 2026-01-05; "
        "the newest is of 2025-11-02. 1 no longer told."
    )
    on("2026-01-09T12:00:00Z")
    assert read_brief(store, [follow("VNM")], "2d", by="recorded").withdrawn == ()


@pytest.mark.parametrize("day", ["2023-12-31", "2025-07-03", "2025-10-31"])
def test_a_brief_as_known_is_the_brief_of_that_day(store: Store, day: str) -> None:
    on, whom = dt.date.fromisoformat(day), [follow("VNM")]
    known = read_brief(store, whom, "2y", view=View(known=on))
    then = read_brief(store, whom, "2y", on)
    assert known.period == then.period
    assert (known.changes, known.ahead) == (then.changes, then.ahead)
    assert known.looked.newest is not None
    assert known.looked.newest <= on


def test_a_brief_by_recording_knows_only_what_was_published(store: Store) -> None:
    found = read_brief(store, [follow("VNM")], "1d", by="recorded", view=View(known=DAY_KNOWN))
    published = [s.published for items in found.changes for one in items for s in one.sources]
    assert published
    assert max(filter(None, published)) <= str(DAY_KNOWN)


def test_an_edge_keeps_its_name_when_an_older_article_comes_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger, "now", lambda: "2026-01-01T12:00:00Z")
    late = Article("2025-05-20", "Paper", url="https://paper.example/1")
    late.says("They came on 18 May.", "visit", "USA VNM", "occurred", date="2025-05-18")
    store = store_of([late])
    monkeypatch.setattr(ledger, "now", lambda: "2026-01-02T12:00:00Z")
    early = Article("2025-05-19", "Wire", url="https://wire.example/1")
    early.says("They came yesterday.", "visit", "USA VNM", "occurred", date="2025-05-18")
    store.add([early.item()])
    found = read_brief(store, [follow("VNM")], "1d", by="recorded")
    assert found.looked.documents == 1
    assert not any(found.changes)
