"""What a site asks of robots (RFC 9309), asked once a run and origin, and kept to."""

import re
from collections.abc import Callable

from protego import Protego

from hedgerow.errors import InputError
from hedgerow.loaders.encoding import decode
from hedgerow.loaders.web.address import Address
from hedgerow.loaders.web.connecting import Unreached
from hedgerow.loaders.web.following import follow
from hedgerow.loaders.web.requests import OK, PRODUCT, Answer

MOST_BYTES = 500 * 1024
"""As much as RFC 9309 has a robot read."""
LEAST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between two requests to one host; who asks for longer ones wants no robot."""
UNAVAILABLE = range(400, 500)
TOO_MANY = 429
UNSURE = "whether the site lets robots read it cannot be told ({})"
_AGENT = re.compile(r"\s*user[- ]?agent\s*:?\s*(?P<name>[a-z_*-]*)", re.IGNORECASE)
_OURS = frozenset({"*", PRODUCT})


class Robots:
    """The rules of the sites that were asked; `get` makes the request for them."""

    def __init__(self, get: Callable[[Address], Answer]) -> None:
        self._get = get
        self._known: dict[str, Protego | InputError] = {}

    def check(self, address: Address) -> float:
        """The seconds to leave between requests, if the address may be asked for at all.

        Raises:
            InputError: the site does not want it read, or cannot be asked.
        """
        rules = self._rules(address)
        if not rules.can_fetch(str(address), PRODUCT):
            raise InputError("its robots.txt asks that robots do not read it; save it by hand")
        pause = rules.crawl_delay(PRODUCT) or 0.0
        if pause > LONGEST_PAUSE:
            raise InputError(
                f"its robots.txt asks for more than {LONGEST_PAUSE:.0f} s between pages;"
                " save it by hand"
            )
        return max(LEAST_PAUSE, pause)

    def _rules(self, address: Address) -> Protego:
        if address.origin not in self._known:
            self._known[address.origin] = self._asked(address)
        found = self._known[address.origin]
        if isinstance(found, InputError):
            raise found
        return found

    def _asked(self, address: Address) -> Protego | InputError:
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            _, answer = follow(place, self._get, lambda _: None)
            if answer.status in UNAVAILABLE and answer.status != TOO_MANY:
                return Protego.parse("")
            if answer.status != OK:
                return InputError(UNSURE.format(f"robots.txt: {answer.status}"))
            return Protego.parse(_plain(answer.opened().read(MOST_BYTES)))
        except Unreached as error:
            return error
        except InputError as error:
            return InputError(UNSURE.format(f"robots.txt: {error}"))


def _plain(content: bytes) -> str:
    """The rules with all agents but ours as one; thousands of them would multiply all rules."""
    lines = decode(content).splitlines() if content.strip() else []
    return "\n".join(_ours(line) for line in lines)


def _ours(line: str) -> str:
    agent = _AGENT.match(line)
    if agent is None:
        return line
    name = agent["name"].lower()
    name = "*" if name.startswith("*") else name.rstrip("*")
    return f"User-agent: {name if name in _OURS else 'other'}"
