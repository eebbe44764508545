"""Tables, whatever their columns and cells say."""

import sys

import pytest

from hedgerow.cli.output import note, print_table, write_or_print
from hedgerow.errors import UsageError


def test_headings_are_not_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([{"[/b]": 1, "[x IN n | x]": "[bold]2"}], ("[/b]", "[x IN n | x]"))
    told = capsys.readouterr().out
    assert "[/b]" in told
    assert "[x IN n | x]" in told
    assert "[bold]2" in told


def test_what_is_no_text_is_kept_from_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(UsageError, match="name a file with -o, or use a pipe"):
        write_or_print(b"PK\x03\x04\0\0", None)


def test_pipes_take_what_is_no_text(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_or_print(b"PK\0", None)
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == b"PK\0"


def test_notes_are_broken_between_words_on_terminals_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "skipped articles/a-long-name-of-a-file.csv: it is neither this nor that"
    note(text)
    assert capsys.readouterr().err == text + "\n"
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    note(text)
    lines = capsys.readouterr().err.splitlines()
    assert "  articles/a-long-name-of-a-file.csv:" in lines
    assert " ".join(line.strip() for line in lines) == text
