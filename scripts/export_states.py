"""Bring the names that rigour knows into hedgerow/ontology/data/states.csv.

rigour (MIT) is needed only here, in an environment of its own:

    python -m venv rigour-venv && rigour-venv/bin/pip install rigour
    rigour-venv/bin/python scripts/export_states.py

Codes, short names, demonyms, capitals, seats and dates are kept by hand in the table; the script
adds a territory's names as aliases where they are missing, names that take a side on status left
out. Running it twice changes nothing. `start` is given for states younger than 1970 only, and not
where continuity with an older state is claimed (Russia, Vietnam, the Baltic states).
"""

import csv
from importlib.metadata import version
from pathlib import Path

from rigour.territories import get_territories  # type: ignore[import-not-found]

TABLE = Path(__file__).parents[1] / "hedgerow" / "ontology" / "data" / "states.csv"
NAMES = ("name", "official_name", "aliases", "demonyms", "capital")
USER_ASSIGNED = {"xk": "XKX"}
TAKES_A_SIDE = {"Taiwan (Province of China)", "Sahrawi Arab Democratic Republic"}


def names_by_code() -> dict[str, list[str]]:
    """rigour's names of every territory by ISO 3166-1 alpha-3 code."""
    found: dict[str, list[str]] = {}
    for territory in get_territories():
        code = (territory.alpha3 or USER_ASSIGNED.get(territory.code, "")).upper()
        if code:
            names = {territory.name, territory.full_name} - TAKES_A_SIDE
            found[code] = sorted(name for name in names if not set("()[]") & set(name))
    return found


def add_names(row: dict[str, str], names: list[str]) -> None:
    """Append the names that the row lacks to its aliases, and note the source."""
    known = {text for column in NAMES for text in row[column].split(";")}
    missing = [name for name in names if name not in known]
    if missing:
        row["aliases"] = ";".join([*filter(None, row["aliases"].split(";")), *missing])
    row["source"] = f"hedgerow; names checked with rigour {version('rigour')} (MIT)"


def main() -> None:
    """Rewrite the table in place."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = names_by_code()
    for row in rows:
        if row["code"] in known:
            add_names(row, known[row["code"]])
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
