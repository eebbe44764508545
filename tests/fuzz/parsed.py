"""The graph as it was written, read by other programs."""

import csv
import gzip
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import rdflib
from lxml import etree

from tests.fuzz.target import holds

OURS = "https://w3id.org/hedgerow/"
ONTOLOGY = (b"/graph/ontology> .", b"/graph/actors> .")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def quads(data: bytes) -> int:
    """How many statements N-Quads hold about what articles say, the ontology left out."""
    own = [line for line in data.splitlines(keepends=True) if not line.rstrip().endswith(ONTOLOGY)]
    found = rdflib.Dataset()
    found.parse(data=b"".join(own), format="nquads")
    holds(len(found) == len({*own}), "every line is one statement")
    return len(found)


def linked(data: bytes, form: str) -> Counter[str]:
    """How many things of each class linked data hold."""
    found = rdflib.Dataset()
    found.parse(data=data, format={"ttl": "turtle", "jsonld": "json-ld"}.get(form, form))
    things = {(one, kind) for one, _, kind, _ in found.quads((None, rdflib.RDF.type, None, None))}
    return Counter(str(kind).rpartition("#")[2].rpartition("/")[2] for _, kind in things)


def package(folder: Path) -> Mapping[str, Sequence[object]]:
    """The rows of each table, which must be as many in both forms, with the same ids."""
    found = {}
    for path in (folder / "csv").glob("*.csv"):
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
        same = pq.read_table(folder / "parquet" / f"{path.stem}.parquet").to_pylist()
        ids = [row.get("id") for row in rows], [row.get("id") for row in same]
        holds(len(rows) == len(same) and ids[0] == ids[1], f"{path.stem} has the same rows twice")
        holds(not any(acts(cell) for row in rows for cell in row.values()), "no cell acts")
        found[path.stem] = rows
    return found


def elements(data: bytes, name: str) -> int:
    """How many elements of a name XML holds."""
    return sum(etree.QName(one).localname == name for one in etree.fromstring(data).iter("{*}*"))


def admin_rows(folder: Path) -> int:
    """The rows in the files for the import tool, headers left out."""
    rows = 0
    for path in folder.rglob("*.csv.gz"):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            rows += sum(1 for _ in csv.reader(file))
    return rows


def acts(cell: str) -> bool:
    """Whether a spreadsheet would read a cell as a formula."""
    return cell.lstrip().startswith(FORMULA) and not _number(cell)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
