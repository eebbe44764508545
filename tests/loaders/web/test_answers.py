"""How much of a hostile server's answer is taken, and for how long."""

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from hedgerow.loaders.limits import MAX_BYTES
from tests.loaders.web.servers import PAGE, World, fetched, page, redirect, refusal, serving

SOON = 0.3


def test_a_page_is_fetched_as_it_is() -> None:
    found = fetched({"/a?b=c": page()}, "/a?b=c")
    assert (found.address, found.kind, found.charset) == ("http://news.example/a?b=c", "page", None)
    assert found.content == PAGE


def test_redirects_are_followed_and_the_last_address_counts() -> None:
    site = {"/": redirect("/b"), "/b": redirect("http://other.example/c"), "/c": page()}
    assert fetched(site).address == "http://other.example/c"


def test_a_loop_of_redirects_ends() -> None:
    with serving({"/": redirect("/b"), "/b": redirect("/")}) as server:
        world = World(server)
        with pytest.raises(Exception, match="more than 5 times"):
            world.fetcher().fetch("http://news.example/")
        assert len(server.paths) == 6


@pytest.mark.parametrize(
    ("location", "said"),
    [("file:///etc/passwd", "only http"), ("ftp://a.example/", "only http"),
     ("gopher://a.example/", "only http"), ("data:text/html,a", "only http"),
     ("http://me:secret@a.example/", "password"), ("", "no address"), ("http://[::1", "no address"),
     ("http://a.example/" + "a" * 9000, "more than"), ("/\x01", "characters")],
)  # fmt: skip
def test_a_redirect_to_what_is_no_web_address_is_refused(location: str, said: str) -> None:
    assert said in refusal({"/": redirect(location)})


def test_a_location_header_that_is_no_text_is_refused() -> None:
    assert "no text" in refusal({"/": redirect("/\xff\xfe")})  # headers are sent as Latin-1


def test_a_body_that_drips_is_given_up() -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            handler.wfile.write(b".")
            time.sleep(SOON / 20)

    started = time.monotonic()
    assert "too long" in refusal({"/": drip}, seconds=SOON)
    assert time.monotonic() - started < SOON * 20


def test_headers_that_drip_are_given_up() -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            handler.wfile.write(b"a")
            time.sleep(SOON / 20)

    assert "too long" in refusal({"/": drip}, seconds=SOON)


def test_a_server_that_says_nothing_is_given_up() -> None:
    assert "too long" in refusal({"/": lambda _: time.sleep(SOON * 2)}, seconds=SOON)


def test_an_endless_body_is_cut_off() -> None:
    sent = 0

    def flood(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while sent < MAX_BYTES * 10:
            sent += handler.wfile.write(b"a" * 1_000_000)

    assert "more than 20 MB" in refusal({"/": flood})
    assert sent < MAX_BYTES * 2


def test_a_gzip_bomb_is_unpacked_no_further_than_a_page_can_be() -> None:
    bomb = gzip.compress(b"a" * (MAX_BYTES * 3))
    assert "more than 20 MB" in refusal({"/": page(bomb, Content_Encoding="gzip")})


def test_gzip_is_unpacked_and_damage_told() -> None:
    packed = gzip.compress(PAGE)
    assert fetched({"/": page(packed, Content_Encoding="gzip")}).content == PAGE
    assert "damaged" in refusal({"/": page(packed[:-9], Content_Encoding="gzip")})


@pytest.mark.parametrize("packing", ["br", "zstd", "deflate", "gzip, gzip", "gzip, br", "x" * 999])
def test_other_packings_are_not_accepted(packing: str) -> None:
    with serving({"/": page(Content_Encoding=packing)}) as server:
        with pytest.raises(Exception, match="not asked for"):
            World(server).fetcher().fetch("http://news.example/")
        assert {each["Accept-Encoding"] for each in server.headers} == {"gzip"}


@pytest.mark.parametrize("length", ["9999", "-5", "many", "5, 6"])
def test_a_wrong_content_length_is_refused(length: str) -> None:
    assert "broke off" in refusal({"/": page(Content_Length=length)})


def test_a_content_length_that_is_too_short_hides_nothing() -> None:
    assert fetched({"/": page(Content_Length="5")}).content == PAGE[:5]


@pytest.mark.parametrize(
    "headers", [{"A": "b" * 200_000}, {f"A{n}": "b" * 99 for n in range(3000)}]
)
def test_huge_headers_are_refused(headers: dict[str, str]) -> None:
    assert "broke off" in refusal({"/": page(**headers)})


def test_what_is_no_http_is_refused() -> None:
    def babble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")

    assert "broke off" in refusal({"/": babble})


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "password"), (403, "refuses"), (404, "no such page"), (429, "fewer requests"),
     (500, "answered 500"), (204, "answered 204"), (304, "answered 304")],
)  # fmt: skip
def test_what_the_server_refuses_is_told(status: int, said: str) -> None:
    assert said in refusal({"/": (status, {}, b"")})


@pytest.mark.parametrize(
    ("stated", "path", "kind"),
    [("text/html; charset=ISO-8859-1", "/", "page"), ("TEXT/HTML", "/", "page"),
     ("application/pdf", "/a", "pdf"), ("text/plain", "/a", "text"),
     ("text/plain", "/a.md", "markdown"), ("text/plain", "/a.jsonl?raw", "json_lines"),
     ("", "/a.html", "page"), ("text/xml", "/", "xml"),
     ("application/rss+xml", "/", "feed"), ("application/json", "/", "json")],
)  # fmt: skip
def test_the_kind_of_file_is_what_the_server_says(stated: str, path: str, kind: str) -> None:
    assert fetched({path: page(kind=stated)}, path).kind == kind


@pytest.mark.parametrize(
    ("stated", "path"),
    [("image/png", "/a.html"), ("", "/"), ("application/zip", "/a.zip"), ("", "/a.zip"),
     ("application/octet-stream", "/"), ("text/html\x00", "/"), ("video/mp4; charset=utf-8", "/")],
)  # fmt: skip
def test_other_kinds_are_refused(stated: str, path: str) -> None:
    told = refusal({path: page(kind=stated)}, path)
    assert "no page" in told or "broke off" in told


def test_no_cookie_is_kept_and_no_proxy_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site = {"/": page(Set_Cookie="a=b"), "/b": redirect("/")}
    with serving(site) as server:
        fetcher = World(server).fetcher()
        fetcher.fetch("http://news.example/")
        fetcher.fetch("http://news.example/b")
        assert len(server.paths) == 3
        sent = {name.lower() for each in server.headers for name in each}
    assert sent == {"host", "user-agent", "accept", "accept-encoding", "connection"}
