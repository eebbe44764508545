"""`hedgerow brief` as a user runs it."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run


def test_a_brief_on_the_terminal_fits_and_tells_its_period(run: Run, loaded: Path) -> None:
    ran = run("brief", "Vietnam")
    assert ran.code == 0
    assert "Brief: Vietnam" in ran.out
    assert "in talks: Russia to Vietnam: arms deal, Su-35" in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "up to 2025-11-05, the newest publication" in ran.err


def test_a_brief_takes_its_form_from_the_file(run: Run, loaded: Path) -> None:
    for name in ("brief.md", "brief.html", "brief.docx"):
        ran = run("brief", "VNM", "USA", "--since", "1m", "-o", name)
        assert (ran.code, name in ran.err) == (0, True)
    assert Path("brief.md").read_text(encoding="utf-8").startswith("# Brief: Vietnam")
    assert Path("brief.html").read_bytes().lower().startswith(b"<!doctype html>")
    assert docx.Document(io.BytesIO(Path("brief.docx").read_bytes())).paragraphs


def test_a_watch_list_stands_in_for_actors(run: Run, loaded: Path) -> None:
    Path("watch.txt").write_text("Japan\nVNM USA\n", encoding="utf-8")
    ran = run("brief", "--watch", "watch.txt", "--as", "md", "-q", "--lines", "1", "--since", "1y")
    assert ran.code == 0
    assert "Brief: Japan and Vietnam - United States" in ran.out
    assert "--watch watch.txt --since 2024-11-06 --at 2025-11-05 --lines" in ran.out.replace(
        "\\", ""
    )
    assert ran.err == ""


def test_by_recording_the_period_ends_today(run: Run, loaded: Path) -> None:
    ran = run("brief", "VNM", "--by", "recorded", "--since", "1d")
    assert ran.code == 0
    assert "1 document recorded" in ran.out
    assert "today" in ran.err


def test_scripts_get_a_row_a_line_and_none_is_cut(run: Run, loaded: Path) -> None:
    ran = run("brief", "VNM", "--since", "1y", "--lines", "1", "--format", "json", "-q")
    assert (ran.code, ran.err) == (0, "")
    rows = json.loads(ran.out)
    assert {row["list"] for row in rows} >= {"new", "prospect"}
    (talks,) = (row for row in rows if row["item"] == "Su-35")
    assert (talks["list"], talks["status"], talks["actors"]) == (
        "prospect",
        "talks",
        ["RUS", "VNM"],
    )
    assert talks["words"].startswith("in talks: ")
    header = run("brief", "VNM", "-f", "csv").out.splitlines()[0]
    assert header.split(",") == list(rows[0])


def test_a_brief_as_known_leaves_out_what_was_published_later(run: Run, loaded: Path) -> None:
    Path("later.txt").write_text(
        "date 2026-01-09\n\nVietnam signs\n\nVietnam and Japan signed a defence agreement.\n",
        encoding="utf-8",
    )
    assert run("load", "later.txt", "-q", "--no-progress").code == 0
    assert "1 new" in run("brief", "VNM", "--since", "1w").out
    ran = run("brief", "VNM", "--since", "1w", "--as-known", "2025-11-06", "--as", "md")
    assert "2025-10-31 to 2025-11-06" in ran.out
    assert "as known on 2025-11-06" in ran.out
    assert "defence agreement" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "--watch FILE"),
        (("VNM", "--since", "soon"), "7d, 2w, 3m, 1y"),
        (("VNM", "--since", "2026"), "begins after"),
        (("VNM", "--at", "soon"), "write it as 2023"),
        (("Atlantis",), "No state or body"),
        (("--watch", "watch.txt"), "watch.txt, line 2: No state or body is called 'Atlantis'"),
        (("--watch", "missing.txt"), "missing.txt"),
        (("VNM", "--as", "pdf"), "no report format 'pdf'"),
        (("VNM", "-o", "brief"), "no report format"),
        (("VNM", "-f", "json", "-o", "b.md"), "--format prints rows"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    arguments: tuple[str, ...], message: str, run: Run, loaded: Path
) -> None:
    Path("watch.txt").write_text("Japan\nAtlantis\n", encoding="utf-8")
    ran = run("brief", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
