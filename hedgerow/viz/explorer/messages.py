"""What is received and sent: nothing long comes in, and every answer has the same headers."""

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}
MOST_BYTES = 65_536
"""As long may be what is sent: a judgement with its reason is far below."""
TOO_LONG = f"What is sent may have {MOST_BYTES:,} bytes at most."


def limited(receive: Receive) -> Receive:
    """What is received, up to the limit: a length need not be stated, or be true."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > MOST_BYTES:
            raise HTTPException(413, TOO_LONG)
        return message

    return counted


class Guarded:
    """Sends with the headers that every answer has; `started` once an answer is on its way.

    A `bare` answer has these alone.
    """

    def __init__(self, send: Send, *, bare: bool) -> None:
        self._send = send
        self.bare = bare
        self.started = False

    async def __call__(self, message: Message) -> None:
        """Send a message."""
        if message["type"] == "http.response.start":
            self.started = True
            given = {name.lower() for name, _ in message.get("headers", ())}
            more = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in given]
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        elif self.bare:
            message = {**message, "body": b""}
        await self._send(message)
