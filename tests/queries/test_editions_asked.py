"""A corrected article: what changed by it can be asked, and what it said before stays."""

import datetime as dt

from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.asking import ask
from hedgerow.queries.brief.asked import follow
from hedgerow.queries.brief.reading import read_brief
from hedgerow.queries.brief.table import table
from hedgerow.queries.words.changed import changed
from tests.queries.making import Article, store_of

URL = "https://wire.example/radars"
FIRST = Article("2024-05-02", "Wire", "Radars", URL).says(
    "They signed for radars.", "arms_deal", "ISR VNM", "signed", date="2024-05-01", item="radars"
)
CORRECTED = Article("2024-05-20", "Wire", "Radars", URL).says(
    "They are in talks on radars (corrected).", "arms_deal", "ISR VNM", "talks", item="radars"
)


def corrected() -> Store:
    store = store_of([FIRST])
    store.add([CORRECTED.item()])
    return store


def test_a_correction_tells_at_once_what_it_changed() -> None:
    with store_of([FIRST]) as store:
        told = list(changed(store.add([CORRECTED.item()]).changes))
    words = {(one.how, one.before, one.after) for one in told}
    gone = [before for _, before, _ in words if before]
    come = [after for _, _, after in words if after]
    assert [("signed" in one, "in talks" in one) for one in gone] == [(True, False)]
    assert [("in talks" in one) for one in come] == [True]


def test_what_changed_by_a_newer_edition_is_asked_by_a_brief() -> None:
    with corrected() as store:
        found = read_brief(store, [follow("Vietnam")], "2024-05-15", dt.date(2024, 5, 31))
        told = {(row["list"], row["status"], row["quote"]) for row in table(found)[1]}
    quote = "They are in talks on radars (corrected)."
    assert [(status, words) for _, status, words in told] == [("talks", quote)]


def test_the_older_edition_counts_for_nothing_and_stays_to_be_read() -> None:
    with corrected() as store:
        (old,) = ask(store, "rests_on", {"id": FIRST.item()[0].id}).rows
        (new,) = ask(store, "rests_on", {"id": CORRECTED.item()[0].id}).rows
        assert (old["edge"], new["edge"]) == ("claim", "event")
        assert old["quote"] == "They signed for radars."
        assert [event.status for event in store.events()] == ["talks"]


def test_what_was_known_before_the_correction_can_be_looked_back_to() -> None:
    with corrected() as store:
        before = viewed(store, View(known=dt.date(2024, 5, 10))).snapshot
        assert [event.status for event in before.events()] == ["signed"]
