import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest

from hedgerow.graph.records import Document
from hedgerow.loaders.records import Coded
from tests.loaders.articles.made import DAY, EVERY_KIND, LINK, OTHER, ROW, TEXT, page, workbook
from tests.loaders.articles.reading import one, read, reason, skipped, texts

MILESTONE = "date,type,status,phase,actor_a,actor_b\n2020,meeting,occurred,begins,VNM,NZL\n"
SHEET = "xl/worksheets/sheet1.xml"


def changed(change: Callable[[str, bytes], bytes]) -> bytes:
    """The sound workbook with its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(EVERY_KIND["a.xlsx"])) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return changed(lambda name, data: data.replace(old, new) if name == SHEET else data)


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_columns_go_by_their_names_in_any_order_and_case(delimiter: str) -> None:
    header = delimiter.join(("ID", " Published", "TEXT", "rating", "Publisher", "URL"))
    row = delimiter.join(("17", DAY, f'"{TEXT}"', "5", "The Lima Post", LINK))
    (appearance,) = (document := one("a.csv", f"{header}\n{row}\n".encode())).appearances
    assert (document.text, appearance.url, appearance.external_id) == (TEXT, LINK, "17")
    assert (appearance.publisher, appearance.published) == ("The Lima Post", DAY)
    assert appearance.source == "a.csv:2"


def test_a_column_called_date_has_the_day_of_publication() -> None:
    document = one("a.csv", f'date,text\n{DAY},"{TEXT}"\n'.encode())
    assert document.published == DAY


def test_cells_may_hold_lines_pages_and_other_encodings() -> None:
    assert one("a.csv", f'html\n"{page().replace(chr(34), chr(39))}"\n'.encode()).text == TEXT
    first, second = texts("a.csv", f'text\n"{TEXT}\n\n{OTHER}"\n"{OTHER}"\n'.encode())
    assert (first, second) == (f"{TEXT}\n\n{OTHER}", OTHER)
    french = f'url,text\n,"{TEXT} Café."\n'
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert one("a.csv", french.encode(encoding)).text == f"{TEXT} Café."


def test_a_bad_row_is_told_with_its_line_and_the_rest_is_read() -> None:
    data = (
        f'text,published\n"{TEXT}\n",someday\n,\n"{OTHER}",{DAY}\n,{DAY}\n{TEXT},{DAY}\n'.encode()
    )
    assert texts("a.csv", data) == [OTHER]
    first, second, third = skipped("a.csv", data)
    assert first.startswith("a.csv:3: `published`: 'someday' is not a date")
    assert second.startswith("a.csv:6: it has neither `text` nor `html`")
    assert third.startswith("a.csv:7: it has more cells than there are columns")


def test_a_table_of_milestones_may_be_separated_by_tabs() -> None:
    for name, text in (("a.csv", MILESTONE), ("a.tsv", MILESTONE.replace(",", "\t"))):
        (item,) = read(name, text.encode())
        assert isinstance(item, Coded), item


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_other_tables_are_told_which_columns_they_need(name: str) -> None:
    told = reason(name, b"name,age\nA,3\n")
    assert "name a column text or html" in told
    assert "actor_a, actor_b, date" in told
    assert "it is empty" in reason(name, b"\n")


def test_a_quote_that_is_never_closed_ends_the_table() -> None:
    data = f'text\n"{TEXT}"\n"no end\n'.encode() + b"word " * 999 + b"\n"
    first, second = read("a.csv", data + (b"word " * 999 + b"\n") * 4300)
    assert isinstance(first, Document)
    assert str(second).startswith("a.csv: its rows cannot be told apart")


def test_a_workbook_keeps_days_and_numbers() -> None:
    rows = [["Text", "Published", "ID", None], [TEXT, dt.datetime(2024, 3, 7, 5), 17.0, "x"],  # noqa: DTZ001
            [None, None, None], [OTHER, dt.date(2024, 3, 8), "b"]]  # fmt: skip
    first, second = read("a.xlsx", workbook(rows))
    (appearance,) = first.appearances  # type: ignore[union-attr]
    assert (appearance.published, appearance.external_id) == (DAY, "17")
    assert appearance.source == "a.xlsx, Sheet:2"
    assert second.appearances[0].published == "2024-03-08"  # type: ignore[union-attr]


def test_sheets_that_hold_no_articles_are_passed_over() -> None:
    assert "name a column text or html" in reason("a.xlsx", workbook([["name", "age"], ["A", 3]]))
    assert "name a column text or html" in reason("a.xlsx", workbook([]))
    assert one("a.xlsx", workbook([list(ROW), list(ROW.values())])).text == TEXT


HOSTILE = {
    "a row far below": in_sheet(b'r="2"', b'r="999999999999"'),
    "a cell far right": in_sheet(b'r="A2"', b'r="XFD2"'),
    "no such cell": in_sheet(b'r="A2"', b'r="!!"'),
    "entities": in_sheet(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    "padding": in_sheet(b"<worksheet", b" " * 99_999 + b"<worksheet"),
    "a bomb": in_sheet(b"</sheetData>", b"a" * 60_000_000 + b"</sheetData>"),
    "depth": in_sheet(b"</sheetData>", b"<a>" * 50_000),
    "no workbook": EVERY_KIND["a.zip"],
    "no zip": b"hello" * 99,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_workbooks_take_no_time(name: str) -> None:
    assert all("\n" not in told for told in skipped("a.xlsx", HOSTILE[name]))
