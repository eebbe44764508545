"""Who may talk to the explorer: this machine's browser, opened with this start's token.

Pages of other sites can send requests to 127.0.0.1 too, and names can be made to point there, so
the Host is checked against rebinding, the Origin against other sites, and a token that changes with
each start against other users of the machine. What writes needs the token in a header as well, and
nothing that is sent may be long.
"""

import secrets
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "X-Hedgerow-Token"  # noqa: S105  the name of a header
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
READING = frozenset(("GET", "HEAD"))
MOST_BYTES = 65_536
"""As long may be what is sent: a judgement with its reason is far below."""
NOT_OURS = "This address is not the explorer's; open the one it printed."
OF_OTHERS = "Another site asked this; open the explorer itself."
UNKNOWN = (
    "This explorer was started anew or by someone else; open the address, with its token, that it "
    "printed in the terminal."
)
NO_HEADER = f"What writes needs the header {TOKEN_HEADER}."
TOO_LONG = f"What is sent may have {MOST_BYTES:,} bytes at most."
FAILED = "The explorer failed at this; the terminal that it runs in says why."


class Guard:
    """Lets through what this start's own page asks, and says why where it does not."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._cookie = f"hedgerow-{port}"
        self._hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        guarded = _Guarded(send)
        refusal = self._refusal(request)
        if refusal is not None:
            await refusal(scope, receive, guarded)
        elif self._opens(request):
            await self._welcome()(scope, receive, guarded)
        else:
            try:
                await self._app(scope, _limited(receive), guarded)
            except Exception:
                if not guarded.started:
                    await _told(request, FAILED, 500)(scope, receive, guarded)
                raise

    def _refusal(self, request: Request) -> Response | None:
        headers = request.headers
        opens, reads = self._opens(request), request.method in READING
        faults = (
            (headers.get("host") not in self._hosts, NOT_OURS, 403),
            (not self._is_own(headers), OF_OTHERS, 403),
            (not (opens or self._matches(_cookie(headers, self._cookie))), UNKNOWN, 403),
            (not (reads or self._matches(headers.get(TOKEN_HEADER))), NO_HEADER, 403),
            (_length(headers) > MOST_BYTES, TOO_LONG, 413),
        )
        found = next(((why, status) for fault, why, status in faults if fault), None)
        return None if found is None else _told(request, *found)

    def _is_own(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "none")
        own = origin is None or origin.removeprefix("http://") in self._hosts
        return own and site in {"same-origin", "none"}

    def _opens(self, request: Request) -> bool:
        given = parse_qs(request.url.query).get("token", [""])
        return request.url.path == "/" and self._matches(given[0])

    def _welcome(self) -> Response:
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
        return answer

    def _matches(self, given: str | None) -> bool:
        return given is not None and secrets.compare_digest(given.encode(), self._token.encode())


def _cookie(headers: Headers, name: str) -> str | None:
    found = SimpleCookie(headers.get("cookie", "")).get(name)
    return None if found is None else found.value


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isdecimal() else 0


def _told(request: Request, why: str, status: int) -> Response:
    """One sentence: as text where a person may read it, as JSON where a program asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status)
    return PlainTextResponse(why, status)


def _limited(receive: Receive) -> Receive:
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


class _Guarded:
    """Sends with the headers that every answer has; `started` once an answer is on its way."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            given = {name.lower() for name, _ in message.get("headers", ())}
            more = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in given]
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        await self._send(message)
