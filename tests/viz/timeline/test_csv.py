import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.csv import BOM, COLUMNS, guarded, to_csv


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_reads_back_one_line_an_entry(states: Timeline) -> None:
    rows = rows_of(to_csv(states).content)
    assert [row["id"] for row in rows] == [entry.id for entry in states.entries]
    assert tuple(rows[0]) == COLUMNS
    (deal,) = [row for row in rows if row["type"] == "arms_deal"]
    assert (deal["standing"], deal["date"]) == ("prospective", "by 2024-07-10")
    assert deal["quote"] == "Washington is in talks to sell Hanoi C-130 transport planes."
    assert deal["address"] == "https://wire.example/2024"


def test_puts_a_byte_order_mark_only_on_request(states: Timeline) -> None:
    plain, marked = to_csv(states).content, to_csv(states, bom=True).content
    assert marked == BOM + plain


def test_no_cell_of_a_hostile_article_is_a_formula(hostile: Timeline) -> None:
    content = to_csv(hostile).content
    for row in rows_of(content):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert b"\x1b" not in content


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1"])
def test_guards_every_beginning_of_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")


@given(st.text())
def test_guarded_text_never_begins_a_formula(text: str) -> None:
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
