"""Compare the officials table with Wikidata, and with --write bring in what it lacks.

Needs the network. Asks the Wikidata Query Service who has been head of state, head of government,
minister of foreign affairs and minister of defence since 2009. Prints what differs as CSV; without
--write nothing else happens. No row is overwritten or taken out. docs/officials.md says more.

    python scripts/refresh_officials.py --state VNM --state USA --contact me@example.org
    python scripts/refresh_officials.py --contact me@example.org --write > changes.csv

Exit codes: 0 done, 2 usage, 3 the table could not be written, 5 no answer from the service.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from refresh_merge import ENDED_TERM, NEW_HOLDER, Change, Row, merge
from refresh_query import RefreshError, Service, holders
from refresh_settings import Settings, load_settings
from refresh_terms import read_terms

from hedgerow import __version__
from hedgerow.ontology.actors import actors

TABLE = Path(__file__).parents[1] / "hedgerow" / "ontology" / "data" / "officials.csv"
SETTINGS = Path(__file__).with_name("wikidata_offices.yaml")
COLUMNS = {"name", "aliases", "state", "office", "title", "from", "to", "source_url", "confidence"}
REPORT = [
    *("change", "state", "office", "name", "wikidata_from", "wikidata_to"),
    *("table_state", "table_name", "table_from", "table_to", "source_url"),
]


def arguments(settings: Settings) -> argparse.ArgumentParser:
    """What the command line takes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--state", action="append", type=_state, metavar="CODE", help="only this state; repeatable")
    add("--contact", default=settings.contact, help="how the service can reach who runs this")
    add("--endpoint", default=settings.endpoint, help="another SPARQL service (%(default)s)")
    add("--timeout", type=float, default=90, help="seconds for one answer (%(default)s)")
    add("--retries", type=int, default=4, help="after passing faults (%(default)s)")
    add("--table", type=Path, default=TABLE, help="another officials table")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--dry-run", action="store_true", help="only print the report (the default)")
    mode.add_argument("--write", action="store_true", help="add new holders and missing ends")
    return parser


def _state(text: str) -> str:
    if not _is_state(text.upper()):
        raise argparse.ArgumentTypeError(f"{text!r} is not the code of a state, such as VNM")
    return text.upper()


def _is_state(code: str) -> bool:
    actor = actors().get(code)
    return actor is not None and actor.kind == "state"


def read_rows(table: Path) -> list[Row]:
    """The rows of the table; ValueError where it is not one of officials."""
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    if not rows or not set(rows[0]) >= COLUMNS:
        raise ValueError(f"it has no rows of {', '.join(sorted(COLUMNS))}")
    return rows


def write_rows(table: Path, rows: Sequence[Row]) -> None:
    """Replace the table by these rows, at once."""
    new = table.with_suffix(".new")
    with new.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    new.replace(table)


def summary(changes: Iterable[Change], skipped: Counter[str], *, written: bool) -> str:
    """What happened, in a sentence."""
    kinds = Counter(change.kind for change in changes)
    new, ended = kinds.pop(NEW_HOLDER, 0), kinds.pop(ENDED_TERM, 0)
    left = "".join(f"; {count} skipped {why}" for why, count in sorted(skipped.items()))
    told = f"{new} new holders, {ended} ended terms, {kinds.total()} to look at{left}"
    return f"{told}. {'Written.' if written else 'Nothing written; --write does.'}"


def main() -> int:
    """Ask, report, write; the exit code."""
    settings = load_settings(SETTINGS)
    parser = arguments(settings)
    given = parser.parse_args()
    try:
        rows = read_rows(given.table)
    except (OSError, ValueError) as fault:
        parser.error(f"{given.table} is no table of officials: {fault}")
    in_table = dict.fromkeys(row["state"] for row in rows)
    states = given.state or [code for code in in_table if _is_state(code)]
    agent = settings.user_agent.format(version=__version__, contact=given.contact)
    service = Service(given.endpoint, agent, given.timeout, given.retries)
    try:
        stated = list(holders(service, settings, states))
    except RefreshError as fault:
        sys.stderr.write(f"{fault}\n")
        return 5
    terms, skipped = read_terms(stated, settings, datetime.now(UTC).date())
    merged, changes = merge(rows, terms)
    report = csv.DictWriter(sys.stdout, REPORT, lineterminator="\n")
    report.writeheader()
    report.writerows(change.cells() for change in changes)
    try:
        if given.write and merged != rows:
            write_rows(given.table, merged)
    except OSError as fault:
        sys.stderr.write(f"{given.table} could not be written: {fault}\n")
        return 3
    sys.stderr.write(summary(changes, skipped, written=given.write) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
