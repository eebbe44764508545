from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders import detours
from hedgerow.loaders.detours import with_detour


def ahead_by(most: int, seen: list[int]) -> object:
    """Work that doubles numbers, and takes so many before it gives the first back."""

    def work(numbers: Iterable[int]) -> Iterator[int]:
        held: list[int] = []
        for number in numbers:
            seen.append(number)
            held.append(number)
            if len(held) == most:
                yield held.pop(0) * 2
        yield from (number * 2 for number in held)

    return work


@given(st.lists(st.integers() | st.text(max_size=2)), st.integers(1, 9), st.integers(1, 9))
def test_order_stays_and_each_is_worked_on_once(
    items: list[int | str], most: int, aside: int
) -> None:
    before, detours.MOST_ASIDE = detours.MOST_ASIDE, aside
    try:
        seen: list[int] = []
        found = list(with_detour(items, int, ahead_by(most, seen)))  # type: ignore[arg-type]
    finally:
        detours.MOST_ASIDE = before
    assert found == [item * 2 if isinstance(item, int) else item for item in items]
    assert seen == [item for item in items if isinstance(item, int)]


def test_work_is_not_begun_where_there_is_none() -> None:
    def work(_: Iterable[int]) -> Iterator[int]:
        raise AssertionError

    assert list(with_detour(["a", "b"], int, work)) == ["a", "b"]
