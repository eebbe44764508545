"""Batches, and items made ahead in another thread."""

import threading
from collections.abc import Generator

import pytest

from hedgerow.graph.streams import ahead, batched


def test_the_last_batch_is_shorter() -> None:
    assert list(batched(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batched((), 2)) == []


def test_items_come_in_order_and_are_made_in_one_other_thread() -> None:
    threads = set()

    def numbers() -> Generator[int]:
        for number in range(1, 9):
            threads.add(threading.get_ident())
            yield number

    assert list(ahead(numbers())) == list(range(1, 9))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_the_next_item_is_made_while_one_is_used() -> None:
    made = threading.Event()

    def items() -> Generator[str]:
        yield "first"
        made.set()
        yield "second"

    stream = ahead(items())
    assert next(stream) == "first"
    assert made.wait(timeout=10)
    assert list(stream) == ["second"]


def test_a_stream_that_is_left_is_closed_where_it_ran() -> None:
    closed_in: list[int] = []
    ran_in: list[int] = []

    def endless() -> Generator[int]:
        try:
            while True:
                ran_in.append(threading.get_ident())
                yield 1
        finally:
            closed_in.append(threading.get_ident())

    stream = ahead(endless())
    next(stream)
    stream.close()
    assert closed_in == ran_in[:1]


def test_an_error_of_the_maker_reaches_the_user() -> None:
    def broken() -> Generator[int]:
        yield 1
        raise ValueError("broken")

    stream = ahead(broken())
    assert next(stream) == 1
    with pytest.raises(ValueError, match="broken"):
        next(stream)
