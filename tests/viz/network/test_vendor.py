import hashlib
import json
from importlib.resources import files

VENDOR = files("hedgerow.viz.network") / "vendor"
MANIFEST = json.loads(VENDOR.joinpath("MANIFEST.json").read_text("utf-8"))["files"]


def test_vendored_files_are_those_of_the_manifest() -> None:
    for entry in MANIFEST:
        data = VENDOR.joinpath(entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert entry["version"].encode() in data[:2000]


def test_vendored_files_come_with_their_licence() -> None:
    named = {name for entry in MANIFEST for name in entry["licence_files"]}
    listed = {"MANIFEST.json", *named, *(entry["file"] for entry in MANIFEST)}
    assert {file.name for file in VENDOR.iterdir()} == listed
    assert all(VENDOR.joinpath(name).read_text("utf-8").strip() for name in named)


def test_vendored_scripts_can_stand_inside_a_page() -> None:
    for entry in MANIFEST:
        text = VENDOR.joinpath(entry["file"]).read_bytes().decode().lower()
        assert "</script" not in text
        assert "<!--" not in text
        assert "\r" not in text
