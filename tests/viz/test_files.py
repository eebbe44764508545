import os
import threading
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.viz.files import file_name, whole_file, write_whole


def test_writes_a_file_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.csv"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_leaves_the_old_file_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    write_whole(path, b"old")
    with pytest.raises(RuntimeError), whole_file(path) as file:
        file.write(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_says_what_to_do_where_the_place_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError, match="name another file"):
        write_whole(tmp_path / "file" / "b.csv", b"one")


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "deep" / "target.html", tmp_path / "link.html"
    link.symlink_to(target)
    for content in (b"one", b"two"):
        write_whole(link, content)
        assert link.is_symlink()
        assert target.read_bytes() == content


def test_a_pipe_is_written_through_and_stays(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"one")
    reader.join(5)
    assert read == [b"one"]
    assert pipe.is_fifo()


def test_a_folder_is_no_file_and_stays(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write_whole(tmp_path, b"one")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("notes/talks.txt", "talks.txt"),
        ("C:/notes/talks.txt", "talks.txt"),
        ("https://wire.example/a/talks.html", "talks.html"),
        ("file:///etc/passwd", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("javascript:alert(1)//x", ""),
    ],
)
def test_only_paths_and_web_addresses_name_a_file(source: str, name: str) -> None:
    assert file_name(source) == name
