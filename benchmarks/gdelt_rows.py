"""Made-up GDELT 2.0 rows: the published columns, a realistic skew, and pages that do not exist."""

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from hedgerow.ontology.tables import read_table

STATES = """
USA RUS CHN GBR ISR FRA IND DEU IRN UKR JPN PAK AUS TUR SAU CAN KOR VNM PHL EGY ITA NGA IDN ZAF
SYR PRK MEX BRA POL AFG IRQ THA MYS SGP ESP ARE LBN QAT CUB VEN MMR KHM LAO NZL TWN EUR AFR
"""
USUAL = "010 042 043 040 036 051 020 190 173 112 111 046 043 130 057 100 120 080 110 050"
ROLES = ("", "", "", "GOV", "GOV", "GOV", "GOV", "MIL", "LEG", "BUS", "CVL", "MED", "COP", "OPP")
GROUPS = (("IGOUNO", "UNO"), ("IGOEUREEC", "EEC"), ("IGOWSTNAT", "NAT"))
CODES = (
    *USUAL.split() * 8,
    *(row["code"] for row in read_table("crosswalk.csv") if row["scheme"] == "cameo"),
)
PAGES_A_ROW = 0.35
COLUMNS = 61


def write_rows(path: Path, rows: int, seed: int = 1) -> None:
    """Write a table of so many rows."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(rows, seed))


def lines(rows: int, seed: int) -> Iterator[str]:
    """The table's lines. A third lacks the second actor, some are domestic, some tell twice."""
    draw = random.Random(seed)
    skew = list(accumulate(1 / (rank + 2) for rank in range(len(STATES.split()))))
    states = draw.choices(STATES.split(), cum_weights=skew, k=1 << 16)
    page = ""
    for number in range(rows):
        if draw.random() < PAGES_A_ROW or not page:
            page = f"https://news{draw.randrange(4000)}.example.org/world/{draw.getrandbits(64):x}/a-story-about-it"
        day = 20200101 + draw.randrange(28) + 100 * draw.randrange(12)
        cells = [""] * COLUMNS
        cells[0], cells[1] = str(900_000_000 + number), str(day)
        cells[2], cells[3], cells[4] = str(day)[:6], "2020", "2020.0740"
        _actor(cells, 5, draw, states)
        if draw.random() < 0.67:
            _actor(cells, 15, draw, states)
        code = draw.choice(CODES)
        cells[25:31] = ["1", code, code[:3], code[:2], "1", "1.9"]
        cells[31:35] = ["4", "1", "4", "-2.61437908496732"]
        for start in (35, 43, 51):
            cells[start : start + 8] = [
                *("4", "Exampleville, Example Province, Exampleland", "XX", "XX01", "12345"),
                *("12.3456", "-65.4321", "-1234567"),
            ]
        cells[59], cells[60] = "20201231121500", page
        yield "\t".join(cells) + "\n"


def _actor(cells: list[str], at: int, draw: random.Random, states: list[str]) -> None:
    if draw.random() < 0.04:
        code, group = draw.choice(GROUPS)
        cells[at], cells[at + 1], cells[at + 3] = code, "BODY", group
        cells[at + 7] = "IGO"
        return
    state, role = states[draw.randrange(len(states))], draw.choice(ROLES)
    cells[at], cells[at + 1], cells[at + 2] = state + role, "SOMEONE", state
    cells[at + 7] = role
