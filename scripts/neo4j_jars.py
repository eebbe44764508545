"""Java, and Neo4j's jars from Maven Central, kept in `.neo4j/` of the checkout."""

import os
import re
import shutil
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path

POM = Path(__file__).parent / "neo4j" / "pom.xml"
CACHE = Path(__file__).parents[1] / ".neo4j"
MAIN = "org.neo4j.server.CommunityEntryPoint"
JAVA_VERSIONS = ("17", "21")
# Starts in half the time and half the memory, for less throughput: for tests, not benchmarks.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# As Neo4j's own launcher opens them.
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


class NoServer(Exception):
    """Why no server can be had, and what would help, in one sentence."""


def java_command(*options: str) -> list[str]:
    """What starts a server, but for its own arguments.

    Raises:
        NoServer: there is no fit Java, or no jars.
    """
    java, folder = _java(), jars()
    shared = [f"-XX:SharedArchiveFile={archive}"] if (archive := classes(folder)).exists() else []
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    # In one order: the archive of classes fits one class path only.
    path = ":".join(str(jar) for jar in sorted(folder.glob("*.jar")))
    return [java, *shared, *options, *opened, "-cp", path, MAIN]


def jars() -> Path:
    """The folder of jars, fetched once for each content of the pom.

    Raises:
        NoServer: Maven is missing, or could not fetch them.
    """
    folder = CACHE / f"jars-{sha256(POM.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
            fetched = _fetch(Path(scratch) / "jars")
            if not folder.is_dir():
                fetched.rename(folder)
    return folder


def classes(folder: Path) -> Path:
    """Where classes are shared ready parsed, which halves the start; one file a Java."""
    return folder / f"classes-{sha256(_told(_java()).encode()).hexdigest()[:12]}.jsa"


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin" if home else None)
    wanted = "install openjdk-17-jre-headless or set JAVA_HOME to Java 17 or 21"
    if found is None:
        raise NoServer(f"Neo4j needs Java, and there is none here; {wanted}")
    version = re.search(r'version "(\d+)', _told(found))
    if version is None or version[1] not in JAVA_VERSIONS:
        is_now = f"Java {version[1]}" if version else "of no version it tells"
        raise NoServer(f"Neo4j 5 does not run on {found}, which is {is_now}; {wanted}")
    return found


def _told(java: str) -> str:
    command = [java, "-version"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr  # noqa: S603


def _fetch(into: Path) -> Path:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServer("Neo4j's jars are fetched with Maven, and there is none here; install maven")
    goal = [maven, "-q", "-B", "-f", str(POM), f"-Djars={into}", "dependency:copy-dependencies"]
    done = subprocess.run(goal, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
        said = lines[0].removeprefix("[ERROR] ") if lines else "it gave no reason"
        raise NoServer(
            f"Maven could not fetch Neo4j's jars ({said}); "
            "look at the network and Maven's settings.xml, then try again"
        )
    return into
