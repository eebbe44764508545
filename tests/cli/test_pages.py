from pathlib import Path

import icalendar

from tests.cli.conftest import Run


def test_a_network_page_is_written(run: Run, loaded: Path) -> None:
    ran = run("network", "Vietnam", "-o", "page.html", "--open-edge", "VNM,RUS")
    assert ran.code == 0
    assert "page.html" in ran.err
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_network_is_a_page_and_nothing_else(run: Run, loaded: Path) -> None:
    ran = run("network", "-o", "page.svg")
    assert (ran.code, Path("page.svg").exists()) == (2, False)
    assert "name a file.html, not page.svg" in ran.err
    assert run("network", "-o", "PAGE.HTML").code == 0


def test_a_page_goes_to_standard_output_for_a_dash(run: Run, loaded: Path) -> None:
    ran = run("network", "-o", "-")
    assert ran.out.startswith("<!doctype html>")
    assert "wrote" not in ran.err


def test_a_timeline_takes_its_form_from_the_file(run: Run, loaded: Path) -> None:
    assert run("timeline", "VNM", "JPN", "--all", "-o", "ties.ics").code == 0
    calendar = icalendar.Calendar.from_ical(Path("ties.ics").read_bytes())
    assert any("Japan" in str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))


def test_a_timeline_on_the_terminal_is_a_table_that_fits(run: Run, loaded: Path) -> None:
    out = run("timeline", "Vietnam").out
    assert "talks" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_unknown_ending_is_refused_with_the_known_ones(run: Run, loaded: Path) -> None:
    ran = run("timeline", "VNM", "-o", "ties.odt")
    assert ran.code == 2
    assert "csv" in ran.err
