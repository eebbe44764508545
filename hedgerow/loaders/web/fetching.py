"""Fetching pages: what robots may read, at the pace that sites ask for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

import yaml

from hedgerow.errors import InputError
from hedgerow.loaders.kinds import kind_of
from hedgerow.loaders.limits import read_bounded
from hedgerow.loaders.web.address import Address
from hedgerow.loaders.web.following import follow
from hedgerow.loaders.web.requests import OK, Answer, Requests
from hedgerow.loaders.web.robots import Robots

PLAIN = "text"
_REASONS = {
    401: "the server wants a password for it; save it by hand",
    403: "the server refuses it; save it by hand",
    404: "there is no such page; check the address",
    410: "there is no such page any more",
    429: "the server asks for fewer requests; try again later",
    451: "the server withholds it for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found at an address in the end: a file of a kind, as `data/suffixes.yaml` has it."""

    address: str
    kind: str
    charset: str | None
    content: bytes


class Fetcher:
    """Fetches one address after the other; a site is asked for its rules once."""

    def __init__(
        self,
        requests: Requests | None = None,
        *,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        requests = requests or Requests()
        self._get = requests.get
        self._robots = Robots(lambda address: requests.get(address, cut=True))
        self._wait = wait
        self._clock = clock
        self._asked: dict[str, float] = {}

    def fetch(self, text: str) -> Fetched:
        """What is at an address.

        Raises:
            InputError: it may not be asked for, or cannot be had or read.
        """
        address, answer = follow(Address.parse(text), self._get, self._approach)
        if answer.status != OK:
            reason = _REASONS.get(answer.status, f"the server answered {answer.status}")
            raise InputError(reason)
        kind, charset = _described(answer, address)
        return Fetched(str(address), kind, charset, read_bounded(answer.opened()))

    def _approach(self, address: Address) -> None:
        """Wait until a host may be asked again, if it may be asked at all."""
        pause = self._robots.check(address)
        last = self._asked.get(address.host)
        if last is not None and (left := last + pause - self._clock()) > 0:
            self._wait(left)
        self._asked[address.host] = self._clock()


@cache
def _kinds() -> dict[str, str]:
    source = files("hedgerow.loaders") / "data" / "media_types.yaml"
    data: dict[str, str] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return data


def _described(answer: Answer, address: Address) -> tuple[str, str | None]:
    """The kind of file that an answer is, and the encoding it states."""
    stated, *parameters = answer.headers.get("content-type", "").split(";")
    kind = _kinds().get(stated.strip().lower())
    by_name = kind_of(PurePosixPath(address.target.partition("?")[0]))
    # Many servers call every file plain text, or say nothing.
    if (kind == PLAIN or not stated.strip()) and by_name in _kinds().values():
        kind = by_name
    if kind is None:
        raise InputError("what is there is no page, feed, text, JSON or PDF; save it as a file")
    return kind, _charset(parameters)


def _charset(parameters: list[str]) -> str | None:
    found = (each.partition("=") for each in parameters)
    return next((v.strip(" \"'") for k, _, v in found if k.strip().lower() == "charset"), None)
