"""Packed tables: the same document as plain ones; bombs and damage are one sentence."""

import gzip
import zipfile
from pathlib import Path

import pytest

from hedgerow.errors import InputError
from hedgerow.loaders.tables.formats import table_rules
from hedgerow.loaders.tables.reading import read_table
from tests.loaders.tables.made import gdelt, told, write

VISIT = ("USA", "visit", "occurred", "VNM", "2024-01-05")


@pytest.mark.parametrize("suffix", [".zip", ".gz"])
def test_packed_tables_are_the_same_document(tmp_path: Path, suffix: str) -> None:
    plain = write(tmp_path / "20240105.export.CSV", gdelt())
    packed = tmp_path / f"20240105.export.CSV{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
            file.write(plain, plain.name)
    else:
        packed.write_bytes(gzip.compress(plain.read_bytes()))
    reading = read_table(packed)
    assert reading.table.document.id == read_table(plain).table.document.id
    assert told(reading) == [VISIT]


def test_a_bomb_is_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = table_rules().packed.model_copy(update={"from_bytes": 1_000_000})
    rules = table_rules().model_copy(update={"packed": limits})
    monkeypatch.setattr("hedgerow.loaders.tables.content.table_rules", lambda: rules)
    path = tmp_path / "a.CSV.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.CSV", (gdelt() + "\n").encode() * 20_000)
    with pytest.raises(InputError, match="200 times its size"):
        read_table(path)


def test_damaged_packing_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.CSV.gz"
    whole = gzip.compress("".join(gdelt(number=each) + "\n" for each in range(9)).encode())
    path.write_bytes(whole[:-20])
    with pytest.raises(InputError):
        read_table(path)
