"""Over https the server must prove that it is the one whose name was asked for."""

import ssl
import subprocess
from pathlib import Path

import pytest

from hedgerow.errors import InputError
from tests.loaders.web.servers import PAGE, Server, World, page, redirect, serving


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "made.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
               "-nodes", "-days", "2", "-subj", "/CN=news.example",
               "-addext", "subjectAltName=DNS:news.example",
               "-keyout", str(key), "-out", str(made)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  ours
    return made, key


def secured(server: Server, certificate: tuple[Path, Path]) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: tuple[Path, Path]) -> None:
    with serving({"/": page()}) as server:
        secured(server, certificate)
        with pytest.raises(InputError, match="certificate is not valid"):
            World(server).fetcher().fetch("https://news.example/")
        assert server.asked == []


def test_a_certificate_of_another_name_is_refused(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with serving({"/": page()}) as server:
        secured(server, certificate)
        fetcher = World(server).fetcher()
        assert fetcher.fetch("https://news.example/").content == PAGE
        with pytest.raises(InputError, match="certificate is not valid"):
            fetcher.fetch("https://other.example/")


def test_a_redirect_from_https_to_http_is_refused(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with serving({"/": redirect("http://news.example/")}) as server:
        secured(server, certificate)
        with pytest.raises(InputError, match="from https to http"):
            World(server).fetcher().fetch("https://news.example/")


def test_a_server_without_tls_is_no_https_server() -> None:
    with (
        serving({"/": page()}) as server,
        pytest.raises(InputError, match="cannot be reached"),
    ):
        World(server).fetcher().fetch("https://news.example/")
