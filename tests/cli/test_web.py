"""`hedgerow load` and `extract` with addresses, and that nothing else goes out."""

import io
import socket
import sys
from pathlib import Path

import pytest

from hedgerow.loaders.web.connecting import PRIVATE
from tests.cli.conftest import ARTICLE, Run
from tests.loaders.articles.made import EVERY_KIND
from tests.loaders.web.servers import page, serving

TOLD = ARTICLE.encode()
INSIDE = "http://127.0.0.1:9/"


def test_an_address_is_loaded_and_known_by_it(run: Run) -> None:
    with serving({"/a": page(TOLD, "text/plain")}) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/a"
        told = run("load", address, "--allow-host", "127.0.0.1")
        assert told.code == 0, told.err
        server.site["/a"] = page(TOLD + b"\nVietnam thanked Japan.", "text/plain")
        again = run("load", address, "--allow-host", "127.0.0.1")
    assert "as a newer text has the same address: 1 older document" in again.err
    assert "as a newer text" not in told.err
    assert address in run("timeline", "Vietnam", "--as", "csv").out


def test_a_file_of_addresses_is_read(run: Run, tmp_path: Path) -> None:
    with serving({"/a": page(TOLD, "text/plain")}) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/a"
        (tmp_path / "list.txt").write_text(f"# ours\n\n{address}\n{address}\n")
        told = run("extract", "--urls", "list.txt", "--allow-host", "127.0.0.1", "--json-lines")
        assert len(server.paths) == 1
    assert told.code == 0, told.err
    assert f'"source": "{address}"' in told.out


def test_a_file_in_a_list_of_addresses_is_not_read(run: Run, article: Path) -> None:
    Path("list.txt").write_text(f"{article}\nfile://{article}\n../{article.name}\n")
    told = run("extract", "--urls", "list.txt")
    assert (told.code, told.out) == (3, "")
    assert told.err.count("only http and https addresses are fetched") == 3


def test_a_list_of_addresses_comes_through_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(INSIDE.encode())))
    assert f"skipped {INSIDE}: {PRIVATE}" in run("extract", "--urls", "-").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "Name what to read"), (["--urls", "gone.txt"], "gone.txt cannot be read"),
     (["-", "--urls", "-"], "not both")],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(run: Run, arguments: list[str], said: str) -> None:
    told = run("load", *arguments)
    assert (told.code, said in told.err) == (2, True), told.err


@pytest.mark.parametrize("host", ["127.0.0.1:9", "http://127.0.0.1", "[::1]:9", "a b", ""])
def test_a_host_to_allow_that_is_none_is_refused(run: Run, host: str) -> None:
    told = run("extract", INSIDE, "--allow-host", host)
    assert (told.code, told.out) == (2, "")
    assert f"not {host!r}; leave out scheme, port and path" in told.err


OFFLINE = [
    "load made", "load article.txt", "extract article.txt", "ask", "ask levels Vietnam",
    "hedging Vietnam", "timeline Vietnam --as md", "timeline Vietnam --as html -o t.html",
    "network -o n.html", "dossier Vietnam --between USA,CHN -o d.html", "brief Vietnam",
    "export nq -o g.nq", "export jsonld -o g.jsonld", "import g.nq --store other.store", "weights",
    "ontology check",
]  # fmt: skip


def test_nothing_leaves_the_machine_unless_an_address_is_named(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("made").mkdir()
    links = b'<img src="http://a.example/i.png"><link rel=canonical href="http://a.example/">'
    for name, content in EVERY_KIND.items():
        Path("made", name).write_bytes(content.replace(b"<p>", links + b"<p>"))
    reached: list[object] = []

    def refuse(*where: object, **_: object) -> None:
        reached.append(where)
        raise OSError("nothing goes out")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ran = {command: run(*command.split()) for command in OFFLINE}
    assert reached == []
    assert {command: each.err for command, each in ran.items() if each.code > 1} == {}
    run("extract", "http://a.example/")
    assert reached != []
