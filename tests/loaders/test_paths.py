import os
from pathlib import Path

import pytest

from hedgerow.loaders.paths import find_files
from hedgerow.loaders.records import Skipped

CODED_HEADER = "date,type,status,phase,actor_a,actor_b\n"


def found(*names: Path | str) -> list[Path | Skipped]:
    return list(find_files([str(name) for name in names]))


def files(*names: Path | str) -> list[str]:
    return [item.name for item in found(*names) if isinstance(item, Path)]


def skipped(*names: Path | str) -> list[Skipped]:
    return [item for item in found(*names) if isinstance(item, Skipped)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/deep/d.jsonl", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("An article.")
    return tmp_path


def test_a_folder_is_read_in_order_and_in_depth_without_hidden_files(folder: Path) -> None:
    assert files(folder) == ["a.md", "b.txt", "c.HTML", "d.jsonl"]
    assert skipped(folder) == []


def test_patterns_match_in_order(folder: Path) -> None:
    assert files(f"{folder}/*.txt") == ["b.txt"]
    assert files(f"{folder}/**/*.jsonl", f"{folder}/[ab].*") == ["d.jsonl", "a.md", "b.txt"]


def test_a_file_is_found_once_however_often_it_is_named(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    assert files(folder / "b.txt", folder, f"{folder}/*.txt").count("b.txt") == 1
    assert "link.txt" not in files(folder / "b.txt", folder)


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("An article.")
    assert files(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_loops_of_links_end(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    assert files(folder) == ["a.md", "b.txt", "c.HTML", "d.jsonl"]


def test_other_files_in_a_folder_are_counted_in_one_minor_line(folder: Path) -> None:
    for name in ("x.png", "y.png", "z.css", "facts.csv", "LICENSE"):
        (folder / name).write_text("a,b\n")
    (folder / "milestones.csv").write_text(CODED_HEADER)
    (line,) = skipped(folder)
    assert line.minor
    assert line.reason == "read, but left out: .css 1, .png 2, no suffix 1"
    assert {"milestones.csv", "facts.csv"} <= set(files(folder))


def test_documents_of_unread_kinds_are_named_one_by_one(folder: Path) -> None:
    (folder / "paper.docx").write_bytes(b"PK")
    (line,) = skipped(folder)
    assert not line.minor
    assert line.source.endswith("paper.docx")
    assert line.reason.startswith(".docx files are not read; give one of .txt")


def test_a_pipe_in_a_folder_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "pipe.txt" not in files(folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere.txt", "there is no such file or folder; check the spelling"),
     ("*.nothing", "nothing matches this pattern; check it, and quote it"),
     ("a.xyz", ".xyz files are not read; give one of .txt"),
     ("plain", "files without a suffix are not read; give one of"),
     ("empty", "there are no articles in this folder; give another"),
     ("dangling.txt", "the link leads nowhere; mend it")],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "a.xyz").write_text("An article.")
    (tmp_path / "plain").write_text("An article.")
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    (line,) = skipped(tmp_path / name)
    assert line.reason.startswith(said)
    assert not line.minor


def test_names_that_no_file_has_are_told() -> None:
    assert "no file name" in skipped("a\0b")[0].reason
    assert "no file name" in skipped("")[0].reason


def test_a_hostile_file_name_is_shown_harmlessly(tmp_path: Path) -> None:
    name = os.fsdecode(b"\x1b[31m\xff\n.pdf")
    (tmp_path / name).write_text("x")
    assert all(line.source.isprintable() for line in skipped(tmp_path))
