import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pytest

FOLDERS = {
    "shipped": files("hedgerow.viz") / "vendor",
    "for tests": files("tests.viz.vendor"),
}
OUR_OWN = {"MANIFEST.json", "__init__.py", "test_vendor.py", "__pycache__"}


@pytest.fixture(params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Traversable:
    return FOLDERS[request.param]


def entries(folder: Traversable) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(
        folder.joinpath("MANIFEST.json").read_text("utf-8")
    )["files"]
    return found


def test_vendored_files_are_those_of_the_manifest(folder: Traversable) -> None:
    for entry in entries(folder):
        data = folder.joinpath(entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["file"]
        assert {"name", "version", "source", "licence"} <= entry.keys()


def test_vendored_files_come_with_their_licence(folder: Traversable) -> None:
    named = {name for entry in entries(folder) for name in entry["licence_files"]}
    listed = {*named, *(entry["file"] for entry in entries(folder))}
    assert {file.name for file in folder.iterdir()} - OUR_OWN == listed
    assert all(folder.joinpath(name).read_text("utf-8").strip() for name in named)


def test_vendored_scripts_can_stand_inside_a_page() -> None:
    for entry in entries(FOLDERS["shipped"]):
        if entry["file"].endswith(".js"):
            text = FOLDERS["shipped"].joinpath(entry["file"]).read_bytes().decode().lower()
            assert "</script" not in text, entry["file"]
            assert "<!--" not in text, entry["file"]
            assert "\r" not in text, entry["file"]
