"""Running the explorer on this machine's own address."""

import os
import secrets
import socket
from collections.abc import Callable

import uvicorn

from hedgerow.errors import UsageError
from hedgerow.viz.explorer.app import create_app
from hedgerow.viz.explorer.holdings import Holdings

HOST = "127.0.0.1"
PATIENCE = 2
"""Seconds that requests under way have left when it is interrupted."""


def serve(
    holdings: Holdings,
    *,
    port: int,
    started: Callable[[str], None],
    unfinished: Callable[[], None] = lambda: None,
) -> None:
    """Serve until interrupted; `started` is told the address, with its token, once it answers.

    Port 0 takes a free one. `unfinished` is called where requests outlast the patience at the end;
    if it returns, they are waited for.

    Raises:
        UsageError: another program uses the port.
    """
    Explorer(holdings, port=port, started=started, unfinished=unfinished).serve_here()


class Explorer(uvicorn.Server):
    """The explorer with an address of its own; set `should_exit` to end it."""

    def __init__(
        self,
        holdings: Holdings,
        *,
        port: int,
        started: Callable[[str], None],
        unfinished: Callable[[], None] = lambda: None,
    ) -> None:
        self._listener = _listener(port)
        self._holdings = holdings
        self._started = started
        self._unfinished = unfinished
        taken = self._listener.getsockname()[1]
        token = secrets.token_urlsafe(24)
        self.address = f"http://{HOST}:{taken}/?token={token}"
        config = uvicorn.Config(
            create_app(holdings, token=token, port=taken),
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=PATIENCE,
        )
        super().__init__(config)

    def serve_here(self) -> None:
        """Answer in this thread until ended."""
        self.run(sockets=[self._listener])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets=sockets)
        self._started(self.address)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the look backs, and give the other requests a while."""
        self._holdings.close()
        await super().shutdown(sockets=sockets)
        if self.server_state.tasks:
            self._unfinished()


def _listener(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let two programs have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Port {port} cannot be used ({error.strerror}); choose another with --port, or 0 "
            "for a free one."
        ) from error
    return listener
