"""Refreshing the officials table, against a real server on this machine."""

import csv
import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scripts.conftest import SCRIPTS, Reply, Wikidata, bindings

import refresh_officials  # isort: skip
from refresh_query import Service, holders  # isort: skip
from refresh_settings import load_settings  # isort: skip

HEADER = "name,aliases,state,office,title,from,to,source_url,confidence\n"
ROWS = """Le Van Mau,Lê Văn Mẫu;Mau,VNM,foreign_minister,Foreign Minister,2016-04-08,,,memory
Tran Thi Mot,,VNM,other,Spokesperson,2019,,,memory
Jane Sample,"Sample;Jane Q. Sample, Jr.",USA,foreign_minister,Secretary of State,2017-02,2021-01-20,https://example.org/a,high
Some Body,,ASEAN,other,Secretary-General,2018,2022,,memory
"""


@dataclass
class Ran:
    """What a run did."""

    code: int
    changes: list[dict[str, str]]
    err: str

    def kinds(self) -> dict[str, str]:
        """What is said of whom."""
        return {each["name"]: each["change"] for each in self.changes}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "officials.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


@pytest.fixture
def run(
    wikidata: Wikidata,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ran]:
    def ran(*arguments: str) -> Ran:
        given = ["--endpoint", wikidata.url, "--table", str(table), *arguments]
        monkeypatch.setattr(sys, "argv", ["refresh_officials.py", *given])
        code = refresh_officials.main()
        out, err = capsys.readouterr()
        return Ran(code, list(csv.DictReader(io.StringIO(out))), err)

    return ran


def test_a_new_holder_is_reported_and_written_only_when_asked(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path
) -> None:
    wikidata.person("Q1", "Phạm Văn Hai", "Phạm Hai", "Iron Fox", "Hai")
    wikidata.held("Q1", "Q104", "2021-04-08", "")
    told = run("--dry-run")
    assert told.code == 0
    assert told.kinds() == {"Pham Van Hai": "new_holder"}
    assert table.read_text(encoding="utf-8") == HEADER + ROWS
    assert "Nothing written" in told.err
    assert run("--write").kinds() == told.kinds()
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[3] == (
        "Pham Van Hai,Phạm Văn Hai;Phạm Hai,VNM,defence_minister,"
        "Minister of National Defence of Vietnam,2021-04-08,,"
        "https://www.wikidata.org/wiki/Q1,medium"
    )
    assert "\n".join(lines[:3] + lines[4:]) + "\n" == HEADER + ROWS


def test_an_ended_term_is_filled_in_and_nothing_else_of_its_row_changes(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path
) -> None:
    wikidata.person("Q1", "Lê Văn Mẫu")
    wikidata.held("Q1", "Q103", "2016-04", "2021-07-26")
    wikidata.held("Q1", "Q103", "2021-07-28", "2023-01")
    assert run("--write").kinds() == {"Le Van Mau": "ended_term"}
    assert table.read_text(encoding="utf-8") == (HEADER + ROWS).replace(
        "2016-04-08,,,memory", "2016-04-08,2023-01,https://www.wikidata.org/wiki/Q1,memory"
    )
    assert run("--write").changes == []


def test_dates_that_differ_are_reported_and_left_alone(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path
) -> None:
    wikidata.person("Q1", "Le Van Mau")
    wikidata.held("Q1", "Q103", "2011-01-01", "2023-01-05")
    wikidata.person("Q2", "Sample, Jane")
    wikidata.held("Q2", "Q203", "2017-02-01", "2021-03-01")
    told = run("--write")
    assert told.kinds() == {"Le Van Mau": "dates_differ", "Sample, Jane": "dates_differ"}
    assert told.changes[1]["table_to"] == "2021-01-20"
    assert told.changes[1]["wikidata_to"] == "2021-03-01"
    assert table.read_text(encoding="utf-8") == HEADER + ROWS


def test_a_term_without_a_known_end_is_not_added_once_somebody_followed(
    run: Callable[..., Ran], wikidata: Wikidata
) -> None:
    wikidata.person("Q1", "Old Guard")
    wikidata.held("Q1", "Q102", "2010-01-01")
    wikidata.person("Q2", "Next One")
    wikidata.held("Q2", "Q102", "2014-01-01", "unknown")
    wikidata.person("Q3", "Last Comer")
    wikidata.held("Q3", "Q102", "2019-01-01")
    wikidata.person("Q4", "Long Gone")
    wikidata.held("Q4", "Q101", "1990")
    wikidata.person("Q5", "Also Gone")
    wikidata.held("Q5", "Q101", "1995", "2006")
    wikidata.person("Q6", "Here Still")
    wikidata.held("Q6", "Q101", "2007")
    kinds = {"Old Guard": "no_end", "Next One": "no_end", "Last Comer": "new_holder"}
    assert run().kinds() == {**kinds, "Here Still": "new_holder"}


def test_what_may_be_somebody_known_is_shown_and_not_added(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path
) -> None:
    wikidata.person("Q1", "Le Mau the Elder")
    wikidata.held("Q1", "Q103", "2016-04-09")
    wikidata.person("Q2", "Jane Sample")
    wikidata.held("Q2", "Q101", "2018-01-01", "2019-01-01")
    told = run("--write")
    assert told.kinds() == {"Le Mau the Elder": "other_name", "Jane Sample": "other_state"}
    assert table.read_text(encoding="utf-8") == HEADER + ROWS


