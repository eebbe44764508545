"""A real server on this machine, and names that lead to it as if it were out in the net."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpcore

from hedgerow.errors import InputError
from hedgerow.loaders.web.connecting import Deadline
from hedgerow.loaders.web.fetching import Fetched, Fetcher
from hedgerow.loaders.web.requests import Requests

PUBLIC, PRIVATE = "93.184.215.14", "10.0.0.7"
ARTICLE = "<html><head><title>Pact</title></head><body><article><p>{}</p></article></body></html>"
SENTENCE = "Vietnam and Japan signed a defence agreement in Hanoi on 3 March 2024, officials said."
PAGE = ARTICLE.format(SENTENCE * 3).encode()

Answer = tuple[int, dict[str, str], bytes]
Site = dict[str, "Answer | Callable[[BaseHTTPRequestHandler], None]"]


def page(content: bytes = PAGE, kind: str = "text/html", **headers: str) -> Answer:
    """An answer that holds something."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": kind, **named}, content


def redirect(location: str) -> Answer:
    return 302, {"Location": location}, b""


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says; without robots.txt there are no rules."""

    server: Any

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))
        self.server.headers.append(dict(self.headers))
        answer = self.server.site.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: tests are quiet."""


class Server(ThreadingHTTPServer):
    """A site, and what was asked of it."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.site = site
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []

    def handle_error(self, *_: object) -> None:
        """Nothing: that clients hang up is what tests are about."""

    @property
    def paths(self) -> list[str]:
        return [path for _, path in self.asked if path != "/robots.txt"]


@contextmanager
def serving(site: Site) -> Iterator[Server]:
    server = Server(site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class Net(httpcore.SyncBackend):
    """Leads whatever connects to a public address to the server here, and keeps account."""

    def __init__(self, server: Server | None) -> None:
        self._server = server
        self.reached: list[str] = []

    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
        self.reached.append(host)
        assert self._server is not None, "nothing may be reached"
        return super().connect_tcp("127.0.0.1", self._server.server_address[1], *rest, **more)


class World:
    """Names and addresses, a site behind them all, and a clock that waiting moves."""

    def __init__(
        self, server: Server | None, names: dict[str, list[list[str]]] | None = None
    ) -> None:
        self.net = Net(server)
        self.waited: list[float] = []
        self.now = 100.0
        self._names = names or {}

    def resolve(self, host: str, port: int) -> list[str]:
        answers = self._names.get(host)
        if answers is None:
            return [PUBLIC]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds

    def fetcher(self, *allowed: str, seconds: float = 30.0) -> Fetcher:
        requests = Requests(
            allowed,
            resolve=self.resolve,
            network=self.net,
            deadline=lambda: Deadline(seconds),
        )
        return Fetcher(requests, wait=self.wait, clock=lambda: self.now)


def fetched(site: Site, path: str = "/", *, seconds: float = 30.0) -> Fetched:
    """What is fetched from a site."""
    with serving(site) as server:
        return World(server).fetcher(seconds=seconds).fetch(f"http://news.example{path}")


def refusal(site: Site, path: str = "/", *, seconds: float = 30.0) -> str:
    """Why nothing is."""
    try:
        found = fetched(site, path, seconds=seconds)
    except InputError as error:
        return str(error)
    raise AssertionError(found.address)
