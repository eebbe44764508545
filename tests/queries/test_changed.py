"""What a commit changed, in words that differ."""

from dataclasses import replace

from hedgerow.graph.changes import Change, Changes
from hedgerow.graph.records import Event
from hedgerow.graph.store import Store
from hedgerow.queries.words.changed import changed
from tests.queries.making import vietnam


def _event() -> Event:
    store = Store.open()
    store.add([each.item() for each in vietnam()])
    return next(store.events())


def test_equal_words_tell_what_else_changed_or_are_left_out() -> None:
    one = _event()
    (row,) = changed(Changes("", (Change(one, replace(one, sources=one.sources + 1)),)))
    assert f"(sources {one.sources} to {one.sources + 1})" in str(row.after)
    assert list(changed(Changes("", (Change(one, replace(one, bucket="other")),)))) == []


def test_one_id_removed_and_added_is_one_change() -> None:
    one = _event()
    moved = replace(one, date="2001", date_end=None)
    (row,) = changed(Changes("", (Change(one, None), Change(None, moved))))
    assert (row.how, row.id) == ("changed", one.id)
    assert row.before != row.after


def test_of_two_told_alike_that_became_one_the_other_is_removed() -> None:
    one = _event()
    gone = (Change(replace(one, id="event/1"), None), Change(replace(one, id="event/2"), None))
    rows = list(changed(Changes("", (*gone, Change(None, replace(one, sources=9))))))
    assert [row.how for row in rows] == ["changed", "removed"]