def test_left_out_are_numbers_for_names_deputies_the_undated_the_deprecated_and_provinces(
    run: Callable[..., Ran], wikidata: Wikidata
) -> None:
    wikidata.add("wd:Q1 wdt:P31 wd:Q5 .")
    wikidata.held("Q1", "Q102", "2020")
    wikidata.person("Q2", "Q2")
    wikidata.held("Q2", "Q102", "2021")
    wikidata.person("Q3", "Deputy Somebody")
    wikidata.held("Q3", "Q106", "2020")
    wikidata.person("Q4", "Undated Person")
    wikidata.held("Q4", "Q102")
    wikidata.person("Q5", "Wrong Person")
    wikidata.held("Q5", "Q102", "2022", more="{} wikibase:rank wikibase:DeprecatedRank .")
    wikidata.person("Q6", "Of A Province")
    wikidata.held("Q6", "Q205", "2020")
    wikidata.person("Q7", "To Come")
    wikidata.held("Q7", "Q102", "2999-01-01")
    told = run()
    assert told.changes == []
    assert "2 skipped without an English name" in told.err
    assert "1 skipped of a deputy or another post" in told.err
    assert "1 skipped without a start date" in told.err
    assert "1 skipped not yet in office" in told.err


def test_names_for_all_languages_acting_holders_and_heads_of_both_kinds_are_read(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path
) -> None:
    wikidata.person("Q1", "Ann Example", language="mul")
    wikidata.held("Q1", "Q201", "2025-01-20", more="{} pq:P5102 wd:Q4676846 .")
    run("--write", "--state", "usa")
    added = [line for line in table.read_text(encoding="utf-8").splitlines() if "Ann" in line]
    assert [line.split(",")[3:5] for line in added] == [
        ["head_of_state", "Acting President"],
        ["head_of_government", "Acting President"],
    ]
    assert all('"USA"' in query and "VNM" not in query for query in wikidata.queries)


def test_only_states_are_asked_for_and_the_service_learns_who_asks(
    run: Callable[..., Ran], wikidata: Wikidata
) -> None:
    run("--contact", "desk@example.org")
    assert all('VALUES ?state { "VNM" "USA" }' in query for query in wikidata.queries)
    assert all("hedgerow" in agent and "desk@example.org" in agent for agent in wikidata.agents)


def test_answers_are_read_page_by_page(wikidata: Wikidata) -> None:
    for number in range(1, 6):
        wikidata.person(f"Q{number}", f"Holder {number}")
        wikidata.held(f"Q{number}", "Q102", f"201{number}", f"201{number + 1}")
    settings = load_settings(SCRIPTS / "wikidata_offices.yaml").model_copy(update={"page_size": 2})
    found = list(holders(Service(wikidata.url, "test", 5, 0), settings, ["VNM"]))
    assert sorted(each.name for each in found) == [f"Holder {number}" for number in range(1, 6)]


def test_a_server_that_does_not_page_is_found_out(wikidata: Wikidata) -> None:
    row = {"state": "VNM", "held": "s", "person": "Q1", "name": "Holder One"}
    wikidata.first = [Reply(body=bindings(row)) for _ in range(2)]
    settings = load_settings(SCRIPTS / "wikidata_offices.yaml").model_copy(update={"page_size": 1})
    with pytest.raises(Exception, match="same page"):
        list(holders(Service(wikidata.url, "test", 5, 0), settings, ["VNM"]))


def test_a_request_to_wait_is_obeyed(run: Callable[..., Ran], wikidata: Wikidata) -> None:
    wikidata.first = [Reply(503), Reply(429, headers={"Retry-After": "1"})]
    wikidata.person("Q1", "Pham Van Hai")
    wikidata.held("Q1", "Q104", "2021-04-08")
    began = time.monotonic()
    told = run("--retries", "3")
    assert told.kinds() == {"Pham Van Hai": "new_holder"}
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(429, headers={"Retry-After": "86400"}), "asks to wait (Retry-After: 86400)"),
        (Reply(429), "HTTP 429"),
        (Reply(403), "--contact"),
        (Reply(500), "HTTP 500"),
        (Reply(body=b'{"results": {"bindings": [{"na'), "not a result in JSON"),
        (Reply(body=b"<html>java.util.concurrent.TimeoutException"), "not a result in JSON"),
        (Reply(body=bindings({"state": "VNM"})), "not a result in JSON"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line_and_nothing_is_written(
    run: Callable[..., Ran], wikidata: Wikidata, table: Path, reply: Reply, words: str
) -> None:
    wikidata.first = [reply, reply]
    told = run("--write", "--retries", "1")
    assert told.code == 5
    assert words in told.err
    assert told.err.count("\n") == 1
    assert table.read_text(encoding="utf-8") == HEADER + ROWS


def test_no_network_is_told_in_one_line(run: Callable[..., Ran]) -> None:
    told = run("--endpoint", "http://127.0.0.1:9/sparql", "--retries", "0")
    assert told.code == 5
    assert "check the network" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--state", "XX"], ["--table", __file__]])
def test_wrong_arguments_are_usage_errors(run: Callable[..., Ran], arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(*arguments)


def test_it_runs_as_a_script_and_shows_an_example() -> None:
    script = [sys.executable, str(SCRIPTS / "refresh_officials.py"), "--help"]
    shown = subprocess.run(script, capture_output=True, text=True, check=True)  # noqa: S603
    assert "python scripts/refresh_officials.py --state VNM" in shown.stdout
