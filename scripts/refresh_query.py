"""Ask a SPARQL service for the holders of offices, a page and a few states at a time."""

from collections.abc import Iterator, Sequence
from string import Template

import urllib3
from pydantic import BaseModel, Field, ValidationError
from refresh_settings import Settings

PASSING_FAULTS = (429, 500, 502, 503, 504)
LONGEST_WAIT = 300  # seconds


class RefreshError(Exception):
    """The service gave no answer that can be used; the text says what to do."""


class Cell(BaseModel):
    """One value of a solution."""

    value: str


class Solutions(BaseModel):
    """The solutions of a query; a variable without a value is left out."""

    bindings: list[dict[str, Cell]]


class Answer(BaseModel):
    """An answer in the SPARQL 1.1 Query Results JSON Format."""

    results: Solutions


class Statement(BaseModel):
    """That a person held a position, as the query gives it; what is unknown is empty."""

    office: str
    state: str
    held: str
    person: str
    name: str = ""
    aliases: str = ""
    title: str = ""
    start: str = ""
    start_precision: int = Field(0, alias="startPrecision")
    end: str = ""
    end_precision: int = Field(0, alias="endPrecision")
    over: bool = False
    acting: bool = False


class PatientRetry(urllib3.Retry):
    """Waits as long as a server asks, and gives up where that is too long."""

    def parse_retry_after(self, retry_after: str) -> float:
        """Seconds to wait; RefreshError where they are more than `LONGEST_WAIT`."""
        seconds = super().parse_retry_after(retry_after)
        if seconds > LONGEST_WAIT:
            raise RefreshError(
                f"The service asks to wait (Retry-After: {retry_after}); run again after that."
            )
        return seconds


class Service:
    """A SPARQL endpoint, asked one query at a time."""

    def __init__(self, endpoint: str, user_agent: str, timeout: float, retries: int) -> None:
        self._endpoint = endpoint
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": user_agent, "Accept": "application/sparql-results+json"},
            timeout=timeout,
            retries=PatientRetry(
                total=retries,
                backoff_factor=1,
                allowed_methods=None,  # a query sent by POST changes nothing
                status_forcelist=PASSING_FAULTS,
                raise_on_status=False,
            ),
        )

    def ask(self, query: str, office: str) -> list[Statement]:
        """What a query for holders of an office gives; RefreshError where that cannot be read."""
        try:
            response = self._pool.request(
                "POST",
                self._endpoint,
                fields={"query": query, "format": "json"},
                encode_multipart=False,
            )
        except urllib3.exceptions.HTTPError as fault:
            reason = getattr(fault, "reason", None) or fault
            raise RefreshError(
                f"No answer from {self._endpoint} ({reason}); "
                "check the network, or name another service with --endpoint."
            ) from fault
        if response.status != 200:
            raise RefreshError(_refusal(self._endpoint, response.status))
        try:
            answer = Answer.model_validate_json(response.data)
            return [_statement(solution, office) for solution in answer.results.bindings]
        except ValidationError as fault:
            raise RefreshError(
                f"{self._endpoint} answered with something that is not a result in JSON; the query "
                "may have run out of time: run again later, or for fewer states with --state."
            ) from fault


def _statement(solution: dict[str, Cell], office: str) -> Statement:
    values = {name: cell.value for name, cell in solution.items()}
    return Statement.model_validate({**values, "office": office})


def _refusal(endpoint: str, status: int) -> str:
    if status == 429:
        return f"{endpoint} still answers HTTP 429, too many requests; run again later."
    if status == 403:
        return f"{endpoint} answered HTTP 403; say who you are with --contact."
    return f"{endpoint} answered HTTP {status}; run again later."


def holders(service: Service, settings: Settings, states: Sequence[str]) -> Iterator[Statement]:
    """Every statement that a person held one of the offices of one of the states."""
    step = settings.states_per_query
    for office in settings.offices:
        for first in range(0, len(states), step):
            yield from _pages(service, settings, office, states[first : first + step])


def _pages(
    service: Service, settings: Settings, office: str, states: Sequence[str]
) -> Iterator[Statement]:
    template, page, offset = Template(settings.query), list[Statement](), 0
    while offset == 0 or len(page) == settings.page_size:
        query = template.substitute(
            states=" ".join(f'"{state}"' for state in states),
            position=settings.offices[office],
            since=settings.since.isoformat(),
            limit=settings.page_size,
            offset=offset,
        )
        before, page = page, service.ask(query, office)
        if page and page == before:
            raise RefreshError("The service gives the same page over and over; name another one.")
        yield from page
        offset += settings.page_size
