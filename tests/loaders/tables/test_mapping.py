"""Any table by a mapping file."""

from pathlib import Path

import pytest

from hedgerow.errors import InputError, UsageError
from hedgerow.loaders.tables.formats import read_mapping
from hedgerow.loaders.tables.reading import read_table
from hedgerow.loaders.tables.reasons import Reason
from tests.loaders.tables.made import together, told, write

MAPPING = """
title: The ministry's list
scheme: ministry
publisher: Made-up Ministry
confidence: 0.8
separator: ";"
quoted: true
days: "%d.%m.%Y"
codes:
  Besuch: {type: visit, status: occurred}
  Empfang: {type: visit, status: occurred, source: 2}
  Absicht: {type: visit, status: planned}
fields:
  id: Nummer
  day: Tag
  code: Art
  page: Link
  source: {state: Wer}
  other: {state: Wen}
"""
HEADER = "Nummer;Tag;Art;Wer;Wen;Link;Bemerkung"


def mapping_file(folder: Path, text: str = MAPPING) -> Path:
    path = folder / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_by_its_mapping(tmp_path: Path) -> None:
    path = write(
        tmp_path / "liste.csv",
        HEADER,
        "1;05.01.2024;Besuch;Vietnam;Japan;https://example.org/1;",
        '2;06.01.2024;Empfang;Vietnam;Japan;;"a; b"',
        "3;07.01.2024;Absicht;VNM;JPN;;",
        "4;2024-01-08;Besuch;VNM;JPN;;",
        "5;09.01.2024;Sonst;VNM;JPN;;",
    )
    reading = read_table(path, mapping=read_mapping(mapping_file(tmp_path)))
    assert told(reading) == [
        ("VNM", "visit", "occurred", "JPN", "2024-01-05"),
        ("JPN", "visit", "occurred", "VNM", "2024-01-06"),
        ("VNM", "visit", "planned", "JPN", "2024-01-07"),
    ]
    assert reading.counts.left_out == {Reason.DAY: 1, Reason.CODE: 1}
    assert (reading.table.scheme, reading.table.publisher) == ("ministry", "Made-up Ministry")
    assert reading.table.confidence == 0.8


def test_columns_by_position_and_cameo_codes(tmp_path: Path) -> None:
    text = """
title: No header
codes: cameo
actors: cameo
columns: 4
fields: {day: 1, code: 3, source: {state: 2}, other: {state: 4}}
"""
    path = write(tmp_path / "a.csv", "20240105,VNM,057,ROM", "20240105,VNM,057,ROM")
    reading = read_table(path, mapping=read_mapping(mapping_file(tmp_path, text)))
    assert together(reading).others == ["VNM"]
    assert reading.counts.left_out == {Reason.REPEATED: 1}
    assert (reading.table.scheme, reading.table.confidence) == ("other", 0.45)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Tag;Art;Wer", "05.01.2024;Besuch;VNM")
    with pytest.raises(InputError, match="no column called 'Wen', 'Nummer', 'Link'"):
        read_table(path, mapping=read_mapping(mapping_file(tmp_path)))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("type: visit", "type: vist", "did you mean visit"),
        ("status: planned", "status: planed", "did you mean planned"),
        ("confidence: 0.8", "confidence: 8", "confidence"),
        ("  day: Tag\n", "", "fields.day"),
        ("title", "titel", "title"),
        ("id: Nummer", "id: No", "fields.id"),
        ("scheme: ministry", "scheme: The Ministry", "scheme"),
        ("quoted: true", "encoding: hex", "no encoding called 'hex'"),
        ("quoted: true", "encoding: klingon", "no encoding called 'klingon'"),
        ("quoted: true", 'several: ""', "several"),
        ("quoted: true", "columns: -3", "columns"),
        ("quoted: true", "columns: 7", "no position from 1 to 7"),
        ('";"', '"\\n"', "separator"),
        ('";"', '"é"', "separator"),
        ("%d.%m.%Y", "%Q", "no pattern of days"),
        ("%d.%m.%Y", "%d.%m.", "no pattern of days"),
    ],
)
def test_mistakes_in_a_mapping_are_one_sentence(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    table = write(tmp_path / "a.csv", HEADER, "1;05.01.2024;Besuch;VNM;JPN;;")
    path = mapping_file(tmp_path, MAPPING.replace(old, new, 1))
    with pytest.raises(UsageError, match=problem):
        read_table(table, mapping=read_mapping(path))


def test_a_header_of_one_column_suggests_the_separator(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", HEADER.replace(";", "|"))
    with pytest.raises(InputError, match=r"split at ';'; write separator: \"\|\" in the mapping"):
        read_table(path, mapping=read_mapping(mapping_file(tmp_path)))


def test_no_mapping(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_mapping(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="no YAML in line 1"):
        read_mapping(mapping_file(tmp_path, "a: [b"))


def test_the_example_of_the_page(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "tables.md").read_text(encoding="utf-8")
    mapping, table = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("yaml", "csv"))
    path = write(tmp_path / "a.csv", table.rstrip("\n"))
    reading = read_table(path, mapping=read_mapping(mapping_file(tmp_path, mapping)))
    assert told(reading) == [
        ("VNM", "visit", "occurred", "JPN", "2024-01-05"),
        ("VNM", "visit", "planned", "KOR", "2024-01-06"),
    ]
