"""Connecting to a machine that was checked, and no other, within the time there is.

A name is resolved once. All its addresses must be of the open net, and the connection goes to one
of those: a name that means something else a moment later leads nowhere.
"""

import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeAlias

import httpcore

from hedgerow.errors import InputError
from hedgerow.loaders.web.address import is_public

SECONDS = 30.0
"""For one answer, from asking for its host's name to the last byte read.

The look-up of the name cannot be interrupted; what it takes is missing afterwards.
"""
PATIENCE = 10.0
"""For one step of it: to connect, or until the next bytes come."""
PRIVATE = (
    "its host is on this machine or a private network, which pages may not lead to;"
    " name it with --allow-host if you trust it"
)
Resolve: TypeAlias = Callable[[str, int], Sequence[str]]


class Unreached(InputError):
    """There is no way to the host, or none that may be taken."""


def system_addresses(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as this machine resolves names."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class Deadline:
    """When an answer must be complete."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._end = time.monotonic() + seconds

    def shorten(self, timeout: float | None) -> float:
        """How long one step may take.

        Raises:
            httpcore.TimeoutException: no time is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long")
        return min(left, PATIENCE if timeout is None else timeout)


class Doorkeeper(httpcore.NetworkBackend):
    """Opens connections, if they lead to where one may ask."""

    def __init__(
        self,
        deadline: Deadline,
        allowed: Collection[str] = (),
        resolve: Resolve = system_addresses,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._deadline = deadline
        self._allowed = allowed
        self._resolve = resolve
        self._network = network or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        problem: Exception = httpcore.ConnectError(f"{host} has no address")
        for machine in self._machines(host, port):
            try:
                stream = self._network.connect_tcp(
                    machine, port, self._deadline.shorten(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _Timed(stream, self._deadline)
        raise problem

    def _machines(self, host: str, port: int) -> Sequence[str]:
        try:
            machines = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise Unreached("its host is not known; check the address") from error
        if host not in self._allowed and not all(map(is_public, machines)):
            raise Unreached(PRIVATE)
        return machines


class _Timed(httpcore.NetworkStream):
    """A connection that gives up when the time for the whole answer is over."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.shorten(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.shorten(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.shorten(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  what it is depends on `info`
        return self._stream.get_extra_info(info)
