"""Children that are forked from one process which has everything imported, and may be harmed.

The parent never opens a store: RocksDB's threads would not survive a fork.
"""

import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from hedgerow.errors import HedgerowError
from hedgerow.graph.intact import is_damage

Tell = Callable[..., None]
"""Tells the parent something at once, in one write: a word and what belongs to it."""
PATIENCE = 120.0


@dataclass
class Told:
    """What a child told until it ended, and how it ended."""

    begun: bool = False
    acknowledged: list[str] = field(default_factory=list)
    result: Any = None
    error: tuple[str, str, bool] | None = None
    """The name of an exception, its text, and whether it is one of hedgerow's own."""
    status: int = 0
    hung: bool = False


class Child:
    """A process that does one thing and tells of it through a pipe."""

    def __init__(self, task: Callable[[Tell], Any]) -> None:
        self.told = Told()
        self._rest = b""
        self._pipe, end = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _live(task, end)
        os.close(end)

    def follow(self, seconds: float = PATIENCE, *, commits: int | None = None) -> bool:
        """Listen for a while, or until so many commits are made; False if the child has ended."""
        deadline = time.monotonic() + seconds
        while commits is None or not self._has_made(commits):
            left = deadline - time.monotonic()
            if left <= 0:
                return True
            if select.select([self._pipe], [], [], left)[0] and not self._hear():
                return False
        return True

    def send(self, number: int) -> None:
        """Send a signal; the child may be gone."""
        os.kill(self.pid, number)  # not yet waited for, so its number is still its own

    def end(self) -> Told:
        """Listen to the end; one that does not end is killed and called hung."""
        if self.follow():
            self.told.hung = True
            self.send(signal.SIGKILL)
            self.follow()
        os.close(self._pipe)
        self.told.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.told

    def _has_made(self, commits: int) -> bool:
        return self.told.begun and len(self.told.acknowledged) >= commits

    def _hear(self) -> bool:
        read = os.read(self._pipe, 1 << 16)
        *lines, self._rest = (self._rest + read).split(b"\n")
        for line in lines:
            word, *rest = json.loads(line)
            if word == "begin":
                self.told.begun = True
            elif word == "ack":
                self.told.acknowledged.append(rest[0])
            elif word == "result":
                self.told.result = rest[0]
            else:
                self.told.error = (rest[0], rest[1], rest[2])
        return bool(read)


def call(task: Callable[[], Any]) -> Told:
    """What a call gives, made in a child."""
    return Child(lambda _: task()).end()


def _live(task: Callable[[Tell], Any], end: int) -> NoReturn:
    """A child's life. Signals are as for a command that a user types, whoever started us."""

    def tell(*words: object) -> None:
        os.write(end, json.dumps(words).encode() + b"\n")

    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    code = 0
    try:
        tell("result", task(tell))
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent must hear of it
        code = 1
        ours = isinstance(error, HedgerowError) or is_damage(error)
        tell("error", type(error).__name__, str(error), ours)
    os._exit(code)
