"""The explorer's API as its own description has it, by schemathesis."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks
from starlette.testclient import TestClient

from hedgerow.viz.explorer.security import TOKEN_HEADER
from tests.fuzz.explorer import client, client_for
from tests.fuzz.questions import DATES
from tests.fuzz.target import Broken, Target, by_bytes
from tests.viz.explorer.conftest import PORT, TOKEN

BYTES = 4000
"""What hypothesis makes one request of."""
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
]
ACTORS = st.sampled_from(("VNM", "CHN", "USA", "RUS", "ASEAN", "Viet Nam"))
SOUND = {
    **dict.fromkeys(("a", "b", "actor", "state", "power", "body"), ACTORS),
    **dict.fromkeys(("from", "to", "at", "known", "on", "by"), st.sampled_from(DATES)),
}
"""Values by name of parameter that the description, which says only text, does not know."""


def targets() -> Iterator[Target]:
    """One for each operation."""
    for found in _schema().get_all_operations():
        operation = found.ok()
        name = f"described/{operation.method}{operation.path}"
        yield Target(name, 0.08, lambda chance: chance.randbytes(BYTES), _of(operation))


@cache
def _schema() -> Any:
    return schemathesis.openapi.from_asgi(
        "/api/openapi.json", client().app, headers=_headers(client())
    )


def _headers(client: TestClient) -> dict[str, str]:
    cookies = "; ".join(f"{name}={text}" for name, text in client.cookies.items())
    return {TOKEN_HEADER: TOKEN, "cookie": cookies, "host": f"127.0.0.1:{PORT}"}


def _of(operation: Any) -> Callable[[bytes], None]:
    @given(operation.as_strategy(), st.data())
    @settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def asked(case: Any, data: st.DataObject) -> None:
        for name in sorted({*(case.query or {}), *(case.path_parameters or {})} & SOUND.keys()):
            if data.draw(st.booleans()):
                place = case.query if name in (case.query or {}) else case.path_parameters
                place[name] = data.draw(SOUND[name])
        with client_for(case.method) as asking:
            case.call_and_validate(headers=_headers(asking), checks=CHECKS, app=asking.app)

    answered = by_bytes(asked)

    def check(data: bytes) -> None:
        try:
            answered(data)
        except FailureGroup as group:
            told = " ".join(str(group.exceptions[0]).split())
            raise Broken(f"{told[:200]} ({group.exceptions[0]!r})") from group

    return check
