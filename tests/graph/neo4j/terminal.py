"""`hedgerow sync` in a process of its own, where no password may show."""

import os
import pty
import subprocess
import sys
import time
from collections.abc import Sequence

RIGHT, WRONG = "right-horse-71", "wrong-staple-93"
COMMAND = (sys.executable, "-c", "from hedgerow.cli import main; main()", "sync")
ASKS = b"Password of neo4j"


def ran(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """The exit code and all output of a command with nobody at the terminal."""
    done = subprocess.run(  # noqa: S603
        [*COMMAND, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert RIGHT not in done.stdout
    assert WRONG not in done.stdout
    return done.returncode, done.stdout


def typed(environment: dict[str, str], arguments: Sequence[str], answer: bytes) -> tuple[int, str]:
    """The same of a command at a terminal, where a prompt is answered."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(COMMAND[0], [*COMMAND, *arguments], environment)  # noqa: S606
    seen, answered = b"", False
    while True:
        try:
            seen += os.read(terminal, 4096)
        except OSError:  # the way Linux says that the other end was closed
            break
        if ASKS in seen and not answered:
            time.sleep(0.1)
            os.write(terminal, answer)
            answered = True
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode()


def is_sentence(text: str) -> bool:
    return text.startswith("hedgerow: ") and text.endswith(".\n") and text.count("\n") == 1
