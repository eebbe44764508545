"""Timelines as they were written, read by other programs."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence

import icalendar
from lxml import etree, html
from openpyxl import load_workbook

from tests.fuzz.parsed import acts, elements
from tests.fuzz.target import holds

CONTROLS = frozenset(chr(n) for n in (*range(9), 11, 12, *range(14, 32), 127, 0x9B, 0x202E))
"""What acts on terminals and on how a text is read; no file may hold it as it is."""


def _csv(data: bytes, ids: Sequence[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    holds([row["id"] for row in rows] == ids, "a row an entry")
    holds(not any(acts(cell) for row in rows for cell in row.values()), "no cell acts")
    _text(data, ids)


def _text(data: bytes, _: Sequence[str]) -> None:
    holds(CONTROLS.isdisjoint(data.decode()), "no control stands in it")


def _json(data: bytes, ids: Sequence[str]) -> None:
    _text(data, ids)
    text = json.dumps(json.loads(data))
    holds(all(one in text for one in ids), "every entry is in it")


def _slides(data: bytes, ids: Sequence[str]) -> None:
    _text(data, ids)
    holds(len(json.loads(data)["events"]) <= len(ids), "no more slides than entries")


def _jsonld(data: bytes, ids: Sequence[str]) -> None:
    _text(data, ids)
    json.loads(data)


def _calendar(data: bytes, ids: Sequence[str]) -> None:
    found = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    uids = [str(one["uid"]) for one in found]
    holds(len(uids) == len({*uids}), "no entry stands in a calendar twice")
    known = {one.rpartition("/")[2] for one in ids}
    holds(all(any(one in uid for one in known) for uid in uids), "nothing else is in it")
    _text(data, ids)


def _markup(data: bytes, ids: Sequence[str]) -> None:
    _text(data, ids)
    tree = html.fromstring(data)
    holds(not [one for one in tree.iter("script") if "alert(1)" in (one.text or "")], "it is text")
    links = (value.strip().lower() for *_, value, _ in tree.iterlinks())
    holds(not any(one.startswith(("javascript:", "file:", "data:text")) for one in links), "links")


def _drawing(data: bytes, ids: Sequence[str]) -> None:
    holds(not elements(data, "script"), "no script is drawn")
    _text(data, ids)


def _workbook(data: bytes, ids: Sequence[str]) -> None:
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    holds(not [cell for cell in cells if cell.data_type == "f"], "no cell is a formula")
    told = {str(cell.value) for cell in cells}
    holds(told >= {*ids}, "every entry is in it")


def _document(data: bytes, _: Sequence[str]) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))


def _picture(data: bytes, _: Sequence[str]) -> None:
    holds(data.startswith(b"\x89PNG"), "it is a picture")


def _graph(data: bytes, ids: Sequence[str]) -> None:
    holds(bool(elements(data, "edge")) or not ids, "entries are edges")


READERS: Mapping[str, Callable[[bytes, Sequence[str]], None]] = {
    **{"csv": _csv, "json": _json, "timelinejs": _slides, "jsonld": _jsonld, "ics": _calendar},
    **{"html": _markup, "md": _text, "svg": _drawing, "xlsx": _workbook, "docx": _document},
    **{"png": _picture, "gexf": _graph, "graphml": _graph},
}
"""By format of timelines; each raises where the file is not what the entries are."""
