from pathlib import Path

import pytest
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.testclient import TestClient

from hedgerow.viz.explorer.app import create_app
from hedgerow.viz.explorer.holdings import StoreHoldings
from hedgerow.viz.explorer.messages import HEADERS, MOST_BYTES
from hedgerow.viz.explorer.problems import MOST_TOLD
from hedgerow.viz.explorer.security import TOKEN_HEADER
from tests.viz.explorer.conftest import ORIGIN, PORT, TOKEN, client_of

COOKIE = f"hedgerow-{PORT}"


class Sent(BaseModel):
    text: str


@pytest.fixture
def stranger(store_path: Path) -> TestClient:
    return client_of(store_path, known=False)


@pytest.fixture
def writable(store_path: Path) -> TestClient:
    """A client of an explorer with a route that takes something, and one that fails."""
    client = client_of(store_path)
    app = client.app
    assert isinstance(app, FastAPI)

    @app.post("/api/sent")
    def sent(given: Sent) -> int:
        return len(given.text)

    @app.get("/api/fails")
    def fails() -> int:
        raise RuntimeError("a secret path")

    return client


def test_the_printed_address_opens_it(stranger: TestClient) -> None:
    answer = stranger.get(f"/?token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert stranger.get("/").status_code == 200
    assert stranger.get("/api/status").status_code == 200


def test_the_cookie_that_other_ports_get_too_is_not_the_token(
    stranger: TestClient, explorer: TestClient
) -> None:
    stranger.get("/", params={"token": TOKEN})
    given = stranger.cookies[COOKIE]
    assert TOKEN not in given and given != explorer.cookies[COOKIE]
    answer = stranger.post("/api/judgements", headers={TOKEN_HEADER: given})
    assert (answer.status_code, TOKEN_HEADER in answer.text) == (403, True)
    stranger.cookies.clear()
    stranger.cookies.set(COOKIE, TOKEN)
    assert stranger.get("/api/status").status_code == 403


def test_who_has_the_cookie_alone_cannot_get_the_token(stranger: TestClient) -> None:
    first = stranger.get("/", params={"token": TOKEN})
    assert TOKEN in first.text
    for path in ("/", "/?token=wrong", "/?token=", "/index.html", "/static/js/lib/api.js"):
        answer = stranger.get(path)
        assert TOKEN not in answer.text + str(answer.headers), path
    assert "hedgerow-token" not in stranger.get("/").text
    assert stranger.post("/api/judgements", json={}).status_code == 403


@pytest.mark.parametrize(
    "others", ['prefs={"theme":"dark"}', "a b; =; ;;", 'q="x;y', f"{COOKIE}=old"]
)
def test_cookies_of_other_programs_of_this_machine_lock_nobody_out(
    stranger: TestClient, others: str
) -> None:
    stranger.get("/", params={"token": TOKEN})
    own = f"{COOKIE}={stranger.cookies[COOKIE]}"
    for cookie in (f"{others}; {own}", f"{own}; {others}"):
        assert stranger.get("/api/status", headers={"cookie": cookie}).status_code == 200
    assert stranger.get("/api/status", headers={"cookie": others}).status_code == 403


def test_a_link_on_another_site_says_how_to_open_it(explorer: TestClient) -> None:
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = explorer.get("/", headers=followed)
    assert answer.status_code == 403
    assert "address bar" in answer.text


def test_head_tells_what_get_would(explorer: TestClient) -> None:
    for path in ("/", "/api/status", "/static/js/main.js"):
        asked, told = explorer.get(path), explorer.head(path)
        assert (told.status_code, told.content) == (200, b"")
        assert told.headers["content-length"] == str(len(asked.content))


@pytest.mark.parametrize("path", ["/", "/?token=wrong", "/api/status", "/static/js/main.js"])
def test_without_the_token_nothing_is_told(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 403
    assert "open the address" in answer.text
    assert "hedgerow-token" not in answer.text


def test_the_token_of_an_earlier_start_is_refused(stranger: TestClient) -> None:
    stranger.cookies.set(COOKIE, "of-an-earlier-start")
    assert stranger.get("/api/status").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "[::1]:8470", ""]
)
def test_a_name_made_to_point_here_is_refused(explorer: TestClient, host: str) -> None:
    assert explorer.get("/api/status", headers={"host": host}).status_code == 403


def test_both_names_of_this_machine_are_let_through(explorer: TestClient) -> None:
    for name in ("127.0.0.1", "localhost"):
        answer = explorer.get("/api/status", headers={"host": f"{name}:{PORT}"})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": f"127.0.0.1:{PORT}"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_other_sites_are_refused_with_everything_else_right(
    explorer: TestClient, headers: dict[str, str]
) -> None:
    answer = explorer.get("/api/status", headers=headers)
    assert answer.status_code == 403
    assert answer.json() == {"error": "Another site asked this; open the explorer itself."}


