"""The table of weights: written, edited, read again, and refused with its line."""

import csv
import io
import re
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.measures.weights import default_weights, read_weights, write_weights

HEAD = "edge,what,attribute,value,weight,half_life_days,horizon_days,costly,rationale,source\n"


def written() -> str:
    out = io.StringIO()
    write_weights(out)
    return out.getvalue()


def read(folder: Path, text: str) -> object:
    file = folder / "mine.csv"
    file.write_text(text, encoding="utf-8")
    return read_weights(file)


def test_what_is_written_and_read_is_the_same_version(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(written(), encoding="utf-8")
    assert read_weights(file).version == default_weights().version
    assert re.fullmatch(r"default-[0-9a-f]{8}", default_weights().version)


def test_an_edited_table_has_its_own_version_also_when_written_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(HEAD + "event,visit,,,0.2,365,,false,Visits count here.,me\n", encoding="utf-8")
    edited = read_weights(file)
    assert re.fullmatch(r"mine-[0-9a-f]{8}", edited.version)
    with file.open("w", encoding="utf-8", newline="") as out:
        write_weights(out, edited)
    assert read_weights(file).version == edited.version


def test_a_row_left_out_keeps_its_default(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(HEAD + "event,visit,,,0.2,365,,false,Visits count here.,me\n", encoding="utf-8")
    edited, default = read_weights(file), default_weights()
    visit = edited.rows["event", "visit", None, None]
    assert (visit.weight, visit.half_life) == (0.2, 365)
    assert {key for key in default.rows if edited.rows[key] != default.rows[key]} == {visit.key}


def test_every_default_row_is_in_the_table_with_its_reasons() -> None:
    rows = list(csv.DictReader(io.StringIO(written())))
    assert len(rows) == len(default_weights().rows)
    assert all(row["rationale"] and row["source"] for row in rows)


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    text = "\ufeff" + written().replace(",false,", ",FALSE,").replace("\n", "\r\n")
    (tmp_path / "mine.csv").write_bytes(text.encode())
    assert read_weights(tmp_path / "mine.csv").version == default_weights().version


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "event,visitt,,,0.1,730,,false,Why.,me",
            "line 2: what cannot be 'visitt'; did you mean visit?",
        ),
        ("tie,visit,,,0.1,,,false,Why.,me", "what cannot be 'visit'"),
        ("edge,visit,,,0.1,730,,false,Why.,me", "edge cannot be 'edge'"),
        ("event,visit,,,1.1,730,,false,Why.,me", "weight 1.1 is out of range"),
        ("event,visit,,,nan,730,,false,Why.,me", "weight nan is out of range"),
        ("event,visit,,,much,730,,false,Why.,me", "weight 'much' is no number"),
        ("event,visit,,,0.1,730,,false,,me", "rationale is empty"),
        ("event,visit,,,0.1,,,false,Why.,me", "half_life_days is empty"),
        ("event,visit,,,0.1,soon,,false,Why.,me", "half_life_days 'soon' is no number of days"),
        ("event,visit,,,0.1,730,9,false,Why.,me", "horizon_days must be empty"),
        ("tie,alliance,,,0.1,730,,true,Why.,me", "half_life_days must be empty"),
        ("event,visit,,,0.1,730,,maybe,Why.,me", "costly cannot be 'maybe'"),
        (
            "event,visit,rnk,minister,0.1,,,,Why.,me",
            "attribute cannot be 'rnk'; did you mean rank?",
        ),
        ("event,visit,rank,minster,0.1,,,,Why.,me", "did you mean minister?"),
        ("event,visit,rank,minister,0.1,,,true,Why.,me", "costly must be empty"),
        ("event,recognition,rank,minister,0.1,,,,Why.,me", "recognition has no attributes"),
        ("event,defence_agreement,instrument,,0.1,,,,Why.,me", "value is empty"),
        ("event,mediation,,,0.1,730,,false,Why.,me", "counted on its own"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        read(tmp_path, HEAD + row + "\n")


def test_a_row_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "event,visit,,,0.1,730,,false,Why.,me\n"
    with pytest.raises(UsageError, match="line 3: the row stands there twice"):
        read(tmp_path, HEAD + row + row)


def test_a_missing_column_or_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lacks the column horizon_days"):
        read(tmp_path, HEAD.replace("horizon_days,", ""))
    with pytest.raises(UsageError, match="cannot be read"):
        read_weights(tmp_path / "none.csv")
