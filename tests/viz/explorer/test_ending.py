"""Ctrl-C while requests are still being answered, and writers that wait for one another."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from hedgerow.cli.load import open_patiently
from hedgerow.errors import StoreBusy
from hedgerow.graph.store import Store
from hedgerow.viz.explorer.serve import PATIENCE

START = """
import sys, time
from hedgerow.viz.explorer import lookbacks
from hedgerow.viz.explorer.api import actors
from hedgerow.cli import main
lookbacks.viewed = lambda *_, **__: time.sleep(60)
actors._found = lambda _: time.sleep(60)
sys.argv[0] = "hedgerow"
main()
"""
"""The command, with looks back and one answer that take a minute."""


@pytest.mark.parametrize("path", ["network?known=2020", "actors/USA"])
def test_it_ends_with_its_patience_whatever_is_worked_out(store_path: Path, path: str) -> None:
    command = [sys.executable, "-c", START, "explore", "--port", "0", "--no-open"]
    with subprocess.Popen(  # noqa: S603  our own command
        [*command, "--store", str(store_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        address = running.stdout.readline().strip()
        with httpx.Client(follow_redirects=True) as client, ThreadPoolExecutor() as pool:
            client.get(address)
            asked = f"{address.partition('?')[0]}api/{path}"
            for _ in range(6):
                pool.submit(client.get, asked, timeout=60)
            time.sleep(0.5)
            begun = time.monotonic()
            running.send_signal(signal.SIGINT)
            assert running.wait(PATIENCE + 10) == 0
            assert time.monotonic() - begun < PATIENCE + 2
        errors = running.stderr.read()
    assert "Traceback" not in errors
    assert errors.count("\n") <= 2


def test_a_load_waits_for_a_judgement(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judging = Store.open(own_store)
    threading.Timer(0.5, judging.close).start()
    with open_patiently(own_store) as opened:
        assert opened.counts().documents
        monkeypatch.setattr("hedgerow.cli.load.PATIENCE", 0.2)
        with pytest.raises(StoreBusy):
            open_patiently(own_store)
