"""What went wrong with a request: always one sentence, as `{"error": "..."}`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from hedgerow.errors import HedgerowError, ServerError, StoreBusy, StoreError, UnknownActor

STATUS: Mapping[type[HedgerowError], int] = {
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


def _ours(_: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return JSONResponse({"error": str(error)}, status)


def _not_here(request: Request, error: HTTPException) -> Response:
    nothing = error.detail == HTTPStatus.NOT_FOUND.phrase
    sentence = f"There is nothing at {request.url.path}." if nothing else str(error.detail)
    return JSONResponse({"error": sentence}, error.status_code, headers=error.headers)


def _misread(_: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return JSONResponse({"error": f"{where}: {first['msg'].rstrip('.')}."}, 422)


HANDLERS: dict[int | type[Exception], Callable[[Request, Any], Any]] = {
    HedgerowError: _ours,
    HTTPException: _not_here,
    RequestValidationError: _misread,
}
