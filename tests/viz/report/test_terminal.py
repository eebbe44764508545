import io
import re

from rich.console import Console

from hedgerow.viz.report import Report, render, to_terminal
from tests.viz.report.samples import RICH_MARKUP, hostile_report


def coloured(report: Report) -> str:
    out = io.StringIO()
    Console(file=out, width=80, force_terminal=True, color_system="truecolor").print(
        to_terminal(report)
    )
    return out.getvalue()


def text(report: Report) -> str:
    return render(report, "txt").decode()


def test_fits_eighty_columns(rich: Report) -> None:
    assert max(map(len, text(rich).splitlines())) <= 80


def test_shows_sentences_with_their_numbers(rich: Report) -> None:
    shown = text(rich)
    assert "- denied: Russian base access at Cam Ranh. [2]" in shown
    assert "[2] “The foreign ministry denied that foreign forces" in shown
    assert "denied by Vietnam; Coast Agency, No bases, says ministry, 2016-10" in shown
    assert "(row of a table)" in shown


def test_numbers_stand_to_the_right(rich: Report) -> None:
    assert re.search(r"signed +4  \[1\]$", text(rich), re.MULTILINE)
    assert re.search(r"occurred +1,204  \[4\]$", text(rich), re.MULTILINE)


def test_a_drawing_is_told(rich: Report) -> None:
    assert "[drawing] Level of the partnership with Russia" in text(rich)
    assert "A staircase" in text(rich)


def test_no_control_reaches_a_terminal(hostile: Report) -> None:
    shown = text(hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert not re.search("\x1b(?!\\[[0-9;]*m)", coloured(hostile))
    assert max(map(len, shown.splitlines())) <= 80


def test_markup_of_rich_is_shown_as_text() -> None:
    shown = coloured(hostile_report(RICH_MARKUP))
    assert "[bold red]loud[/]" in shown
    assert "\x1b]8" not in shown
