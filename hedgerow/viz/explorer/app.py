"""The explorer's web app: the page, its files and the API."""

from collections.abc import Callable
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, StrictUndefined
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from hedgerow.queries import answers
from hedgerow.queries.questions.library import questions
from hedgerow.version import __version__
from hedgerow.viz.design import css
from hedgerow.viz.explorer.api import ROUTERS
from hedgerow.viz.explorer.holdings import Holdings
from hedgerow.viz.explorer.problems import HANDLERS, RESPONSES
from hedgerow.viz.explorer.security import Guard

ASSETS = files("hedgerow.viz.explorer").joinpath("assets")
VENDOR = files("hedgerow.viz").joinpath("vendor")
NETWORK = files("hedgerow.viz.network").joinpath("assets")
"""The scripts of the shareable page; one that places names serves here too."""


def create_app(holdings: Holdings, *, token: str, port: int) -> FastAPI:
    """The app over a store or server; requests need this start's token and host."""
    page, first_page = _pages(token)
    app = FastAPI(
        title="hedgerow explorer",
        version=__version__,
        description="Ties between states, and the sentences that say so. Days are written as "
        "2023, 2023-09 or 2023-09-10; actors are given by name or code.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        middleware=[Middleware(Guard, token=token, port=port, first_page=first_page)],
        exception_handlers=HANDLERS,
        responses=RESPONSES,
    )
    app.state.holdings = holdings
    for name in questions():
        import_module(f"{answers.__name__}.{name}")  # not with the first one who asks
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/", page, include_in_schema=False)
    app.add_api_route("/static/design.css", _design, include_in_schema=False)
    for folder in ("css", "js"):
        app.mount(f"/static/{folder}", StaticFiles(directory=Path(str(ASSETS / folder))))
    app.mount("/static/vendor", StaticFiles(directory=Path(str(VENDOR))))
    app.mount("/static/network", StaticFiles(directory=Path(str(NETWORK))))
    return app


def _pages(token: str) -> tuple[Callable[[], HTMLResponse], Callable[[], HTMLResponse]]:
    """The page, and as it comes first: with the token, which the browser then keeps."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(ASSETS.joinpath("index.html.j2").read_text("utf-8"))

    def page_with(given: str | None) -> Callable[[], HTMLResponse]:
        html = template.render(token=given, version=__version__, sheets=_sheets())

        def page() -> HTMLResponse:
            return HTMLResponse(html)

        return page

    return page_with(None), page_with(token)


def _sheets() -> list[str]:
    """Every style sheet, the shell's before those of the views."""
    found = (each.name for each in ASSETS.joinpath("css").iterdir() if each.name.endswith(".css"))
    return sorted(found, key=lambda name: (name != "shell.css", name))


def _design() -> Response:
    return Response(css(), media_type="text/css")
