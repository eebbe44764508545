"""One request: what is asked, and how much of an answer is taken."""

import io
import ssl
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import httpcore
import httpx

from hedgerow.errors import InputError
from hedgerow.loaders.articles.unpacking import Budget, gunzipped
from hedgerow.loaders.limits import MAX_BYTES, MEGABYTE
from hedgerow.loaders.web.address import Address
from hedgerow.loaders.web.connecting import (
    PATIENCE,
    Deadline,
    Doorkeeper,
    Resolve,
    Unreached,
    system_addresses,
)
from hedgerow.version import __version__

PRODUCT = "hedgerow"
USER_AGENT = f"{PRODUCT}/{__version__} (+https://w3id.org/hedgerow/)"
OK = 200
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PACKED = frozenset({"gzip", "x-gzip"})
_AS_IT_IS = frozenset({"", "identity"})
_HEADERS = (
    ("User-Agent", USER_AGENT),
    ("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)
_TIMEOUTS = dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the body as it was sent, and none but of a page that is there."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def opened(self) -> io.BufferedReader:
        """The body unpacked, to be read no further than one needs it.

        Raises:
            InputError: it is packed in a way that is not read.
        """
        packing = self.headers.get("content-encoding", "").strip().lower()
        handle: Any = io.BufferedReader(io.BytesIO(self.body))
        if packing in _AS_IT_IS:
            return cast("io.BufferedReader", handle)
        if packing not in _PACKED:
            raise InputError("the server packs the page in a way that was not asked for")
        return gunzipped(handle, Budget(len(self.body)))


class Requests:
    """Asks for one address at a time, with no memory: no cookies, no proxies, no passwords."""

    def __init__(
        self,
        allowed: Collection[str] = (),
        *,
        resolve: Resolve = system_addresses,
        network: httpcore.NetworkBackend | None = None,
        deadline: Callable[[], Deadline] = Deadline,
    ) -> None:
        self._allowed = frozenset(allowed)
        self._resolve = resolve
        self._network = network
        self._deadline = deadline

    def get(self, address: Address, most: int = MAX_BYTES, *, cut: bool = False) -> Answer:
        """The answer, with at most so many bytes of body; more are an error or `cut` off.

        Raises:
            InputError: there is none, or it is too long.
        """
        door = Doorkeeper(self._deadline(), self._allowed, self._resolve, self._network)
        headers = [("Host", address.origin.partition("://")[2]), *_HEADERS]
        with (
            _told(),
            httpcore.ConnectionPool(ssl_context=self._tls, network_backend=door) as pool,
            pool.stream(
                "GET", str(address), headers=headers, extensions={"timeout": _TIMEOUTS}
            ) as response,
        ):
            body = b"" if response.status != OK else _body(response, most, cut=cut)
            return Answer(response.status, _headers(response), body)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


def _body(response: httpcore.Response, most: int, *, cut: bool) -> bytes:
    body = bytearray()
    for chunk in response.iter_stream():
        body += chunk
        if len(body) > most:
            if cut:
                break
            raise InputError(f"the page holds more than {most // MEGABYTE} MB, no article does")
    return bytes(body[:most])


def _headers(response: httpcore.Response) -> Mapping[str, str]:
    """The headers by lower-case name; of one that is repeated, the first."""
    found: dict[str, str] = {}
    for name, value in response.headers:
        found.setdefault(name.decode("latin-1").lower(), value.decode("utf-8", "surrogateescape"))
    return found


@contextmanager
def _told() -> Iterator[None]:
    """Say in our words why no answer came."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise InputError("the server took too long; try again later") from error
    except httpcore.ConnectError as error:
        refused = any(isinstance(each, ssl.SSLCertVerificationError) for each in error.args)
        reason = "its certificate is not valid" if refused else "the server cannot be reached"
        raise Unreached(f"{reason}; check the address") from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise InputError("the server broke off or sent what is no answer; try again") from error
