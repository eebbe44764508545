"""Tables in the published formats become claims; rows that lie or are none of ours are counted."""

import json
from pathlib import Path

import pytest

from hedgerow.errors import InputError
from hedgerow.loaders.tables import delimited
from hedgerow.loaders.tables.reading import read_table
from hedgerow.loaders.tables.reasons import Reason
from tests.loaders.tables.made import (
    ICEWS,
    POLECAT,
    gdelt,
    ngec,
    record,
    together,
    told,
    write,
)


def test_gdelt(tmp_path: Path) -> None:
    path = write(
        tmp_path / "20240105.export.CSV",
        gdelt("USA", "VNM", "042", number=7),
        gdelt("VNM", "USA", "043", number=8, page="BBC Monitoring"),
        gdelt("CHN", "VNM", "1122", number=9, roles=("", "MIL")),
    )
    reading = read_table(path)
    rows = together(reading)
    assert list(zip(rows.sources, rows.types, rows.others, strict=True)) == [
        ("USA", "visit", "VNM"),
        ("USA", "visit", "VNM"),
        ("CHN", "statement", "VNM"),
    ]
    assert rows.codes == ["042", "043", "1122"]
    assert rows.pages == ["https://example.org/a", None, "https://example.org/a"]
    assert rows.quotes[0] == "20240105 | USAGOV | VNMGOV | 042 | 7"
    assert (reading.table.scheme, reading.table.confidence) == ("gdelt", 0.4)
    assert reading.table.document.text.startswith("GDELT 2.0 events\nsha256 of the content: ")
    assert (reading.counts.rows, reading.counts.claims.total()) == (3, 3)


@pytest.mark.parametrize("columns", [57, 58])
def test_gdelt_1(tmp_path: Path, columns: int) -> None:
    path = write(tmp_path / "19950105.export.CSV", gdelt(columns=columns))
    rows = together(read_table(path))
    assert rows.types == ["visit"]
    assert rows.pages == ([None] if columns == 57 else ["https://example.org/a"])


def test_gdelt_of_peoples_faiths_and_second_roles(tmp_path: Path) -> None:
    rows = [gdelt(number=each, page=f"https://example.org/{each}").split("\t") for each in range(6)]
    for cells, column in zip(rows, (9, 11, 13, 14, 24), strict=False):
        cells[column] = "OPP" if column in {13, 14, 24} else "tib"
    reading = read_table(write(tmp_path / "a.CSV", *map("\t".join, rows)))
    assert together(reading).numbers == [6]
    assert reading.counts.left_out == {Reason.ROLE: 5}


def test_a_damaged_first_row_does_not_hide_a_table(tmp_path: Path) -> None:
    table = write(tmp_path / "a.CSV", "cut\toff", gdelt(day="0"), gdelt())
    assert together(read_table(table)).numbers == [3]
    records = write(tmp_path / "a.jsonl", '{"cut', ngec())
    assert together(read_table(records)).numbers == [2]


def test_json_that_is_nested_too_deeply_is_a_row_that_cannot_be_read(tmp_path: Path) -> None:
    deep = '{"a":' + "[" * 30_000
    path = write(tmp_path / "a.jsonl", ngec(), deep, ngec(story_id="made-up:2"))
    reading = read_table(path)
    assert together(reading).numbers == [1, 3]
    assert reading.counts.left_out == {Reason.COLUMNS: 1}
    with pytest.raises(InputError, match="--mapping"):
        read_table(write(tmp_path / "a.txt", deep))
    with pytest.raises(InputError, match="nested too deeply"):
        together(read_table(write(tmp_path / "b.json", f"[{ngec()},", deep)))


def test_many_rows_of_a_wrong_width_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.CSV", gdelt(), *["x"] * 100_000, gdelt("CHN"), *["y"] * 9)
    reading = read_table(path)
    assert together(reading).numbers == [1, 100_002]
    assert reading.counts.left_out == {Reason.COLUMNS: 100_009}
    assert reading.counts.rows == 100_011


