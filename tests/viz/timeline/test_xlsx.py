import datetime as dt
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import render
from hedgerow.viz.timeline.csv import TRIGGERS
from tests.viz.timeline.reading import CONTROL, content


def book_of(timeline: Timeline) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content(timeline, "xlsx")))


def rows_of(timeline: Timeline, sheet: str = "Timeline") -> list[dict[str, Any]]:
    head, *rows = book_of(timeline)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_reads_back_a_row_an_entry_and_a_row_a_sentence(states: Timeline) -> None:
    rows = rows_of(states)
    assert [row["Id"] for row in rows] == [entry.id for entry in states.entries]
    (deal,) = [row for row in rows if row["Type"] == "arms deal"]
    assert (deal["Standing"], deal["Status"]) == ("prospective", "in talks")
    assert deal["What"].startswith("in talks: United States to Vietnam: arms deal")
    sentences = rows_of(states, "Sentences")
    assert len(sentences) == sum(len(entry.sources) for entry in states.entries)


def test_only_a_known_day_is_a_date(dates: Timeline) -> None:
    told = {str(row["Date"]): (row["Day"], row["End day"]) for row in rows_of(dates)}
    assert told["2020-02-29"][0].date() == dt.date(2020, 2, 29)
    assert told["2021-05-01"][0].date() == dt.date(2021, 5, 1)
    assert {told[text] for text in ("2023-03", "2022", "2024", "by 2024-06-30", "undated")} == {
        (None, None)
    }
    (access,) = [r for r in rows_of(dates) if r["Type"] == "base access" and r["Kind"] == "event"]
    assert (access["End"], access["End day"]) == ("2051", None)


def test_days_that_excel_cannot_count_stay_text(dates: Timeline) -> None:
    (first, *_) = dates.entries
    early = replace(dates, entries=(replace(first, stated="1899-12-31", date="1899-12-31"),))
    (row,) = rows_of(early)
    assert (row["Date"], row["Day"]) == ("1899-12-31", None)


@pytest.mark.parametrize("name", ["hostile", "states", "nothing"])
def test_no_cell_is_a_formula(name: str, request: pytest.FixtureRequest) -> None:
    for sheet in book_of(request.getfixturevalue(name)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d"}
                if isinstance(cell.value, str):
                    assert CONTROL.isdisjoint(cell.value)
                    assert len(cell.value) <= 32_767
                    assert cell.quotePrefix == (cell.value[:1] in TRIGGERS)


def test_says_that_a_text_was_cut(hostile: Timeline) -> None:
    assert render(hostile, "xlsx").notes == ("2 texts are cut at 32,767 characters.",)
    assert "2 texts are cut at 32,767 characters." in str(rows_of(hostile, "About"))
    cut = [row["Sentence"] for row in rows_of(hostile) if "SUM" in row["Sentence"]]
    assert cut[0].endswith("… [cut]")


def test_links_to_web_addresses_only(hostile: Timeline, states: Timeline) -> None:
    def targets(timeline: Timeline) -> set[str | None]:
        sheets = book_of(timeline)
        cells = (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)
        return {cell.hyperlink.target for cell in cells if cell.hyperlink}

    assert targets(hostile) == {"https://wire.example/long"}
    assert "https://wire.example/2024" in targets(states)


def test_tells_no_path_of_this_machine(hostile: Timeline) -> None:
    assert "/home/someone" not in str(rows_of(hostile, "Sentences"))


def test_the_header_stays_in_sight(states: Timeline) -> None:
    sheet = book_of(states)["Timeline"]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["F"].width > 40
