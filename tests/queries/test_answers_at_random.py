"""The same answers from a store and a server, for whom and when chance draws."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import items, states_by_weight
from hedgerow.graph.store import Store
from hedgerow.queries.timeline import timeline
from tests.neo4j import Neo4j
from tests.queries.serving import Both, both

pytestmark = pytest.mark.neo4j

CLAIMS = 1500
BUSIEST = states_by_weight()[:5]
PAIRS = st.lists(st.sampled_from(states_by_weight()[:40]), min_size=2, max_size=2, unique=True)
DAYS = st.builds(
    lambda day, digits: day.isoformat()[:digits],
    st.dates(dt.date(1989, 1, 1), dt.date(2027, 1, 1)),
    st.sampled_from((4, 7, 10)),
)
"""As `2023`, `2023-09` or `2023-09-10`."""


@pytest.fixture(scope="module")
def asked(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    with Store.open(tmp_path_factory.mktemp("synthetic") / "store") as store:
        store.add(items(CLAIMS))
        with both(store, neo4j_server) as served:
            yield served


@pytest.mark.parametrize("actor", BUSIEST)
def test_busy_actors(asked: Both, actor: str) -> None:
    for name in ("levels", "partners", "arms"):
        asked.answer_alike(name, a=actor)
    assert timeline(asked.server, actor) == timeline(asked.store, actor)


def test_busy_pairs(asked: Both) -> None:
    for a, b in combinations(BUSIEST, 2):
        asked.answer_alike("levels", a=a, b=b)
        asked.answer_alike("ties", a=a, b=b)
        assert timeline(asked.server, a, b) == timeline(asked.store, a, b)


@settings(max_examples=30, deadline=None)
@given(pair=PAIRS, days=st.tuples(DAYS, DAYS))
def test_any_pair_at_any_time(asked: Both, pair: list[str], days: tuple[str, str]) -> None:
    a, b = pair
    first, last = sorted(days)
    asked.answer_alike("ties", a=a, b=b, from_=first, to=last)
    asked.answer_alike("levels", a=a, b=b, at=first)
    asked.answer_alike("levels", a=a, at=last)
    asked.answer_alike("partners", a=a, at=first)
    asked.answer_alike("arms", a=b)
    asked.answer_alike("documents", from_=first, to=last)
