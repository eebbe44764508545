"""What servers answer: pages, feeds, redirects and robots.txt, without a network."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from hedgerow.errors import InputError
from hedgerow.loaders.web.address import LONGEST, Address, is_public
from hedgerow.loaders.web.fetching import Fetcher
from hedgerow.loaders.web.reading import read_address
from hedgerow.loaders.web.requests import Answer
from hedgerow.loaders.web.robots import LONGEST_PAUSE, Robots
from tests.fuzz.files import check_items
from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.target import Target, holds

HOME = "https://wire.example/a"
ADDRESSES = (
    "https://wire.example/a/b.html?c=d#e", "http://127.0.0.1:8080/", "https://[::1]/", "file:///a",
    "https://user:word@wire.example/", "http://xn--nxasmq6b/", "//wire.example/", "../b", "?c",
    "http://[64:ff9b::7f00:1]/", "http://0x7f.1/", "https://wire.example:99999/",
    "data:,a", "http:",
)  # fmt: skip
ROBOTS = (
    b"User-agent: *\nCrawl-delay: 2\nDisallow: /b*/$\nAllow: /a\n\nUser-agent: x\nDisallow: /\n"
)
KINDS = (
    "text/html; charset=utf-8", "text/html; charset=x-none", "application/rss+xml", "text/plain",
    "application/json", "application/pdf", "", ";;=", "text/html; charset=\x00", "image/png",
)  # fmt: skip
PACKINGS = ("", "", "", "gzip", "br", "gzip, gzip", "identity")
STATUSES = (200, 200, 200, 200, 301, 302, 404, 500, 0, 999)


def targets() -> Iterator[Target]:
    """Addresses, answers, and rules for robots."""
    yield Target("web/address", 3, _address, _check_address)
    yield Target("web/answer", 2, _answer, _check_answer)
    yield Target("web/robots", 2, lambda chance: mutated(chance, ROBOTS), _check_robots)


def _address(chance: Random) -> bytes:
    told = tuple(each.encode() for each in ADDRESSES)
    return mutated(chance, chance.choice(told), told)[:8000]


def _answer(chance: Random) -> bytes:
    found = chance.choice(list(seeds().values()))
    headers = {
        "content-type": chance.choice(KINDS),
        "content-encoding": chance.choice(PACKINGS),
        "location": _address(chance).decode("latin-1"),
    }
    body = found.changed(chance, (found.inner,)).decode("latin-1")
    told = {"status": chance.choice(STATUSES), "headers": headers, "body": body}
    return json.dumps(told).encode()


def _check_address(data: bytes) -> None:
    text = data.decode(errors="replace")
    holds(isinstance(is_public(text), bool), "a machine is of the open net or not")
    for read in (Address.parse, Address.parse(HOME).joined):
        try:
            found = read(text)
        except InputError as error:
            holds("\n" not in str(error), "a reason is one line")
            continue
        holds(found.scheme in {"http", "https"}, "only pages are asked for")
        holds("@" not in found.origin, "no password is sent")
        holds(str(found).isascii() and str(found).isprintable(), "an address can be sent")
        if len(str(found)) <= LONGEST:  # escaping makes it longer
            holds(Address.parse(str(found)) == found, "an address comes back")


class _Server:
    """Gives one answer to whatever is asked of it."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def get(self, address: Address, *_: object, cut: bool = False) -> Answer:
        missing = Answer(404, {}, b"")
        return missing if address.target == "/robots.txt" else self._answer


def _check_answer(data: bytes) -> None:
    told = json.loads(data)
    answer = Answer(told["status"], told["headers"], told["body"].encode("latin-1"))
    server: Any = _Server(answer)
    check_items(read_address(Fetcher(server, wait=lambda _: None), HOME, None))


def _check_robots(data: bytes) -> None:
    rules = Robots(lambda _: Answer(200, {}, data))
    for target in ("/", "/a", "/b/c/", "/" + "b" * 2000):
        try:
            pause = rules.check(Address("https", "wire.example", 443, target))
        except InputError as error:
            holds(str(error).isprintable(), "a reason can be shown")
        else:
            holds(0 < pause <= LONGEST_PAUSE, "there is a pause, and an end of it")
