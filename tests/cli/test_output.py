"""Tables, whatever their columns and cells say."""

import pytest

from hedgerow.cli.output import print_table


def test_headings_are_not_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([{"[/b]": 1, "[x IN n | x]": "[bold]2"}], ("[/b]", "[x IN n | x]"))
    told = capsys.readouterr().out
    assert "[/b]" in told
    assert "[x IN n | x]" in told
    assert "[bold]2" in told
