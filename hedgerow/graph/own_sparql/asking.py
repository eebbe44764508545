"""Asking in SPARQL with limits: the query runs in a process of its own, which is stopped at them.

pyoxigraph can neither be interrupted nor bounded in the process that asks. What it does to one of
its own is of no concern here.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from hedgerow.errors import HedgerowError, StoreError, UsageError

GRACE = 5
"""So many seconds after its time the process ends even if nobody stops it."""
_KINDS: dict[str, type[HedgerowError]] = {"StoreError": StoreError}


@dataclass(frozen=True, slots=True)
class Limits:
    """Most rows, seconds from the start to the last row, bytes of memory and of the answer."""

    rows: int = 1000
    seconds: float = 60
    memory: int = 2 * 2**30
    size: int = 64 * 2**20


class Answer:
    """The columns of an answer and its rows, as they come; `more` where a limit cut them.

    `full` where that was the limit of size.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", limits: Limits) -> None:
        self.more = self.full = False
        self._process, self._limits = process, limits
        self._timer = Timer(limits.seconds, self._stop)
        self._timer.daemon = True
        self._late = False
        self._timer.start()

    def begin(self, request: dict[str, str | int]) -> None:
        """Hand over what is asked, and wait until it is known to be a query."""
        if self._process.stdin is not None:
            with suppress(BrokenPipeError), self._process.stdin as to:
                to.write(json.dumps(request).encode())
        self.columns: tuple[str, ...] = tuple(self._line()["columns"])

    def __iter__(self) -> Iterator[list[Any]]:
        """The rows.

        Raises:
            UsageError: the query takes too long or too much.
        """
        while not isinstance(line := self._line(), dict):
            yield line
        self.more, self.full = line["more"], line.get("full", False)

    def close(self) -> None:
        """End the process, whatever it does."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def _line(self) -> Any:  # noqa: ANN401  a list or a mapping, as JSON has them
        if self._process.stdout is None:
            raise ValueError("the process has no output")
        text = self._process.stdout.readline()
        if not text.endswith(b"\n"):
            raise self._ended()
        line = json.loads(text)
        if isinstance(line, dict) and "error" in line:
            raise _KINDS.get(line["kind"], UsageError)(line["error"])
        return line

    def _ended(self) -> UsageError:
        """Why the process ended before its answer did."""
        code = self._process.wait()
        if self._late or code == -signal.SIGALRM:
            return UsageError(
                f"The query took longer than {self._limits.seconds:g} s and was stopped; ask for "
                "less, or raise --timeout."
            )
        return UsageError(
            f"The query takes more than the {self._limits.memory / 2**30:g} GB of memory it may "
            f"have, or is nested too deeply, and was stopped ({code}); ask for less."
        )


@contextmanager
def ask(
    store: Path, query: str, *, form: str = "values", limits: Limits | None = None
) -> Iterator[Answer]:
    """Ask the newest snapshot of a store, in a process that ends with this block.

    `form` is `values`, `short` with IRIs and long texts shortened for people, or `nt` or `ttl`,
    where the only column is text of a file of triples.

    Raises:
        UsageError: the query is broken, does more than read this store, or takes too much.
        StoreError: there is no store, or it is damaged.
    """
    within = limits or Limits()
    answer = Answer(_started(within), within)
    try:
        cut = {"limit": within.rows, "size": within.size}
        answer.begin({"store": str(store), "query": query, "form": form, **cut})
        yield answer
    finally:
        answer.close()


def _started(limits: Limits) -> "subprocess.Popen[bytes]":
    """The process, in a session of its own, so that Ctrl-C reaches only us, who then end it."""
    own = (limits.seconds + GRACE, limits.memory, os.getpid())
    return subprocess.Popen(  # noqa: S603  this very interpreter
        [sys.executable, "-P", "-m", "hedgerow.graph.own_sparql.child", *map(str, own)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
    )
