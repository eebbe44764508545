"""One request to an OpenAI-compatible interface, patiently, and never more than we can hold.

httpx alone: a client library would add headers from the environment, follow redirects with the key,
and read an answer of any length.
"""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import httpx
from pydantic import BaseModel, Field, ValidationError

from hedgerow.loaders.extraction.llm.settings import Settings
from hedgerow.loaders.extraction.llm.tally import Tally

LONGEST_ANSWER = 1_000_000
"""Bytes."""
RETRIES = 2
LONGEST_PAUSE = 60.0
"""Seconds that a server may ask us to wait."""

Message: TypeAlias = Mapping[str, str]
Body: TypeAlias = dict[str, Any]


class Unanswered(Exception):
    """No answer came. The text is the reason in our words, never the server's."""

    def __init__(self, reason: str, *, passing: bool = False, pause: float = 0.0) -> None:
        super().__init__(reason)
        self.passing = passing
        self.pause = pause


class _Rejected(Unanswered):
    """The server does not take a request of this form."""


class _Words(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Words


class _Reply(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


class Connection:
    """Sends questions to one model; `wait` sleeps for a number of seconds."""

    def __init__(
        self, settings: Settings, tally: Tally, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self.model = settings.model
        self._settings = settings
        self._tally = tally
        self._wait = wait
        self._takes_schemas = True
        self._http = httpx.Client(
            headers={
                "Accept-Encoding": "identity",
                **({"Authorization": f"Bearer {settings.key}"} if settings.key else {}),
            },
            timeout=settings.timeout,
            follow_redirects=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def ask(self, messages: Sequence[Message], name: str, schema: Body) -> str:
        """The words of the model's answer; empty where the reply holds none.

        Raises:
            Unanswered: the server could not be reached, refused, or took too long.
            BudgetSpent: no request is left.
        """
        body: Body = {"model": self.model, "messages": list(messages), "temperature": 0}
        schema_form = {"name": name, "strict": True, "schema": schema}
        if self._takes_schemas:
            try:
                return self._patiently(
                    body | {"response_format": {"type": "json_schema", "json_schema": schema_form}}
                )
            except _Rejected:
                answer = self._patiently(body | {"response_format": {"type": "json_object"}})
                self._takes_schemas = False
                return answer
        return self._patiently(body | {"response_format": {"type": "json_object"}})

    def _patiently(self, body: Body) -> str:
        for attempt in range(RETRIES + 1):
            self._tally.spend(again=attempt > 0)
            try:
                return self._once(body)
            except Unanswered as error:
                if not error.passing or attempt == RETRIES:
                    raise
                backoff = self._settings.pause * 2**attempt * random.uniform(1, 1.25)
                self._wait(max(backoff, error.pause))
        raise AssertionError

    def _once(self, body: Body) -> str:
        url = self._settings.url.rstrip("/") + "/chat/completions"
        try:
            with self._http.stream("POST", url, json=body) as response:
                _check(response)
                content = self._content(response)
        except httpx.TimeoutException as error:
            raise Unanswered("timed out", passing=True) from error
        except httpx.TransportError as error:
            raise Unanswered("could not be reached", passing=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise Unanswered("nothing that could be sent or read") from error
        try:
            return _Reply.model_validate_json(content).choices[0].message.content
        except ValidationError:
            return ""

    def _content(self, response: httpx.Response) -> bytes:
        """The body, unless it is too long or too slow in coming."""
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Unanswered("packed answer")  # one piece of it could unpack to any length
        deadline = time.monotonic() + self._settings.timeout
        content = bytearray()
        for chunk in response.iter_raw():
            content += chunk
            if len(content) > LONGEST_ANSWER:
                raise Unanswered("answer too long")
            if time.monotonic() > deadline:
                raise Unanswered("timed out", passing=True)
        return bytes(content)


def _check(response: httpx.Response) -> None:
    code = response.status_code
    if code == httpx.codes.OK:
        return
    if code in {httpx.codes.BAD_REQUEST, httpx.codes.UNPROCESSABLE_ENTITY}:
        raise _Rejected(f"server answered {code}")
    passing = code in {httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS} or code >= 500
    asked = response.headers.get("retry-after", "")
    pause = min(float(asked), LONGEST_PAUSE) if asked.isascii() and asked.isdigit() else 0.0
    raise Unanswered(f"server answered {code}", passing=passing, pause=pause)
