import json
from typing import Any

import pytest
import rispy

from hedgerow.viz.citations import to_csl, to_ris
from hedgerow.viz.report import Note
from tests.viz.report.samples import HOSTILE, LONG, hostile_report, rich_report

CSL_TYPES = {"article-newspaper", "webpage", "document"}
CSL_TEXTS = {"title", "container-title", "URL", "note"}
NOTES = rich_report().notes


def csl(notes: tuple[Note, ...]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(to_csl(notes))
    return items


def ris(notes: tuple[Note, ...]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = rispy.loads(to_ris(notes).decode())
    return records


def assert_csl(item: dict[str, Any]) -> None:
    """The rules of the CSL-JSON schema for what we write: known fields, types, shape of dates."""
    assert {"id", "type"} <= item.keys() <= {"id", "type", "issued", *CSL_TEXTS}
    assert item["type"] in CSL_TYPES
    assert all(isinstance(item[key], str) for key in {"id", *CSL_TEXTS} & item.keys())
    for date in filter(None, [item.get("issued")]):
        assert date.keys() in ({"date-parts"}, {"literal"})
        parts = date.get("date-parts", [[2000]])
        assert len(parts) == 1
        assert 1 <= len(parts[0]) <= 3
        assert all(isinstance(part, int) for part in parts[0])


def test_an_article_is_one_reference_however_often_it_is_cited() -> None:
    first, *others = csl(NOTES)
    assert len(others) == 3
    assert first == {
        "id": "document/1a",
        "type": "article-newspaper",
        "title": "A signature in the capital",
        "container-title": "Harbour Gazette",
        "issued": {"date-parts": [[2023, 9, 10]]},
        "URL": "https://gazette.example/2023/09/10/signature?id=1&page=2",
        "note": "[1] “Minister Ilse Marden said the two sides had signed a logistics agreement.” "
        "(signed) [5] “Deputy minister Oren Vale said the sale was still being discussed.” "
        "(in talks)",
    }


def test_what_is_denied_says_so() -> None:
    assert csl(NOTES)[1]["note"].endswith("(denied by Vietnam)")
    assert ris(NOTES)[1]["notes"][0].endswith("(denied by Vietnam)")


@pytest.mark.parametrize(
    ("published", "parts", "date"),
    [
        ("2023-09-10", [2023, 9, 10], "2023/09/10/"),
        ("2016-10", [2016, 10], "2016/10//"),
        ("2019", [2019], "2019///"),
    ],
)
def test_dates_are_as_partial_as_they_are_known(
    published: str, parts: list[int], date: str
) -> None:
    notes = (Note(1, "Said.", published=published),)
    assert csl(notes)[0]["issued"] == {"date-parts": [parts]}
    record = ris(notes)[0]
    assert (record["year"], record["date"]) == (published[:4], date)


def test_nothing_is_dated_that_has_no_date() -> None:
    assert "issued" not in csl((Note(1, "Said."),))[0]
    assert "date" not in ris((Note(1, "Said."),))[0]
    assert csl((Note(1, "Said.", published="spring"),))[0]["issued"] == {"literal": "spring"}


def test_ris_is_read_back() -> None:
    first = ris(NOTES)[0]
    assert first["type_of_reference"] == "NEWS"
    assert first["title"] == "A signature in the capital"
    assert first["secondary_title"] == "Harbour Gazette"
    assert first["accession_number"] == "document/1a"
    assert first["urls"] == ["https://gazette.example/2023/09/10/signature?id=1&page=2"]
    assert [note[:3] for note in first["notes"]] == ["[1]", "[5]"]
    assert len(ris(NOTES)) == 4


def test_ris_is_lines_of_tags_ended_by_carriage_return_and_line_feed() -> None:
    lines = to_ris(NOTES).decode().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert not [line for line in lines if line and line[2:6] != "  - "]
    assert "\n" not in "".join(lines)


def test_addresses_that_are_no_web_addresses_are_no_urls() -> None:
    assert "URL" not in csl(NOTES)[1]
    assert "urls" not in ris(NOTES)[1]


@pytest.mark.parametrize("text", [*HOSTILE, LONG, "x\r\nER  - \r\nTY  - BOOK", ""])
def test_hostile_text_stays_inside_its_field(text: str) -> None:
    notes = (*hostile_report(text).notes, NOTES[0])
    items, records = csl(notes), ris(notes)
    assert len(items) == len(records) == 2
    for item in items:
        assert_csl(item)
    assert records[0]["type_of_reference"] in {"NEWS", "GEN"}
    assert "\x1b" not in to_csl(notes).decode() + to_ris(notes).decode()


def test_follows_the_rules_of_csl_json() -> None:
    for item in csl(NOTES):
        assert_csl(item)


def test_no_evidence_is_an_empty_list() -> None:
    assert csl(()) == []
    assert ris(()) == []