def test_rows_that_lie_and_rows_left_out_are_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.CSV",
        gdelt(),
        "too\tshort",
        gdelt() + "\tlonger",
        gdelt(day="20240230"),
        gdelt(day="17890714"),
        gdelt(day="20250105"),
        gdelt(code="999"),
        gdelt("XQZ"),
        gdelt(code="141"),
        gdelt(second="", roles=("GOV", "")),
        gdelt("EUR"),
        gdelt(roles=("GOV", "BUS")),
        gdelt("VNM", "VNM"),
        gdelt(number=2),
        gdelt("CHN", number=3),
    )
    reading = read_table(path)
    assert together(reading).numbers == [1, 15]
    assert reading.counts.rows == 15
    assert reading.counts.left_out == {
        Reason.COLUMNS: 2,
        Reason.DAY: 2,
        Reason.LATE: 1,
        Reason.CODE: 1,
        Reason.COUNTRY: 1,
        Reason.NO_TIE: 1,
        Reason.MISSING: 1,
        Reason.ELSEWHERE: 1,
        Reason.ROLE: 1,
        Reason.DOMESTIC: 1,
        Reason.REPEATED: 1,
    }
    assert sum(each.lies for each in reading.counts.left_out) == 5


def test_what_cannot_be_decoded_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.CSV"
    good, page = gdelt().encode(), gdelt(page="https://example.org/\u00e9").encode("latin-1")
    path.write_bytes(b"\n".join([good, gdelt("US\u00c9").encode("latin-1"), page]) + b"\n")
    reading = read_table(path)
    rows = together(reading)
    assert rows.numbers == [1, 3]
    assert rows.pages[1] == "https://example.org/\ufffd"
    assert reading.counts.left_out == {Reason.UNDECODABLE: 1}


def test_repeats_are_the_same_day_actors_code_and_page(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.CSV",
        gdelt("USA", "VNM", "057", number=1),
        gdelt("VNM", "USA", "057", number=2),
        gdelt("USA", "VNM", "057", number=3, page="https://example.org/b"),
        gdelt("USA", "VNM", "111", number=4),
        gdelt("VNM", "USA", "111", number=5),
        gdelt("USA", "VNM", "111", number=6, day="20240104"),
    )
    reading = read_table(path)
    assert together(reading).numbers == [1, 3, 4, 5, 6]


@pytest.mark.parametrize(("block", "together_at_least"), [(2_000, 7), (1 << 20, 30_000)])
def test_numbers_hold_across_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int, together_at_least: int
) -> None:
    monkeypatch.setattr(delimited, "BLOCK", block)
    monkeypatch.setattr(delimited, "ROWS", together_at_least)
    bad = {1, 2, 40, 41, 42, 60, 100}
    rows = (
        "bad\trow" if number in bad else gdelt(number=number, page=f"https://example.org/{number}")
        for number in range(1, 101)
    )
    reading = read_table(write(tmp_path / "a.CSV", gdelt(code="010"), *list(rows)))
    assert together(reading).numbers == [each + 1 for each in range(1, 101) if each not in bad]


def test_icews(tmp_path: Path) -> None:
    path = write(
        tmp_path / "events.2014.tab",
        "\t".join(ICEWS),
        record(
            ICEWS,
            event_id="20000001",
            event_date="2014-05-06",
            source_name="Ministry (Vietnam)",
            source_sectors="Foreign Ministry,Executive,Government",
            source_country="Vietnam",
            cameo_code="111",
            target_country="China",
            target_name="China",
            story_id="300",
        ),
        "short\trow",
        record(
            ICEWS,
            event_id="20000002",
            event_date="2014-05-06",
            source_name="UN",
            cameo_code="070",
            target_country="Occupied Palestinian Territory",
            target_name="Occupied Palestinian Territory",
            story_id="301",
        ),
        record(ICEWS, event_date="2014-05-06", source_country="Vietnam", cameo_code="010"),
    )
    reading = read_table(path)
    rows = together(reading)
    assert list(zip(rows.sources, rows.types, rows.others, strict=True)) == [
        ("VNM", "statement", "CHN"),
        ("UN", "aid", "PSE"),
    ]
    assert rows.numbers == [1, 3]
    assert rows.quotes[0] == "2014-05-06 | Vietnam | China | 111 | 20000001"
    assert (reading.table.scheme, reading.table.confidence) == ("icews", 0.45)


