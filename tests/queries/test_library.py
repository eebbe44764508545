from importlib.resources import files

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.header import Question
from hedgerow.queries.library import part, question, questions
from hedgerow.queries.parameters import usage
from hedgerow.queries.values import NOBODY

SIX = {"arms", "documents", "evidence", "levels", "partners", "ties"}
DERIVED = {"pair", "alone"}


def parts() -> list[Question]:
    folder = files("hedgerow.queries") / "parts"
    names = sorted(f.name.removesuffix(".rq") for f in folder.iterdir() if f.name.endswith(".rq"))
    return [part(name) for name in names]


def test_offers_the_six_questions_with_title_and_description() -> None:
    assert questions().keys() >= SIX
    assert all(each.title and each.description for each in questions().values())


@pytest.mark.parametrize("name", sorted(SIX))
def test_every_parameter_reaches_its_query(name: str) -> None:
    asked = question(name)
    stated = {parameter.name for parameter in asked.parameters}
    assert asked.bound - DERIVED <= stated
    assert stated - asked.bound <= {"a", "b"}


@pytest.mark.parametrize("name", sorted(SIX))
def test_describes_every_parameter_and_column(name: str) -> None:
    asked = question(name)
    assert all(parameter.description for parameter in asked.parameters)
    assert all(column.description for column in asked.columns)


def test_every_query_is_sparql(store: Store) -> None:
    for each in (*questions().values(), *parts()):
        store.query(each.sparql, dict.fromkeys(each.bound, NOBODY))


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
