"""The library of questions: every `.rq` file of the folder `library`."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from hedgerow.errors import UsageError
from hedgerow.queries.header import Question, parse_question


@cache
def questions() -> Mapping[str, Question]:
    """The questions by name, in alphabetical order."""
    found = {}
    for file in sorted((files("hedgerow.queries") / "library").iterdir(), key=lambda f: f.name):
        name, _, suffix = file.name.rpartition(".")
        if suffix == "rq":
            found[name] = parse_question(name, file.read_text("utf-8"))
    return MappingProxyType(found)


def question(name: str) -> Question:
    """A question by its name; UsageError with a near match if there is none."""
    found = questions().get(name)
    if found is not None:
        return found
    near = get_close_matches(name, questions(), n=1)
    hint = f"did you mean {near[0]}?" if near else f"choose one of {', '.join(questions())}."
    raise UsageError(f"There is no question called {name!r}; {hint}")
