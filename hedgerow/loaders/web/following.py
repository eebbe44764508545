"""Following redirects by hand, each address checked as the first one was."""

from collections.abc import Callable

from hedgerow.errors import InputError
from hedgerow.loaders.web.address import Address
from hedgerow.loaders.web.requests import REDIRECTS, Answer

MOST = 5


def follow(
    address: Address, get: Callable[[Address], Answer], before: Callable[[Address], None]
) -> tuple[Address, Answer]:
    """Where an address leads in the end, and the answer there.

    `before` is called ahead of each request, and may refuse it.

    Raises:
        InputError: it leads nowhere, in circles, or from https to http.
    """
    for _ in range(MOST + 1):
        before(address)
        answer = get(address)
        if answer.status not in REDIRECTS:
            return address, answer
        following = address.joined(_location(answer))
        if address.scheme == "https" and following.scheme != "https":
            raise InputError("it redirects from https to http, which anybody could forge")
        address = following
    raise InputError(f"it redirects more than {MOST} times; give the address it should lead to")


def _location(answer: Answer) -> str:
    location = answer.headers.get("location", "").strip()
    if not location:
        raise InputError("it redirects to no address")
    if any("\ud800" <= each <= "\udfff" for each in location):
        raise InputError("it redirects to an address that is no text")
    return location
