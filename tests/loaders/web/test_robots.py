"""Robots are asked not to read: they do not, and they take their time."""

import time

import pytest

from hedgerow.errors import InputError
from hedgerow.loaders.web.requests import USER_AGENT
from tests.loaders.web.servers import (
    PAGE,
    Site,
    World,
    fetched,
    page,
    redirect,
    refusal,
    serving,
)

REFUSED = "asks that robots do not read it"
UNSURE = "cannot be told"


def rules(text: str | bytes, **headers: str) -> Site:
    raw = text if isinstance(text, bytes) else text.encode()
    return {"/robots.txt": page(raw, "text/plain", **headers), "/": page(), "/a/b": page()}


@pytest.mark.parametrize(
    "text",
    ["User-agent: *\nDisallow: /a/", "User-agent: hedgerow\nDisallow: /a/",
     "User-Agent: Hedgerow/2.0\nDisallow: /a/", "USER-AGENT: HEDGEROW\ndisallow: /*b$",
     "User-agent: other\nUser-agent: hedgerow\nDisallow: /a/\n\nUser-agent: *\nAllow: /",
     "\ufeffUser-agent: *\nDisallow: /a/"],
)  # fmt: skip
def test_what_robots_are_asked_not_to_read_is_not_read(text: str) -> None:
    with serving(rules(text)) as server:
        with pytest.raises(InputError, match=REFUSED):
            World(server).fetcher().fetch("http://news.example/a/b")
        assert server.paths == []


@pytest.mark.parametrize(
    "text",
    ["", "User-agent: *\nDisallow:", "User-agent: other\nDisallow: /",
     "User-agent: hedge\nDisallow: /",
     "User-agent: *\nDisallow: /\n\nUser-agent: hedgerow\nAllow: /",
     "<html>Not found</html>", "User-agent: *\nDisallow: /a\nAllow: /a/b"],
)  # fmt: skip
def test_what_others_are_asked_is_no_matter(text: str) -> None:
    assert fetched(rules(text), "/a/b").content == PAGE


def test_the_page_that_a_redirect_leads_to_is_asked_about_too() -> None:
    site = rules("User-agent: *\nDisallow: /a/") | {"/": redirect("/a/b")}
    assert REFUSED in refusal(site)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_without_a_robots_txt_everything_may_be_read(status: int) -> None:
    assert fetched({"/robots.txt": (status, {}, b""), "/": page()}).content == PAGE


@pytest.mark.parametrize("status", [429, 500, 502, 503, 204])
def test_where_robots_txt_fails_nothing_is_read(status: int) -> None:
    with serving({"/robots.txt": (status, {}, b""), "/": page()}) as server:
        with pytest.raises(InputError, match=UNSURE):
            World(server).fetcher().fetch("http://news.example/")
        assert server.paths == []


def test_where_robots_txt_does_not_come_nothing_is_read() -> None:
    told = refusal({"/robots.txt": lambda _: time.sleep(0.4), "/": page()}, seconds=0.2)
    assert UNSURE in told


def test_where_robots_txt_leads_in_circles_nothing_is_read() -> None:
    assert UNSURE in refusal({"/robots.txt": redirect("/robots.txt"), "/": page()})


def test_a_robots_txt_elsewhere_is_followed_to() -> None:
    moved = {"/robots.txt": redirect("http://rules.example/r"), "/": page()}
    moved["/r"] = page(b"User-agent: *\nDisallow: /", "text/plain")
    assert REFUSED in refusal(moved)


def test_a_site_is_asked_for_its_rules_once() -> None:
    with serving(rules("")) as server:
        fetcher = World(server).fetcher()
        for path in ("/", "/a/b", "/"):
            fetcher.fetch(f"http://news.example{path}")
        assert [path for _, path in server.asked].count("/robots.txt") == 1
        assert {each["User-Agent"] for each in server.headers} == {USER_AGENT}


def test_two_pages_of_one_host_are_a_second_apart() -> None:
    with serving(rules("")) as server:
        world = World(server)
        fetcher = world.fetcher()
        for host in ("news.example", "other.example", "news.example", "news.example"):
            fetcher.fetch(f"http://{host}/")
        assert world.waited == [1.0, 1.0]


def test_a_longer_pause_is_kept_where_it_is_asked_for() -> None:
    with serving(rules("User-agent: *\nCrawl-delay: 7") | {"/": redirect("/a/b")}) as server:
        world = World(server)
        world.fetcher().fetch("http://news.example/")
        assert world.waited == [7.0]


@pytest.mark.parametrize("delay", ["86400", "61", "1e300"])
def test_a_pause_that_no_run_survives_means_no(delay: str) -> None:
    assert "between pages" in refusal(rules(f"User-agent: *\nCrawl-delay: {delay}"))


@pytest.mark.parametrize("delay", ["-5", "nan", "inf", "soon", ""])
def test_a_pause_that_is_none_is_the_usual_one(delay: str) -> None:
    with serving(rules(f"User-agent: *\nCrawl-delay: {delay}")) as server:
        world = World(server)
        fetcher = world.fetcher()
        fetcher.fetch("http://news.example/")
        fetcher.fetch("http://news.example/")
        assert world.waited == [1.0]


HUGE = {
    "many agents": "".join(f"User-agent: a{n}\n" for n in range(20_000))
    + "Disallow: /b\n" * 20_000,
    "many stars": "User-agent: *\n" + "Disallow: /" + "*a" * 2000 + "b\n",
    "many rules": "User-agent: *\n" + "".join(f"Disallow: /*{n}*x$\n" for n in range(20_000)),
    "one line": "User-agent: *\nDisallow: /" + "x" * 490_000,
    "no lines": "\x0c" * 400_000 + "a",
    "endless": "# nothing\n" * 1_000_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_robots_txt_takes_no_time(name: str) -> None:
    started = time.process_time()
    assert fetched(rules(HUGE[name]) | {"/" + "a" * 2000: page()}, "/" + "a" * 2000).content == PAGE
    assert time.process_time() - started < 2


def test_rules_beyond_500_kilobytes_are_not_read() -> None:
    padding = "# nothing\n" * 60_000
    assert fetched(rules(f"{padding}User-agent: *\nDisallow: /")).content == PAGE
    assert REFUSED in refusal(rules(f"User-agent: *\nDisallow: /\n{padding}"))
