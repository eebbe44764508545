from pathlib import Path

import icalendar
import openpyxl
import pytest

from hedgerow.cli.timeline import FORMS
from hedgerow.viz.timeline import forms
from tests.cli.conftest import Run


@pytest.mark.parametrize("form", sorted(forms()))
def test_every_format_is_written(form: str, run: Run, loaded: Path) -> None:
    ran = run("timeline", "VNM", "--as", form, "-o", "out.bin")
    assert ran.code == 0
    assert Path("out.bin").stat().st_size
    assert "wrote out.bin: Vietnam: " in ran.err


def test_the_help_names_every_format() -> None:
    assert FORMS.replace(" or ", ", ").split(", ") == list(forms())


def test_the_form_follows_the_ending(run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", "-o", "ties.xlsx").code == 0
    assert openpyxl.load_workbook("ties.xlsx").sheetnames == ["Timeline", "Sentences", "About"]


@pytest.mark.parametrize("options", [["-o", "TIES.HTML"], ["--as", "HTML", "-o", "TIES.HTML"]])
def test_endings_and_forms_are_read_in_any_case(options: list[str], run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", *options).code == 0
    assert Path("TIES.HTML").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_linked_data_may_be_called_json(run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", "--as", "jsonld", "-o", "ties.json").code == 0


def test_a_dash_is_standard_output(run: Run, loaded: Path) -> None:
    ran = run("timeline", "VNM", "--as", "csv", "-o", "-")
    assert ran.out.startswith("actors,")
    assert not Path("-").exists()


def test_a_calendar_holds_the_past_only_on_request(run: Run, loaded: Path) -> None:
    def count(*options: str) -> int:
        assert run("timeline", "VNM", "-o", "ties.ics", *options).code == 0
        return len(icalendar.Calendar.from_ical(Path("ties.ics").read_bytes()).walk("VEVENT"))

    assert count() == 0
    assert count("--all") == 2
    assert count("--anniversaries") == 1
    assert count("--all", "--anniversaries") == 3


def test_says_that_a_calendar_is_empty_and_how_to_fill_it(run: Run, loaded: Path) -> None:
    ran = run("timeline", "VNM", "-o", "ties.ics")
    assert "Nothing is stated to come, so the calendar is empty" in ran.err
    assert "--all writes what was before" in ran.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--as", "html", "--all"], "--all goes with ics, not with html"),
        (["--as", "svg", "--scale", "2"], "--scale goes with png, not with svg"),
        (["--bom"], "--bom goes with csv, not with table"),
        (["--as", "png", "--scale", "99"], "a scale from 0.25 to 8, not 99"),
        (["--as", "xslx"], "did you mean xlsx?"),
        (["-o", "ties.odt"], "choose one of csv, docx"),
        (["-o", "."], "is a folder; name a file in it"),
        (["--as", "csv", "-o", "."], "is a folder; name a file in it"),
        (["-o", "ties"], "has no ending; name one"),
        (["--as", "svg", "-o", "ties.html"], "leave out --as, or name a file.svg"),
        (["--neo4j", "bolt://127.0.0.1:1", "--at", "2020"], "without --neo4j"),
        (["--user", "neo4j"], "need --neo4j URI"),
    ],
)
def test_refuses_what_does_not_go_together(
    options: list[str], told: str, run: Run, loaded: Path
) -> None:
    ran = run("timeline", "VNM", *options)
    assert ran.code == 2
    assert told in ran.err
    assert not ran.out


def test_a_server_that_is_not_there_is_named(run: Run, loaded: Path) -> None:
    ran = run("timeline", "VNM", "--neo4j", "bolt://127.0.0.1:1", "--password-file", "none")
    assert ran.code in {2, 5}
    assert ran.err.startswith("hedgerow: ")


def test_a_picture_has_the_scale_that_is_asked_for(run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", "-o", "small.png", "--scale", "0.5").code == 0
    assert int.from_bytes(Path("small.png").read_bytes()[16:20], "big") == 560


def test_a_table_for_spreadsheets_begins_with_the_byte_order_mark(run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", "-o", "ties.csv", "--bom").code == 0
    assert Path("ties.csv").read_bytes()[:3] == b"\xef\xbb\xbf"
