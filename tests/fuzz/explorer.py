"""The explorer's API: requests that follow its own description, and hostile ones."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree
from tempfile import TemporaryDirectory, mkdtemp
from urllib.parse import quote

from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from tests.fuzz.mutating import mutated
from tests.fuzz.questions import DATES, ODD, value
from tests.fuzz.target import Target, holds
from tests.viz.explorer.conftest import ORIGIN, PORT, TOKEN, client_of, made

METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")
WRITING = frozenset({"POST"})
"""All other methods are refused or only read, as the API describes itself."""
BODIES = (b"", b"{}", b"[]", b"null", b"{", b"\xff", b'{"a":' * 9000, b"[" * 60_000, b"x" * 10**7)
PATHS = (
    "/", "/api/..", "/static/js/../../app.py", "/static/js/%2e%2e/%2e%2e/app.py", "//etc/passwd",
    "/static/vendor/..%5c..%5capp.py", "/static/css/%00", "/api/edges/%00", "/api/documents/%ff",
    "/static/js//etc/passwd", "/api/openapi.json", "/static/network/", "/api/edges/" + "a/" * 500,
)  # fmt: skip
NAMES = ("a", "b", "at", "from", "to", "known", "about", "type", "form", "limit", "page", "text")
HEADERS = (
    ("host", "evil.example"), ("host", f"127.0.0.1:{PORT}@evil"), ("origin", "null"),
    ("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("cookie", "=;;;=" * 99),
    ("content-length", "-1"), ("content-type", "application/xml"), ("accept", "*/*;q=x"),
    ("x-hedgerow-token", ""), ("x-hedgerow-token", "wrong"), ("range", "bytes=-1-,x"),
    ("if-modified-since", "Thu, 99 Foo 20244"), ("x-long", "y" * 60_000),
    ("expect", "100-continue"),
)  # fmt: skip
FORBIDDEN = ("Traceback", "root:x:", TOKEN)
"""What no answer may hold but the page, which carries the token."""


def targets() -> Iterator[Target]:
    """Hostile requests; those by the description are in `described`."""
    yield Target("api/hostile", 5, _make, _check)


@cache
def client() -> TestClient:
    """A client of an explorer over a small store in a folder of its own."""
    return client_of(_place())


@contextmanager
def client_for(method: str) -> Iterator[TestClient]:
    """A client for one request; what may write has a copy of the store that no other meets."""
    if method not in WRITING:
        yield client()
        return
    with TemporaryDirectory(prefix="hedgerow-fuzz-") as folder:
        yield client_of(copytree(_place(), Path(folder) / "made.store"))


@cache
def _place() -> Path:
    return made(Path(mkdtemp(prefix="hedgerow-fuzz-")) / "made.store")


@cache
def paths() -> tuple[str, ...]:
    """The addresses that the API describes, with names of parts in braces."""
    return tuple(sorted(client().get("/api/openapi.json").json()["paths"]))


@cache
def parts() -> tuple[str, ...]:
    """What may stand in an address: ids of what the store holds, names, and odd things."""
    with Store.read(_place()) as held:
        kinds = (held.events(), held.ties(), held.claims(), held.documents())
        ids = tuple(each.id for kind in kinds for each in kind)
    return (*ids, "VNM", "ASEAN", "levels", "ties", "csv", "svg", "json", "ics", "xlsx", *ODD[:8])


def _make(chance: Random) -> bytes:
    path = chance.choice(PATHS) if chance.random() < 0.1 else chance.choice(paths())
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        path = path[:start] + quote(value(chance, parts()), safe="/:") + path[end + 1 :]
    query = {name: value(chance, (*DATES, "VNM", "CHN", "USA")) for name in _some(chance, NAMES)}
    body = chance.choice(BODIES) if chance.random() < 0.1 else b""
    if chance.random() < 0.1:
        body = mutated(chance, b'{"decision":"note","claims":["claim/0"],"by":"me","note":"x"}')
    headers = dict(chance.choices(HEADERS, k=1)) if chance.random() < 0.3 else {}
    sent = body.decode("latin-1")
    told = {"method": chance.choice(METHODS), "path": path, "query": query, "headers": headers}
    return json.dumps({**told, "body": sent}).encode()


def _some(chance: Random, names: tuple[str, ...]) -> list[str]:
    return chance.sample(names, chance.choice((0, 1, 2, 2, 3, 4)))


def _check(data: bytes) -> None:
    asked = json.loads(data)
    with client_for(asked["method"]) as asking:
        answer = asking.request(
            asked["method"],
            f"{ORIGIN}{asked['path']}",
            params=asked["query"],
            headers={name: text.encode("utf-8") for name, text in asked["headers"].items()},
            content=asked["body"].encode("latin-1"),
            follow_redirects=False,
        )
    holds(answer.status_code < 500, f"the server does not fail: {answer.status_code}")
    holds(answer.headers["x-content-type-options"] == "nosniff", "every answer is guarded")
    path = answer.request.url.path  # as it was sent, without the dots in it
    if path != "/":
        for each in FORBIDDEN:
            holds(each not in answer.text, f"no answer tells {each}")
    if answer.status_code >= 400 and path.startswith("/api/") and answer.content:
        holds(isinstance(answer.json()["error"], str), "what is wrong is one sentence")
