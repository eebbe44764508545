import shlex
from importlib.resources import files

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.ontology.vocabulary import vocabulary
from hedgerow.queries.asking import ask
from hedgerow.queries.questions.header import Question
from hedgerow.queries.questions.library import part, question, questions
from hedgerow.queries.questions.parameters import named_arguments, usage
from hedgerow.queries.questions.values import NOBODY

DERIVED = {"pair", "alone"}
QUERIES = sorted(name for name, each in questions().items() if each.sparql)


def parts() -> list[Question]:
    folder = files("hedgerow.queries") / "parts"
    names = sorted(f.name.removesuffix(".rq") for f in folder.iterdir() if f.name.endswith(".rq"))
    return [part(name) for name in names]


@pytest.mark.parametrize("name", QUERIES)
def test_every_parameter_reaches_its_query(name: str) -> None:
    asked = question(name)
    stated = {parameter.name for parameter in asked.parameters}
    assert asked.bound - DERIVED <= stated
    assert stated - asked.bound <= {"a", "b"}


@pytest.mark.parametrize("name", sorted(questions()))
def test_describes_every_parameter_and_column(name: str) -> None:
    asked = question(name)
    assert asked.title
    assert asked.description
    assert asked.columns
    assert all(parameter.description for parameter in asked.parameters)
    assert all(column.description for column in asked.columns)


def test_every_query_is_sparql(store: Store) -> None:
    for each in (*map(question, QUERIES), *parts()):
        store.query(each.sparql, dict.fromkeys(each.bound, NOBODY))


@pytest.mark.parametrize("name", sorted(questions()))
def test_is_about_types_and_kinds_that_there_are(name: str) -> None:
    words = vocabulary()
    assert {*question(name).of} <= {*words.tie_types, *words.kinds}


def test_has_an_example_unless_it_needs_an_id() -> None:
    without = [each for each in questions().values() if not each.example]
    assert all(each.parameters[0].kind in {"edge", "document"} for each in without)


@pytest.mark.parametrize("name", [name for name, each in questions().items() if each.example])
def test_its_example_can_be_asked(name: str, examples: Store) -> None:
    asked = question(name)
    answer = ask(examples, name, named_arguments(asked, shlex.split(asked.example)))
    assert answer.in_words
    for row in answer.rows:
        assert list(row) == [column.name for column in answer.columns]


def test_names_a_near_match_for_an_unknown_question() -> None:
    with pytest.raises(UsageError, match="did you mean levels"):
        question("level")


def test_shows_how_to_call_a_question() -> None:
    assert usage(question("levels")) == "levels a [b] [at=newest]"


def test_rows_have_the_declared_columns_in_order(store: Store) -> None:
    for name, given in {
        "levels": {"a": "VNM"},
        "ties": {"a": "VNM", "b": "RUS"},
        "partners": {"a": "VNM"},
        "arms": {"a": "VNM"},
        "documents": {},
    }.items():
        answer = ask(store, name, given)
        assert answer.rows
        for row in answer.rows:
            assert list(row) == [column.name for column in answer.columns]
