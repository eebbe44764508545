"""Each question in SPARQL and its twin in Cypher: the same parameters in, the same columns out."""

import re

import pyoxigraph as ox
import pytest

from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.questions.header import Question
from hedgerow.queries.questions.library import question, questions
from hedgerow.queries.questions.parsing import names_in
from hedgerow.queries.questions.values import NOBODY
from hedgerow.queries.reading.from_store import PROPERTIES
from tests.queries.test_library import parts

ACTORS = {"a", "b"}
"""What `$pair` and `$alone` are made of; a query may use either."""
OF_STORES = {"ids", "rests_on"}
"""How a store reads faster, and what a server holds too little for."""
_RESULT = re.compile(r"^RETURN .*", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"\bAS `?(\w+)`?")
_NODE = re.compile(r"\(\w*(?::\w+)+(?: \{[^}]*})?\)")

ASKED = [each for each in (*questions().values(), *parts()) if each.sparql]
TWINS = [each for each in ASKED if each.name not in OF_STORES]


def cypher(asked: Question) -> str:
    assert asked.cypher is not None, f"{asked.name}.cypher is missing"
    return asked.cypher


def by_name(asked: Question) -> str:
    return asked.name


def test_only_what_is_made_for_stores_has_no_twin() -> None:
    assert {each.name for each in ASKED if each.cypher is None} == OF_STORES


@pytest.mark.parametrize("asked", TWINS, ids=by_name)
def test_takes_the_same_parameters(asked: Question) -> None:
    assert names_in(cypher(asked)) - ACTORS == asked.bound - ACTORS


@pytest.mark.parametrize("asked", TWINS, ids=by_name)
def test_gives_the_same_columns(asked: Question, store: Store) -> None:
    solutions = store.query(asked.sparql, dict.fromkeys(asked.bound, NOBODY))
    assert isinstance(solutions, ox.QuerySolutions)
    given = {each.value for each in solutions.variables}
    if PROPERTIES in given:
        given = {each.name for each in asked.all}
    (result,) = _RESULT.findall(cypher(asked))
    assert set(_NAMED.findall(result)) == given


@pytest.mark.parametrize("asked", TWINS, ids=by_name)
def test_reads_nodes_of_ours_only(asked: Question) -> None:
    nodes = _NODE.findall(cypher(asked))
    assert nodes
    assert all(":Hedgerow" in node for node in nodes)


def test_arms_are_all_types_of_that_family() -> None:
    (listed,) = re.findall(r"event\.type IN \[(.+)]", cypher(question("arms")))
    types = {name for name, each in vocabulary().tie_types.items() if each.family == "arms"}
    assert set(re.findall(r"'(\w+)'", listed)) == types
