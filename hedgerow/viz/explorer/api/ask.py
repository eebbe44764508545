"""The library of questions, each under its name with its own parameters."""

import json
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

from hedgerow.queries.asking import Answer
from hedgerow.queries.asking import ask as ask_question
from hedgerow.queries.questions.library import question, questions
from hedgerow.viz.explorer.answers import Answered, Question, answered, described
from hedgerow.viz.explorer.asked import ReaderAsked, last_day
from hedgerow.viz.explorer.downloads import attachment, csv_of

router = APIRouter(tags=["questions"])
OURS = frozenset(("known", "offset", "limit"))
"""What a request says of itself, not of the question."""
AT = "at"


@router.get("/api/questions")
def all_questions() -> list[Question]:
    """The questions that can be asked, with their parameters and columns."""
    return [described(each) for each in questions().values()]


@router.get("/api/ask/{name}")
def ask(name: str, request: Request, reader: ReaderAsked) -> Answered:
    """The answer to a question: in one line of words, then the rows.

    The question's own parameters stand in the address: `/api/ask/levels?a=Vietnam&at=2025-08-22`.
    Where it has no `at`, the answer says that the day is not heeded.
    """
    given = _given(request)
    own = {parameter.name for parameter in question(name).parameters}
    unheeded = last_day(given.pop(AT)) if AT in given and AT not in own else None
    return answered(ask_question(reader, name, given), unheeded)


@router.get("/export/ask/{name}.{form}", response_class=Response)
def export(
    name: str, form: Literal["csv", "json"], request: Request, reader: ReaderAsked
) -> Response:
    """The same as a file: the rows as CSV, or all of the answer as JSON."""
    answer = ask_question(reader, name, _given(request))
    file = "-".join([name, *answer.parameters.values()])
    content = csv_of(*answer.table()) if form == "csv" else _as_json(answer)
    return attachment(content, file, form)


def _given(request: Request) -> dict[str, str]:
    return {key: value for key, value in request.query_params.items() if key not in OURS and value}


def _as_json(answer: Answer) -> bytes:
    told = {
        "question": answer.question,
        "parameters": dict(answer.parameters),
        "in_words": answer.in_words,
        "notes": answer.notes,
        "rows": [dict(row) for row in answer.rows],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
