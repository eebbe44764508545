"""What went wrong with a request: always one sentence, as `{"error": "..."}`."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from hedgerow.errors import (
    HedgerowError,
    ServerError,
    StoreBusy,
    StoreError,
    UnknownActor,
    UsageError,
)
from hedgerow.viz.explorer.lookbacks import LookBacksWaiting

STATUS: Mapping[type[HedgerowError], int] = {
    LookBacksWaiting: 503,
    UnknownActor: 404,
    StoreBusy: 409,
    StoreError: 503,
    ServerError: 502,
}
"""The answer's code for an error of ours where it is not 400."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request cannot be answered."""

    error: str


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Problem, "description": "Why it cannot be answered, in one sentence."}
}


MISREAD: Mapping[str, str] = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_pattern_mismatch": "has not the form that it needs",
    "string_too_short": "must not be empty",
    "string_too_long": "may have {max_length} characters at most",
    "too_short": "needs {min_length} at least",
    "too_long": "may have {max_length} at most",
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "value_error": "{error}",
    "json_invalid": "is no JSON",
}
"""What is wrong with a parameter, by the validator's name of it."""
MOST_TOLD = 1000
"""No sentence repeats more than this of what was asked."""


@contextmanager
def sought() -> Iterator[None]:
    """For what is looked up by its id: the answer is 404 where nothing answers to that."""
    try:
        yield
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def _ours(_: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return _told(str(error), status)


def _told(sentence: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    if len(sentence) > MOST_TOLD:
        ends = MOST_TOLD // 3
        sentence = f"{sentence[:ends]} … {sentence[-ends:]}"
    return JSONResponse({"error": sentence}, status, headers=headers)


def _not_here(request: Request, error: HTTPException) -> Response:
    nothing = error.detail == HTTPStatus.NOT_FOUND.phrase
    sentence = f"There is nothing at {request.url.path}." if nothing else str(error.detail)
    return _told(sentence, error.status_code, error.headers)


def _misread(_: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    parts = [part for part in first["loc"] if isinstance(part, str)]
    where = ".".join(parts[1:]) or parts[0]
    wrong = MISREAD.get(first["type"], "cannot be read").format(**first.get("ctx", {}))
    return _told(f"{where} {wrong}.", 422)


HANDLERS: dict[int | type[Exception], Callable[[Request, Any], Any]] = {
    HedgerowError: _ours,
    HTTPException: _not_here,
    RequestValidationError: _misread,
}
