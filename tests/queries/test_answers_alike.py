"""Every question has the same answer from a store and from a Neo4j server it was synced to."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from hedgerow.loaders.load import load
from hedgerow.queries.asking import Answer
from hedgerow.queries.contested import contested
from hedgerow.queries.questions.library import question, questions
from hedgerow.queries.questions.parameters import named_arguments
from hedgerow.queries.timeline import timeline
from tests.neo4j import Neo4j
from tests.queries.making import vietnam
from tests.queries.odd import add_odd
from tests.queries.serving import Both, both

pytestmark = pytest.mark.neo4j

EXAMPLES = Path(__file__).parents[2] / "examples"
PAIRS = ["VNM USA", "RUS VNM", "KHM CHN", "VNM JPN", "MYS THA", "THA KHM", "EGY x-hamas", "FJI PER"]
ACTORS = ["VNM", "USA", "CHN", "KHM", "MYS", "x-hamas", "FJI"]
RANGES = [
    {"from_": "2023"},
    {"to": "2016-10"},
    {"from_": "2020-05-02", "to": "2021"},
    {"from_": "2020-05", "to": "2020-05"},
    {"from_": "1900", "to": "1901"},
]


@pytest.fixture(scope="module")
def asked(neo4j_server: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    with Store.open(tmp_path_factory.mktemp("examples") / "store") as store:
        load(store, [str(EXAMPLES / "articles"), str(EXAMPLES / "milestones.csv")])
        store.add([article.item() for article in vietnam()])
        add_odd(store)
        with both(store, neo4j_server) as served:
            yield served


@pytest.mark.parametrize("at", [{}, {"at": "2010"}, {"at": "2023-09-09"}, {"at": "1950"}])
def test_levels(asked: Both, at: dict[str, str]) -> None:
    for actor in ACTORS:
        asked.answer_alike("levels", a=actor, **at)
    for pair in PAIRS:
        for a, b in (pair.split(), reversed(pair.split())):
            asked.answer_alike("levels", a=a, b=b, **at)


@pytest.mark.parametrize("at", [{}, {"at": "2010"}, {"at": "1950"}])
def test_partners(asked: Both, at: dict[str, str]) -> None:
    for actor in ACTORS:
        asked.answer_alike("partners", a=actor, **at)


def test_arms(asked: Both) -> None:
    for actor in ACTORS:
        asked.answer_alike("arms", a=actor)


@pytest.mark.parametrize("dates", [{}, *RANGES])
def test_ties(asked: Both, dates: dict[str, str]) -> None:
    for pair in PAIRS:
        a, b = pair.split()
        asked.answer_alike("ties", a=a, b=b, **dates)


def test_a_range_takes_in_its_first_and_last_day(asked: Both) -> None:
    dated = [event for event in asked.store.events() if event.date and len(event.actors) == 2]
    for event in dated[::5]:
        a, b = event.actors
        day = str(event.date)
        for dates in ({"from_": day, "to": day}, {"from_": day}, {"to": day}):
            told = asked.answer_alike("ties", a=a, b=b, **dates)
            assert isinstance(told, Answer)
            assert event.id in [row["id"] for row in told.rows]
        found = timeline(asked.server, a, b, start=day, end=day)
        assert found == timeline(asked.store, a, b, start=day, end=day)


@pytest.mark.parametrize("dates", [{}, {"from_": "0001"}, *RANGES])
def test_documents(asked: Both, dates: dict[str, str]) -> None:
    asked.answer_alike("documents", **dates)


@pytest.mark.parametrize("name", [name for name, each in questions().items() if each.example])
def test_the_example_of_each_question(asked: Both, name: str) -> None:
    wanted = question(name)
    given = named_arguments(wanted, shlex.split(wanted.example))
    asked.answer_alike(name, **{f"{word}_": value for word, value in given.items()})


def test_evidence(asked: Both) -> None:
    edges = [*asked.store.events(), *asked.store.ties()]
    for edge in edges[::3]:
        assert isinstance(asked.answer_alike("evidence", id=edge.id), Answer)
    for claim in list(asked.store.claims())[::5]:
        assert isinstance(asked.answer_alike("evidence", id=claim.id), Answer)


def test_evidence_by_a_former_id(asked: Both) -> None:
    former = [each for event in asked.store.events() for each in event.formerly]
    assert former
    for each in former:
        assert isinstance(asked.answer_alike("evidence", id=each), Answer)


def test_evidence_by_the_first_digits(asked: Both) -> None:
    for event in list(asked.store.events())[:20]:
        digits = event.id.removeprefix("event/")
        asked.answer_alike("evidence", id=digits[:6])
        asked.answer_alike("evidence", id=f"event/{digits[:8]}")
        asked.answer_alike("evidence", id=f"tie/{digits[:8]}")


@pytest.mark.parametrize(
    "id_", ["event/000000", f"event/{'0' * 32}", f"tie/{'0' * 32}", f"claim/{'0' * 32}", "x"]
)
def test_what_is_not_there_is_refused_in_the_same_words(asked: Both, id_: str) -> None:
    assert isinstance(asked.answer_alike("evidence", id=id_), str)


@pytest.mark.parametrize("start", [None, "2020-05-02"])
@pytest.mark.parametrize("end", [None, "2023"])
def test_timelines(asked: Both, start: str | None, end: str | None) -> None:
    for who in [(actor, None) for actor in ACTORS] + [tuple(pair.split()) for pair in PAIRS]:
        told = timeline(asked.store, *who, start=start, end=end)
        assert timeline(asked.server, *who, start=start, end=end) == told


def test_contested_matters(asked: Both) -> None:
    assert contested(asked.server) == contested(asked.store) != []


def test_a_place_without_an_address_is_told_by_its_path(asked: Both) -> None:
    entries = timeline(asked.server, "VNM", "KOR", start="2020-05", end="2020-05").entries
    (call,) = [each for each in entries if each.type == "call"]
    assert [source.address for source in call.sources] == ["w/copy.txt"]
