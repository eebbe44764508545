"""The library of questions: every file of the folder `library`, queries with a twin in Cypher."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from hedgerow.errors import UsageError
from hedgerow.queries.questions.header import Question
from hedgerow.queries.questions.parsing import parse_question

SUFFIXES = ("rq", "question")
"""A query, or a header alone that a function answers."""


@cache
def questions() -> Mapping[str, Question]:
    """The questions by name, in alphabetical order."""
    stems = (
        file.name.rpartition(".") for file in (files("hedgerow.queries") / "library").iterdir()
    )
    names = sorted(name for name, _, suffix in stems if suffix in SUFFIXES)
    return MappingProxyType({name: _read("library", name) for name in names})


def question(name: str) -> Question:
    """A question by its name; UsageError with a near match if there is none."""
    found = questions().get(name)
    if found is not None:
        return found
    near = get_close_matches(name, questions(), n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(questions())}."
    raise UsageError(f"There is no question called {name!r}; {hint}")


@cache
def part(name: str) -> Question:
    """A query that questions are put together from; not one of the library's."""
    return _read("parts", name)


def _read(folder: str, name: str) -> Question:
    place = files("hedgerow.queries") / folder
    twin = place / f"{name}.cypher"
    cypher = twin.read_text("utf-8") if twin.is_file() else None
    found = (place / f"{name}.{suffix}" for suffix in SUFFIXES)
    text = next(file.read_text("utf-8") for file in found if file.is_file())
    return parse_question(name, text, cypher)
