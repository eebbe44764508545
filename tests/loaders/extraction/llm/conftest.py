"""A language model of our own making: a small server that answers as a test wants it to."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.extraction.llm import Settings, open_model
from hedgerow.loaders.extraction.llm.model import Model

TEXT = (
    "Ghana's defence minister Kofi Sarpong visited Peru on 2 May 2024. "
    "Vietnam is in talks to buy Su-35 fighter jets from Russia. "
    "Japan and Vietnam signed an agreement on defence cooperation in Hanoi."
)
VISIT, TALKS, PACT = "visit", "arms_deal", "defence_agreement"


@dataclass(frozen=True)
class Reply:
    """What the server sends back."""

    body: bytes
    code: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def words(text: str) -> Reply:
    """A well-formed reply with any words in it."""
    return Reply(json.dumps({"choices": [{"message": {"content": text}}]}).encode())


def verdicts(*given: dict[str, Any]) -> Reply:
    return words(json.dumps({"verdicts": list(given)}))


def ties(*given: dict[str, Any]) -> Reply:
    return words(json.dumps({"ties": list(given)}))


@dataclass
class Server:
    """Gives its `replies` in turn, the last one over and over; keeps what it was asked."""

    url: str = ""
    replies: list[Reply | Callable[[], Reply]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def reply(self) -> Reply:
        number = min(len(self.asked), len(self.replies)) - 1
        found = self.replies[number]
        return found() if callable(found) else found

    def question(self, number: int = -1) -> dict[str, Any]:
        """What stood in the user's message of a request."""
        found: dict[str, Any] = json.loads(self.asked[number]["messages"][1]["content"])
        return found


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "*")
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            told.asked.append(json.loads(self.rfile.read(length)))
            told.headers.append(dict(self.headers))
            reply = told.reply()
            try:
                self.send_response(reply.code)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        told.url = f"http://127.0.0.1:{listening.server_port}/v1"
        yield told
        listening.shutdown()
        thread.join()


MakeModel = Callable[..., Model]


@pytest.fixture
def make_model(server: Server, tmp_path: Path) -> MakeModel:
    """A model behind the server, with a cache of its own."""

    def _make(**settings: Any) -> Model:
        given = {"cache": tmp_path / "cache", "pause": 0.0, **settings}
        return open_model(Settings(server.url, "small", **given))

    return _make


@pytest.fixture(scope="session")
def document() -> Document:
    return Document(TEXT, (Appearance("test", published="2024-05-06"),))


@pytest.fixture
def claims(extractor: Extractor, document: Document) -> list[Claim]:
    """The rules' claims of the document, all of them doubtful."""
    read = [replace(claim, confidence=0.6) for claim in extractor.extract(document)]
    assert [claim.type for claim in read] == [VISIT, TALKS, PACT]
    return read


def by_type(claims: list[Claim]) -> dict[str, Claim]:
    return {claim.type: claim for claim in claims}
