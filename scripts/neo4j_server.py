"""A real Neo4j Community server on this machine, for development, tests and benchmarks.

with Neo4jServer(folder) as server, server.driver() as driver:
    driver.execute_query("RETURN 1")
"""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from neo4j import Driver, GraphDatabase

from scripts.neo4j_jars import NoServer, java_command
from scripts.neo4j_setup import USER, answers, configure, free_port

DEADLINE_SECONDS = 120.0
STOP_SECONDS = 60.0
# Ends the whole process group when whoever started it is gone: even a killed test run leaves
# no server behind.
TETHER = ("sh", "-c", 'exec 3<&0; (read -r _ <&3; kill -9 0) & exec "$@" 3<&-', "sh")


@dataclass
class Neo4jServer:
    """One server and its folder. Data outlives `stop`, `kill` and `restart`, not `wipe`.

    Attributes:
        home: the folder; made if missing.
        port: of Bolt on 127.0.0.1; 0 takes a free one, which a restart keeps.
        password: of the user neo4j, at least 8 characters, set at the first start; None: no login.
        tls: whether Bolt is encrypted, with a certificate of its own.
        heap: of Java, as in `512m`.
        java: more options of Java, such as QUICK of `neo4j_jars`.
        conf: more lines of neo4j.conf.
        detached: whether the server outlives this process.
    """

    home: Path
    port: int = 0
    password: str | None = None
    tls: bool = False
    heap: str = "512m"
    java: tuple[str, ...] = ()
    conf: dict[str, str] = field(default_factory=dict)
    detached: bool = False
    process: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)

    @property
    def uri(self) -> str:
        """Where drivers find it; `bolt+ssc` takes the server's own certificate as it is."""
        return f"bolt{'+ssc' if self.tls else ''}://127.0.0.1:{self.port}"

    @property
    def auth(self) -> tuple[str, str] | None:
        """How drivers log in."""
        return (USER, self.password) if self.password else None

    @property
    def pid(self) -> int | None:
        """Of the server, and of its process group; None while it does not run."""
        return self.process.pid if self.process else None

    @property
    def certificate(self) -> Path:
        """The public half, for those who check it."""
        return self.home / "certificates" / "bolt" / "public.crt"

    def driver(self) -> Driver:
        """A new driver; close it."""
        return GraphDatabase.driver(self.uri, auth=self.auth)

    def start(self) -> str:
        """The URI, once the server answers.

        Raises:
            NoServer: it cannot be had, or did not come up.
        """
        self.home = self.home.resolve()
        command = java_command(f"-Xms{self.heap}", f"-Xmx{self.heap}", *self.java)
        self.port = free_port(self.port)
        folder = configure(self.home, self.port, self.password, self.tls, self.conf)
        command += [f"--home-dir={self.home}", f"--config-dir={folder}", "--console-mode"]
        told = self.home / "console.log"
        with told.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603  our own command
                command if self.detached else [*TETHER, *command],
                stdin=subprocess.DEVNULL if self.detached else subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self._wait(self.process, told)
        except BaseException:
            self.kill()
            raise
        return self.uri

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()
        self.process = None

    def stop(self) -> None:
        """Shut it down in order."""
        if self.process:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        self.kill()

    def restart(self) -> str:
        """Stop it in order and start it again, at the same URI."""
        self.stop()
        return self.start()

    def wipe(self) -> None:
        """Kill it, and remove its data and users."""
        self.kill()
        shutil.rmtree(self.home / "data", ignore_errors=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _wait(self, process: subprocess.Popen[bytes], told: Path) -> None:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not answers(self.uri, self.password):
            if process.poll() is not None:
                lines = [line for line in told.read_text().splitlines() if "ERROR" in line]
                said = lines[0] if lines else "it said nothing"
                raise NoServer(f"Neo4j ended at its start ({said}); see {told}")
            if time.monotonic() > deadline:
                raise NoServer(f"Neo4j did not answer in {DEADLINE_SECONDS:.0f} s; see {told}")
            time.sleep(0.05)
