"""Made-up tables in the published formats; every page and every event is fictitious."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from hedgerow.graph.tables import Rows
from hedgerow.loaders.tables.reading import TableReading

ICEWS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors"),
    *("Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name"),
    *("Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City"),
    *("District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
)


def gdelt(
    first: str = "USA",
    second: str = "VNM",
    code: str = "042",
    *,
    number: int = 1,
    day: str = "20240105",
    added: str = "20240105121500",
    page: str = "https://example.org/a",
    roles: tuple[str, str] = ("GOV", "GOV"),
    groups: tuple[str, str] = ("", ""),
    columns: int = 61,
) -> str:
    """One GDELT row; without groups the actors' codes are countries'."""
    cells = [""] * 61
    cells[0], cells[1], cells[26] = str(number), day, code
    for start, actor, role, group in zip((5, 15), (first, second), roles, groups, strict=True):
        cells[start], cells[start + 2] = actor + group + role, actor
        cells[start + 3], cells[start + 7] = group, role
    if columns == 61:
        cells[59], cells[60] = added, page
    else:
        cells[56], cells[57] = added[:8], page
    return "\t".join(cells[:columns])


def record(columns: Sequence[str], **cells: str) -> str:
    """A tab-separated row of named cells, their names with _ for a blank."""
    named = {name.lower().replace(" ", "_"): name for name in columns}
    given = {named[name]: cell for name, cell in cells.items()}
    return "\t".join(given.get(name, "") for name in columns)


def ngec(**fields: object) -> str:
    """One record as NGEC writes it."""
    actor = {"text": "Hanoi", "wiki": "Vietnam", "country": "VNM", "code_1": "GOV"}
    other = {"text": "Tokyo", "wiki": "Japan", "country": "JPN", "code_1": "GOV"}
    usual = {
        "id": "20230105-0001_CONSULT",
        "date": "2023-01-05",
        "pub_date": "2023-01-06",
        "date_resolved": "2023-01-05",
        "event_type": "CONSULT",
        "event_mode": ["visit"],
        "contexts": ["diplomatic"],
        "story_id": "made-up:1",
        "attributes": {"ACTOR": [actor], "RECIP": [other], "LOC": []},
    }
    return json.dumps(usual | fields)


def write(path: Path, *rows: str) -> Path:
    """Write rows as lines."""
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def together(reading: TableReading) -> Rows:
    """All claims of a reading in one."""
    batches = list(reading)
    columns = ([getattr(one, name) for one in batches] for name in Rows.__slots__)
    return Rows(*(list(chain.from_iterable(column)) for column in columns))


def told(reading: TableReading) -> list[tuple[str, str, str, str, str]]:
    """Each claim as source, type, status, other and day."""
    return list(_told(together(reading)))


def _told(rows: Rows) -> Iterator[tuple[str, str, str, str, str]]:
    yield from zip(rows.sources, rows.types, rows.statuses, rows.others, rows.days, strict=True)
