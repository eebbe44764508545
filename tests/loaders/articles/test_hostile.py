import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgerow.graph.records import Document
from hedgerow.loaders.records import Skipped
from tests.loaders.articles.made import EVERY_KIND
from tests.loaders.articles.reading import read

SECONDS = 2.0


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A sound file with some bytes changed, cut out, doubled or put in."""
    name = draw(st.sampled_from(sorted(EVERY_KIND)))
    data = bytearray(EVERY_KIND[name])
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        known = st.sampled_from([b"", bytes(data[at : at + length]) * 2, b"\xff" * length])
        data[at : at + length] = draw(st.one_of(known, st.binary(max_size=12)))
    return name, bytes(data)


@given(damaged())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_damage_is_told_in_one_sentence_and_stops_nothing(made: tuple[str, bytes]) -> None:
    name, data = made
    started = time.process_time()
    items = read(name, data)
    assert time.process_time() - started < SECONDS
    assert all(isinstance(item, Document | Skipped) for item in items)
    assert all("\n" not in str(item) for item in items if isinstance(item, Skipped))
