from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.viz.files import whole_file, write_whole


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
