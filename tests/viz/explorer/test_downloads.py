"""Files to be saved: names that are safe everywhere, cells that are no formulas."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from hedgerow.viz.explorer.downloads import attachment, csv_of


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("pair-VNM-USA", "pair-VNM-USA.csv"),
        ('../../etc/a"b\r\nSet-Cookie: x', "etc-a-b-Set-Cookie-x.csv"),
        ("x-houthis/ event", "x-houthis-event.csv"),
        ("…", "hedgerow.csv"),
    ],
)
def test_names_are_safe(name: str, saved: str) -> None:
    answer = attachment(b"", name, "csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{saved}"'


def test_media_type_is_the_ending_s_unless_given() -> None:
    assert attachment(b"", "a", "json").media_type == "application/json"
    assert attachment(b"", "a", "unheard-of").media_type == "application/octet-stream"
    assert attachment(b"", "a", "json", "application/ld+json").media_type == "application/ld+json"


def test_cells_are_text() -> None:
    rows = [{"a": "=1+1", "b": ("USA", "VNM"), "c": None, "d": 3}]
    text = csv_of(("a", "b", "c", "d"), rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["a", "b", "c", "d"],
        ["'=1+1", "USA VNM", "", "3"],
    ]


def test_files_are_not_described_as_json(explorer: TestClient) -> None:
    described = explorer.get("/api/openapi.json").json()["paths"]
    files = [path for path in described if path.startswith("/export/") or path.endswith(".css")]
    assert files
    for path in files:
        (operation,) = described[path].values()
        assert "application/json" not in operation["responses"]["200"].get("content", {}), path
