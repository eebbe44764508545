import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run

START = "import sys; from hedgerow.cli import main; sys.argv[0] = 'hedgerow'; main()"


def test_it_prints_an_address_that_answers_until_interrupted(loaded: Path) -> None:
    command = [sys.executable, "-c", START, "explore", "--port", "0", "--no-open"]
    with subprocess.Popen(  # noqa: S603  our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        address = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", address)
        with httpx.Client(follow_redirects=True) as client:
            assert client.get(address).status_code == 200
            status = client.get(address.partition("?")[0] + "api/status").json()
        assert status["documents"] == 1
        running.send_signal(signal.SIGINT)
        errors = running.stderr.read()
        assert running.wait(10) == 0
    assert "until Ctrl-C" in errors
    assert "Traceback" not in errors


def test_without_a_store_it_says_what_to_do(run: Run) -> None:
    ran = run("explore", "--no-open", "--port", "0")
    assert ran.code == 2
    assert "hedgerow load" in ran.err


def test_a_port_that_is_taken_is_told(run: Run, loaded: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ran = run("explore", "--no-open", "--port", taken.getsockname()[1])
    assert ran.code == 2
    assert "--port" in ran.err


@pytest.mark.parametrize("port", ["-1", "70000"])
def test_ports_out_of_range_are_refused(run: Run, port: str) -> None:
    assert run("explore", "--no-open", "--port", port).code == 2
