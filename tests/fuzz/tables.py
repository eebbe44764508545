"""Event tables in every published format, and mappings for others."""

import gzip
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hedgerow.errors import HedgerowError
from hedgerow.graph.tables import Rows
from hedgerow.loaders.tables.formats import TableFormat, read_mapping
from hedgerow.loaders.tables.reading import read_table
from tests.fuzz.mutating import mutated
from tests.fuzz.target import Target, holds
from tests.loaders.tables import made
from tests.loaders.tables.test_mapping import HEADER, MAPPING

PACKED = 0.1
MAPPED = f"{HEADER}\n1;05.01.2024;Besuch;Vietnam;Japan;https://example.org/1;\n2;06.01.2024;;;;;"
_ICEWS = made.record(
    made.ICEWS,
    event_id="7", event_date="2015-03-04", cameo_code="042", source_name="Vietnam",
    source_country="Vietnam", source_sectors="Government", target_name="Japan",
    target_country="Japan", target_sectors="Government", event_text="Make a visit",
)  # fmt: skip
_POLECAT = made.record(
    made.POLECAT,
    event_id="7", event_date="2023-03-04", event_type="CONSULT", event_mode="visit",
    actor_name="Vietnam", actor_country="VNM", primary_actor_sector="GOV",
    recipient_name="Japan", recipient_country="JPN", primary_recipient_sector="GOV",
)  # fmt: skip


def targets() -> Iterator[Target]:
    """One for each format, and one for mappings with a table that they are about."""
    tables = seeds()
    for name, data in tables.items():
        yield _of_table(name, data, tuple(tables.values()))
    mapping = MAPPING.encode()
    yield Target("table/mapping", 1.6, lambda chance: mutated(chance, mapping), _check_mapping)


def seeds() -> Mapping[str, bytes]:
    """A sound table in each format."""
    rows = {
        "gdelt.CSV": [made.gdelt(), made.gdelt(number=2, code="190"), made.gdelt(number=3)],
        "gdelt1.CSV": [made.gdelt(columns=58), made.gdelt(number=2, columns=58)],
        "icews.tab": ["\t".join(made.ICEWS), _ICEWS, _ICEWS],
        "polecat.txt": ["\t".join(made.POLECAT), _POLECAT, _POLECAT],
        "ngec.jsonl": [made.ngec(), made.ngec(id="2")],
    }
    return {name: ("\n".join(lines) + "\n").encode() for name, lines in rows.items()}


def _of_table(name: str, seed: bytes, others: tuple[bytes, ...]) -> Target:
    def make(chance: Random) -> bytes:
        data = mutated(chance, seed, others)
        return gzip.compress(data) if chance.random() < PACKED else data

    def check(data: bytes) -> None:
        packed = data.startswith(b"\x1f\x8b")
        with TemporaryDirectory() as folder:
            path = Path(folder) / (f"{name}.gz" if packed else name)
            path.write_bytes(data)
            check_table(path)

    return Target(f"table/{name}", 1.8, make, check)


def check_table(path: Path, mapping: TableFormat | None = None) -> None:
    """Reading a table ends in claims and counts that add up, or in one sentence."""
    try:
        reading = read_table(path, mapping=mapping)
        batches = list(reading)
    except HedgerowError as error:
        holds("\n" not in str(error), "what is wrong is told in one line")
        return
    counts = reading.counts
    claims = sum(len(rows.types) for rows in batches)
    holds(claims == counts.claims.total(), "claims are counted")
    holds(counts.rows == claims + counts.left_out.total(), "rows are counted")
    for rows in batches:
        _check_rows(rows)


def _check_rows(rows: Rows) -> None:
    sizes = {len(getattr(rows, name)) for name in Rows.__slots__}
    holds(len(sizes) == 1, "columns are of one length")
    signs = {unicodedata.category(sign) for quote in rows.quotes for sign in quote}
    holds(signs.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}), "quotes can be shown")
    pairs = zip(rows.sources, rows.others, strict=True)
    holds(all(one != other for one, other in pairs), "nobody acts towards itself")


def _check_mapping(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path, table = Path(folder) / "mapping.yaml", Path(folder) / "liste.csv"
        path.write_bytes(data)
        table.write_text(MAPPED, encoding="utf-8")
        try:
            mapping = read_mapping(path)
        except HedgerowError as error:
            holds(str(error).count("\n") == 0, "what is wrong is told in one line")
            return
        check_table(table, mapping)
