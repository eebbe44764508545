import datetime as dt
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.measures.rivals import read_rivals, rival_pairs

HEAD = "a,b,from,to,fact,source\n"


def test_each_shipped_pair_has_its_date_fact_and_source() -> None:
    shipped = read_rivals()
    assert all(one.fact and one.source.startswith("https://") for one in shipped)
    assert all(one.end is None or one.start.latest < one.end.earliest for one in shipped)
    assert ("CHN", "USA") in {one.pair for one in shipped}


def test_rivals_are_dated() -> None:
    shipped = read_rivals()
    assert ("IRN", "SAU") in rival_pairs(shipped, dt.date(2020, 1, 1))
    assert ("IRN", "SAU") not in rival_pairs(shipped, dt.date(2023, 3, 10))
    assert ("IRN", "SAU") not in rival_pairs(shipped, dt.date(2016, 1, 10))


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "rivals.csv"
    file.write_text(
        HEAD + "Thailand,KHM,2025-07-24,,Fighting on the border.,a newspaper\n", "utf-8"
    )
    (found,) = read_rivals(file)
    assert found.pair == ("THA", "KHM")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "THA,KHM,2025-07-24,,,\n", "line 2: give the fact and its source"),
        (HEAD + "THA,KHM,July,,Fighting.,paper\n", "line 2: not a date"),
        (HEAD + "THA,Ruritania,2025,,Fighting.,paper\n", "line 2: .*Ruritania"),
        ("a,b,from,to,fact\n", "lacks the column source"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "rivals.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=message):
        read_rivals(file)
