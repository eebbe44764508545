"""What Java and Maven lack is told in one sentence with a next step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import neo4j_jars
from scripts.neo4j_jars import NoServer, jars, java_command

Programs = Callable[[str, str], None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Puts a program of the test's own making on an otherwise empty PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("JAVA_HOME", raising=False)

    def write(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    return write


def test_without_java_it_says_what_to_install(program: Programs) -> None:
    with pytest.raises(NoServer, match=r"needs Java.*; install openjdk-17-jre-headless"):
        java_command()


def test_an_unfit_java_is_named(program: Programs) -> None:
    program("java", """echo 'openjdk version "11.0.2" 2019-01-15' >&2""")
    with pytest.raises(NoServer, match="which is Java 11; install openjdk-17-jre-headless"):
        java_command()


def test_without_maven_it_says_what_to_install(
    program: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_jars, "CACHE", tmp_path)
    with pytest.raises(NoServer, match="install maven"):
        jars()


def test_what_maven_complains_of_is_told_and_nothing_is_kept(
    program: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setattr(neo4j_jars, "CACHE", cache)
    program("mvn", "echo '[ERROR] Unknown host repo.example'; exit 1")
    with pytest.raises(NoServer, match=r"\(Unknown host repo.example\); look at the network"):
        jars()
    assert list(cache.iterdir()) == []
