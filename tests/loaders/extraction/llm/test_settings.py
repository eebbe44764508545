"""Which addresses and keys are taken, and what is said where the extra is missing."""

import sys
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.loaders.extraction.llm import Settings, open_model
from hedgerow.loaders.extraction.llm.settings import read_key


@pytest.mark.parametrize(
    "url",
    ["localhost:8080", "ftp://h/v1", "http://", "https://me:pw@h/v1", "http://h/v1?key=s3cret"],
)
def test_an_address_that_cannot_be_asked_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        Settings(url, "small")
    assert "s3cret" not in str(raised.value)
    assert "pw" not in str(raised.value).split()


def test_a_key_is_one_word_and_never_shown(tmp_path: Path) -> None:
    assert "s3cret" not in repr(Settings("http://h/v1", "small", "s3cret"))
    for bad in ("s3cret\nX-Header: 1", "s3 cret", "s3crét"):
        with pytest.raises(UsageError) as raised:
            Settings("http://h/v1", "small", bad)
        assert "s3" not in str(raised.value)


def test_a_key_comes_from_a_file_else_from_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-file\n")
    assert read_key("from-environment", file) == "from-file"
    assert read_key("from-environment", None) == "from-environment"
    assert read_key("", None) is None
    file.write_text("\n")
    for place in (file, tmp_path / "missing"):
        with pytest.raises(UsageError, match=str(place)):
            read_key(None, place)


@pytest.mark.parametrize("missing", ["httpx", "platformdirs"])
def test_without_the_extra_it_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("opening", "connection"):
        monkeypatch.delitem(sys.modules, f"hedgerow.loaders.extraction.llm.{module}", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(UsageError, match=r'pip install "hedgerow\[llm\]"'):
        open_model(Settings("http://h/v1", "small"))
