"""Who may talk to the explorer: this machine's browser, opened with this start's token.

Pages of other sites can send requests to 127.0.0.1 too, and names can be made to point there, so
the Host is checked against rebinding, the Origin against other sites, and a token that changes with
each start against other users of the machine. Cookies go to every port of a host, so the cookie is
another secret than the token, which what writes needs in a header. The token comes with the page
that was opened by it and with no other, so whoever got the cookie can read and not write.
"""

import secrets
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hedgerow.viz.explorer.messages import MOST_BYTES, TOO_LONG, Guarded, limited

TOKEN_HEADER = "X-Hedgerow-Token"  # noqa: S105  the name of a header
READING = frozenset(("GET", "HEAD"))
NOT_OURS = "This address is not the explorer's; open the one it printed."
OF_OTHERS = "Another site asked this; open the explorer itself."
LED_HERE = (
    "Another site's link led here, and such links open nothing; copy this page's address, and "
    "paste it into the address bar of a new tab."
)
UNKNOWN = (
    "This explorer was started anew or by someone else; open the address, with its token, that it "
    "printed in the terminal."
)
NO_HEADER = (
    f"What writes needs the header {TOKEN_HEADER}; open the address, with its token, that the "
    "explorer printed in the terminal."
)
FAILED = "The explorer failed at this; the terminal that it runs in says why."


class Guard:
    """Lets through what this start's own page asks, and says why where it does not."""

    def __init__(
        self, app: ASGIApp, *, token: str, port: int, first_page: Callable[[], Response]
    ) -> None:
        self._app = app
        self._first_page = first_page
        self._token = token
        self._reading = secrets.token_urlsafe(24)
        self._cookie = f"hedgerow-{port}"
        self._hosts = frozenset((f"127.0.0.1:{port}", f"localhost:{port}"))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        guarded = Guarded(send, bare=request.method == "HEAD")
        if guarded.bare:  # answered as if the whole was asked for
            scope = {**scope, "method": "GET"}
        refusal = self._refusal(request)
        if refusal is not None:
            await refusal(scope, receive, guarded)
        elif self._opens(request):
            await self._welcome()(scope, receive, guarded)
        else:
            try:
                await self._app(scope, limited(receive), guarded)
            except Exception:
                if not guarded.started:
                    await _told(request, FAILED, 500)(scope, receive, guarded)
                raise

    def _refusal(self, request: Request) -> Response | None:
        headers = request.headers
        opens, reads = self._opens(request), request.method in READING
        faults = (
            (headers.get("host") not in self._hosts, NOT_OURS, 403),
            (not self._is_own(headers), LED_HERE if _leads(headers) else OF_OTHERS, 403),
            (not (opens or self._may_read(headers)), UNKNOWN, 403),
            (not (reads or _same(headers.get(TOKEN_HEADER), self._token)), NO_HEADER, 403),
            (_length(headers) > MOST_BYTES, TOO_LONG, 413),
        )
        found = next(((why, status) for fault, why, status in faults if fault), None)
        return None if found is None else _told(request, *found)

    def _is_own(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "none")
        own = origin is None or origin in self._origins
        return own and site in {"same-origin", "none"}

    def _opens(self, request: Request) -> bool:
        given = parse_qs(request.url.query).get("token", [""])
        return request.url.path == "/" and _same(given[0], self._token)

    def _may_read(self, headers: Headers) -> bool:
        return any(_same(given, self._reading) for given in _cookies(headers, self._cookie))

    def _welcome(self) -> Response:
        answer = self._first_page()
        answer.set_cookie(self._cookie, self._reading, httponly=True, samesite="strict")
        return answer


def _same(given: str | None, secret: str) -> bool:
    return given is not None and secrets.compare_digest(given.encode(), secret.encode())


def _cookies(headers: Headers, name: str) -> Iterator[str]:
    """The values of a cookie, whatever other programs of this host have set beside it."""
    for given in headers.getlist("cookie"):
        pairs = (pair.strip().partition("=") for pair in given.split(";"))
        yield from (value for key, _, value in pairs if key == name)


def _leads(headers: Headers) -> bool:
    """Whether somebody followed a link."""
    return headers.get("sec-fetch-mode") == "navigate" and "origin" not in headers


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isdecimal() else 0


def _told(request: Request, why: str, status: int) -> Response:
    """One sentence: as text where a person may read it, as JSON where a program asked."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status)
    return PlainTextResponse(why, status)
