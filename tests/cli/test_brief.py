"""`hedgerow brief` as a user runs it."""

import io
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