def test_polecat(tmp_path: Path) -> None:
    cells = {"event_date": "2023-01-05", "publication_date": "2023-01-06"}
    cells |= {"actor_country": "Vietnam", "recipient_country": "Japan", "event_id": "1"}
    path = write(
        tmp_path / "ngecEvents.DV.2023.txt",
        "\t".join(POLECAT),
        record(POLECAT, **cells, event_type="CONSULT", event_mode="visit"),
        record(POLECAT, **cells, event_type="AID", contexts="diplomatic;peacekeeping"),
        record(POLECAT, **cells, event_type="AGREE", contexts="military"),
        record(POLECAT, **cells | {"event_date": "2023-02-01"}, event_type="CONSULT"),
        record(
            POLECAT,
            **cells | {"actor_country": "Japan;Vietnam", "recipient_country": ""},
            event_type="CONSULT",
            event_mode="phone",
        ),
        *(
            record(POLECAT, **cells | one_sided, event_type=code, event_mode=mode, contexts=context)
            for code, mode, context in (
                ("SANCTION", "discontinue", "economic"),
                ("ASSAULT", "aerial", "military"),
                ("AID", "", ""),
            )
            for one_sided in (
                {"actor_country": "USA;GBR", "recipient_country": ""},
                {"actor_country": "", "recipient_country": "UKR;MDA"},
            )
        ),
    )
    reading = read_table(path)
    assert told(reading) == [
        ("VNM", "visit", "occurred", "JPN", "2023-01-05"),
        ("VNM", "deployment", "occurred", "JPN", "2023-01-05"),
        ("JPN", "call", "occurred", "VNM", "2023-01-05"),
    ]
    assert reading.counts.left_out == {Reason.LATE: 1, Reason.NO_TIE: 1, Reason.MISSING: 6}


def test_names_in_another_encoding_do_not_cost_the_row(tmp_path: Path) -> None:
    cells = {"event_date": "2023-01-05", "actor_country": "Vietnam", "recipient_country": "Japan"}
    row = record(POLECAT, **cells, event_type="ACCUSE", actor_name="Ngu\u00e9 Made-Up")
    path = tmp_path / "a.txt"
    path.write_bytes(f"{chr(9).join(POLECAT)}\n{row}\n".encode("latin-1"))
    assert together(read_table(path)).types == ["statement"]


def test_ngec_json_lines(tmp_path: Path) -> None:
    empty = {"ACTOR": [], "RECIP": []}
    path = write(
        tmp_path / "events_processed.jsonl",
        ngec(),
        "{broken",
        ngec(event_type="THREATEN", event_mode=["relations"]),
        ngec(attributes=empty),
    )
    reading = read_table(path)
    rows = together(reading)
    assert (rows.types, rows.codes) == (
        ["visit", "statement"],
        ["CONSULT:visit", "THREATEN:relations"],
    )
    assert rows.numbers == [1, 3]
    assert reading.counts.left_out == {Reason.COLUMNS: 1, Reason.MISSING: 1}


def test_plover_json(tmp_path: Path) -> None:
    sides = {"source": [{"actorText": "Hanoi", "code": "VNM", "sector": "GOV"}]}
    other = {"target": [{"actorText": "Made-up", "code": "JPN"}]}
    both = [*sides["source"], {"actorText": "Tokyo", "code": "JPN", "sector": "GOV"}]
    usual = {"date": "2023-01-05", "url": "https://example.org/p", "text": "made up"}
    records = [
        {"id": "1", "event": "ACCUSE", **usual, **sides, **other},
        {"id": "2", "event": "CONSULT", **usual, "source": both},
        {"id": "3", "event": "ACCUSE", **usual, **sides, "target": [{"code": "VTN"}]},
        {"id": "4", "event": "ACCUSE", **usual, "source": both},
    ]
    path = tmp_path / "plover.json"
    path.write_text(json.dumps(records, indent=2), encoding="utf-8")
    reading = read_table(path)
    rows = together(reading)
    assert list(zip(rows.sources, rows.types, rows.others, strict=True)) == [
        ("VNM", "statement", "JPN"),
        ("JPN", "meeting", "VNM"),
    ]
    assert rows.pages == ["https://example.org/p"] * 2
    assert reading.counts.left_out == {Reason.COUNTRY: 1, Reason.MISSING: 1}


def test_other_files_are_no_tables(tmp_path: Path) -> None:
    for name, text in (("a.csv", "date,type\n2024,visit\n"), ("a.json", '{"text": "x"}')):
        (tmp_path / name).write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match="--mapping"):
            read_table(tmp_path / name)


def test_the_user_knows_better_how_surely_rows_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.CSV", gdelt())
    assert read_table(path, confidence=0.6).table.confidence == 0.6


def test_quotes_are_one_short_line(tmp_path: Path) -> None:
    row = gdelt().split("\t")
    row[5] = "USA\x07\x1b" + "x" * 1000
    quote = together(read_table(write(tmp_path / "a.CSV", "\t".join(row)))).quotes[0]
    assert len(quote) == 300
    assert quote.isprintable()
