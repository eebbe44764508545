"""Whatever a table holds, reading it ends: in claims and counts that add up, or one sentence."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgerow.errors import InputError
from hedgerow.loaders.tables.reading import read_table
from tests.loaders.tables.made import ICEWS, POLECAT, gdelt, ngec, together, write

SIGNS = [
    "",
    "\x00",
    "\x1f",
    "\x1f\x1f",
    '"',
    "\\",
    "\u2028",
    "\ufeff",
    "'",
    ";",
    ";;",
    "|",
    " ",
    "\v",
]
WORDS = "VNM UNO 042 42 20240105 00000000 AGREE EUR 123456789012345678901234567890 \u0967"
ODD = st.sampled_from([*SIGNS, *WORDS.split(), "x" * 99])
CELL = st.one_of(ODD, st.text(max_size=6).filter(lambda text: not set(text) & set("\t\n\r")))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 60), CELL), max_size=12))
@pytest.mark.parametrize("columns", [None, ICEWS, POLECAT])
def test_odd_cells(
    tmp_path: Path, columns: tuple[str, ...] | None, changes: list[tuple[int, int, str]]
) -> None:
    rows = [gdelt().split("\t") if columns is None else [""] * len(columns) for _ in range(5)]
    for row, column, text in changes:
        rows[row][column % len(rows[row])] = text
    header = [] if columns is None else [list(columns)]
    first = [gdelt().split("\t")] if columns is None else []
    lines = ["\t".join(cells) for cells in (*header, *first, *rows)]
    path = tmp_path / "a.tab"
    path.write_bytes("\n".join(lines).encode(errors="surrogatepass"))
    reading = read_table(path)
    claims = together(reading)
    counts = reading.counts
    assert counts.rows == counts.claims.total() + counts.left_out.total()
    assert len(claims) == counts.claims.total()
    assert all(quote.isprintable() for quote in claims.quotes)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(junk=st.binary(max_size=300), at=st.integers(0, 700))
def test_junk_in_the_middle(tmp_path: Path, junk: bytes, at: int) -> None:
    for name, text in (
        ("a.CSV", f"{gdelt()}\n{gdelt(number=2)}\n"),
        ("a.jsonl", f"{ngec()}\n" * 2),
    ):
        data = text.encode()
        place = max(at, len(data) // 2)
        path = tmp_path / name
        path.write_bytes(data[:place] + junk + data[place:])
        with suppress(InputError):
            together(read_table(path))


@pytest.mark.parametrize("sign", ["\u202e", "\ufeff", "\u200b", "\u00a0", "\u2028", "\x9b"])
def test_no_row_shows_what_turns_or_hides_text(tmp_path: Path, sign: str) -> None:
    row = gdelt().split("\t")
    row[5] = f"USA{sign}GOV"
    (quote,) = together(read_table(write(tmp_path / "a.CSV", "\t".join(row)))).quotes
    assert quote.isprintable()
    assert "USA GOV" in quote
