"""A store to damage: made once, copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.graph.doctor.sick import make


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound store with something of everything, which no test changes."""
    path = tmp_path_factory.mktemp("sound") / "news.store"
    make(path)
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    """A copy of it to damage."""
    return Path(shutil.copytree(sound, tmp_path / "news.store"))
