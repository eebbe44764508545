"""How a server of ours is configured, its port, and its first login."""

import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ServiceUnavailable, SessionExpired

from scripts.neo4j_jars import NoServer

USER = "neo4j"
CERTIFICATE = (
    *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"),
    *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
    *("-keyout", "private.key", "-out", "public.crt"),
)
ENCRYPTED = {
    "server.bolt.tls_level": "REQUIRED",
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
}
PLAIN = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "dbms.usage_report.enabled": "false",
    # Otherwise a shutdown waits ten seconds for connections that will not come.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


def configure(
    home: Path, port: int, password: str | None, tls: bool, more: Mapping[str, str]
) -> Path:
    """The folder of neo4j.conf, written; the certificate is made if one is wanted and missing."""
    lines = {
        **PLAIN,
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "dbms.security.auth_enabled": str(password is not None).lower(),
        **(ENCRYPTED if tls else {}),
        **more,
    }
    folder = home / "conf"
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{name}={value}\n" for name, value in lines.items())
    (folder / "neo4j.conf").write_text(text, encoding="utf-8")
    if tls:
        _certify(home / "certificates" / "bolt")
    return folder


def _certify(folder: Path) -> None:
    if not (folder / "public.crt").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(CERTIFICATE, cwd=folder, check=True, capture_output=True)  # noqa: S603


def answers(uri: str, password: str | None) -> bool:
    """Whether a query is answered; a new server gets its password first.

    Raises:
        NoServer: it has another password, or does not take this one.
    """
    try:
        try:
            _run(uri, password, "RETURN 1")
        except AuthError:
            _change(uri, password)
    except (ServiceUnavailable, SessionExpired):
        return False
    return True


def _change(uri: str, password: str | None) -> None:
    change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    try:
        _run(uri, USER, change, database="system", old=USER, new=password)
    except AuthError as error:
        raise NoServer(
            f"the server at {uri} was given another password before; set NEO4J_PASSWORD to it"
        ) from error
    except ClientError as error:
        raise NoServer(
            f"Neo4j refused the password ({error.message}); set NEO4J_PASSWORD to a better one"
        ) from error


def _run(
    uri: str, password: str | None, query: str, database: str | None = None, **values: str | None
) -> None:
    auth = (USER, password) if password else None
    with (
        GraphDatabase.driver(uri, auth=auth) as driver,
        driver.session(database=database) as session,
    ):
        session.run(query, values).consume()


def free_port(port: int = 0) -> int:
    """The port itself if it is free, any free one for 0.

    Raises:
        NoServer: it is taken.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise NoServer(
                f"port {port} of this machine is taken; stop what listens there or take another"
            ) from error
        bound: int = probe.getsockname()[1]
        return bound