def test_the_pages_own_requests_are_let_through(explorer: TestClient) -> None:
    own = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
    assert explorer.get("/api/status", headers=own).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_what_may_write_needs_the_token_in_a_header_too(explorer: TestClient, method: str) -> None:
    for token in ("", "wrong"):
        answer = explorer.request(method, "/api/judgements", headers={TOKEN_HEADER: token})
        assert answer.status_code == 403
        assert TOKEN_HEADER in answer.json()["error"]


def test_no_other_site_is_told_that_it_may_ask(explorer: TestClient) -> None:
    answer = explorer.options(
        "/api/status", headers={"origin": "https://evil.example", TOKEN_HEADER: TOKEN}
    )
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/%2e%2e/index.html.j2",
        "/static/js/..%2f..%2fapp.py",
        "/static/js/....//index.html.j2",
        "/static/vendor/%2e%2e/%2e%2e/errors.py",
        "/static/css//etc/passwd",
        "/static/vendor/%00",
        "/static/index.html.j2",
    ],
)
def test_files_beside_the_static_ones_stay_out_of_reach(explorer: TestClient, path: str) -> None:
    assert explorer.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/api/status", 200),
        ("/static/js/main.js", 200),
        ("/static/design.css", 200),
        ("/api/nothing", 404),
        ("/api/ask/levels?a=Nowhere", 404),
        ("/api/fails", 500),
    ],
)
def test_every_answer_has_the_headers(writable: TestClient, path: str, status: int) -> None:
    answer = writable.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert writable.get(path, headers={"host": "evil"}).headers["x-frame-options"] == "DENY"


def test_a_failure_tells_nothing_of_the_inside(writable: TestClient) -> None:
    answer = writable.get("/api/fails")
    assert "terminal" in answer.json()["error"]
    assert "secret" not in answer.text


def test_long_bodies_are_refused_whatever_length_they_state(writable: TestClient) -> None:
    assert writable.post("/api/sent", json={"text": "x" * 1000}).json() == 1000
    long = b'{"text": "' + b"x" * 10_000_000 + b'"}'
    as_json = {"content-type": "application/json"}
    for headers in (as_json, as_json | {"content-length": "10"}):
        answer = writable.post("/api/sent", content=long, headers=headers)
        assert answer.status_code == 413
        assert f"{MOST_BYTES:,}" in answer.json()["error"]
    pieces = writable.post("/api/sent", content=iter([long[:60_000]] * 3), headers=as_json)
    assert pieces.status_code == 413


def test_what_is_not_there_is_told_in_json(explorer: TestClient) -> None:
    answer = explorer.get("/api/nothing")
    assert (answer.status_code, answer.json()) == (
        404,
        {"error": "There is nothing at /api/nothing."},
    )
    wrong = explorer.delete("/api/status")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET")
    assert list(wrong.json()) == ["error"]


def test_wrong_parameters_are_told_in_one_sentence(writable: TestClient) -> None:
    for answer in (writable.get("/api/actors"), writable.post("/api/sent", json={})):
        assert answer.status_code == 422
        assert list(answer.json()) == ["error"]
    assert writable.get("/api/actors").json()["error"] == "q is missing."
    as_json = {"content-type": "application/json"}
    broken = writable.post("/api/sent", content="{", headers=as_json)
    assert (broken.status_code, broken.json()["error"]) == (422, "body is no JSON.")
    assert "2023-09-10" in writable.get("/api/status?known=soon").json()["error"]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/api/documents?limit=9999", "limit must be 500 or less."),
        ("/api/documents?offset=x", "offset must be a whole number."),
        ("/api/claims/claim/x", "id has not the form that it needs."),
        ("/api/path?a=USA&b=VNM&through=x", "through must be 'states' or 'all'."),
        (f"/api/actors?q={'x' * 300}", "q may have 200 characters at most."),
    ],
)
def test_no_validator_speaks_to_people(explorer: TestClient, path: str, sentence: str) -> None:
    answer = explorer.get(path)
    assert (answer.status_code, answer.json()) == (422, {"error": sentence})


@pytest.mark.parametrize("path", ["/api/actors/{}", "/api/{}", "/api/network?at={}", "/api/ask/{}"])
def test_long_input_is_not_repeated(explorer: TestClient, path: str) -> None:
    answer = explorer.get(path.format("x" * 20_000))
    assert 400 <= answer.status_code < 500
    assert len(answer.json()["error"]) <= MOST_TOLD


def test_the_api_documents_itself_and_its_errors(explorer: TestClient) -> None:
    document = explorer.get("/api/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert "HTTPValidationError" not in schemas
    assert schemas["Problem"]["required"] == ["error"]
    for path, methods in document["paths"].items():
        for asked in methods.values():
            assert asked.get("summary") and asked.get("description"), path
            assert "4XX" in asked["responses"], path


def test_tokens_are_compared_even_if_they_are_not_ascii(store_path: Path) -> None:
    app = create_app(StoreHoldings(store_path), token=TOKEN, port=PORT)
    client = TestClient(app, base_url=ORIGIN)
    assert client.get("/", params={"token": "süß"}).status_code == 403
