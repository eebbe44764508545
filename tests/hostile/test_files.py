"""Every file that a command writes is read back by others, and no text in it has acted."""

import json
import re
import zipfile
from pathlib import Path

import icalendar
import openpyxl
import pyoxigraph as ox
import pytest
from docx import Document
from lxml import etree
from markdown_it import MarkdownIt

from tests.hostile.conftest import Run
from tests.hostile.harmless import (
    FORMULA,
    assert_address,
    assert_no_formulas,
    assert_quiet,
    assert_quiet_html,
    assert_quiet_xml,
    read_json,
)
from tests.hostile.texts import CANARY, TEXTS

PAGES = (
    ("timeline", "VNM"),
    ("timeline", "VNM", "USA"),
    ("dossier", "VNM", "--no-progress"),
    ("brief", "VNM", "--since", "2020", "--no-progress"),
    ("network",),
    ("network", "VNM", "--title", "</title><script>window.canary=1</script>"),
)
REPORTS = (PAGES[0], PAGES[2], PAGES[3])


def written(run: Run, name: str, *command: str) -> Path:
    """The file that a command writes."""
    path = Path(f"made-{name}")
    ran = run(*command, "-o", path)
    assert ran.code == 0, ran.err
    assert_quiet(ran.out + ran.err)
    return path


@pytest.mark.parametrize("command", PAGES, ids=" ".join)
def test_pages_have_no_element_of_a_text(run: Run, command: tuple[str, ...]) -> None:
    content = written(run, "page.html", *command).read_bytes()
    assert_quiet_html(content)
    assert CANARY.encode() in content


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_markdown_renders_without_links_or_elements_of_a_text(
    run: Run, command: tuple[str, ...]
) -> None:
    text = written(run, "page.md", *command).read_text(encoding="utf-8")
    assert_quiet(text)
    for rules in ("commonmark", "gfm-like"):
        reader = MarkdownIt(rules, {"linkify": False, "html": True})
        assert_quiet_html(reader.render(text).encode())


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_word_files_link_to_the_web_only(run: Run, command: tuple[str, ...]) -> None:
    path = written(run, "page.docx", *command)
    document = Document(str(path))
    for link in document.part.rels.values():
        if link.is_external:
            assert_address(link.target_ref)
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))
    fields = etree.tostring(document.element.body, encoding="unicode")
    assert not re.search(rf"instrText[^<]*>[^<]*{CANARY}", fields)


def test_a_workbook_has_no_formula(run: Run) -> None:
    book = openpyxl.load_workbook(written(run, "lines.xlsx", "timeline", "VNM"))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if cell.value is None:
            continue
        assert cell.data_type != "f", cell.value
        if isinstance(cell.value, str):
            assert_quiet(cell.value)
            assert cell.quotePrefix or not cell.value.startswith(FORMULA), cell.value
        if cell.hyperlink is not None and cell.hyperlink.target:
            assert_address(cell.hyperlink.target)


def test_a_calendar_has_no_property_of_a_text(run: Run) -> None:
    content = written(run, "days.ics", "timeline", "VNM", "--all", "--anniversaries").read_bytes()
    assert_quiet(content.decode().replace("\r\n", "\n"))
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    found = icalendar.Calendar.from_ical(content)
    names = {name for part in found.walk() for name in part}
    assert not {name for name in names if CANARY.upper() in name or name == "ATTACH"}
    assert {part.name for part in found.walk()} <= {"VCALENDAR", "VEVENT"}
    for part in found.walk("VEVENT"):
        if "URL" in part:
            assert_address(str(part["URL"]))


@pytest.mark.parametrize("form", ["gexf", "graphml", "svg"])
def test_timelines_in_xml_have_no_name_of_a_text(run: Run, form: str) -> None:
    content = written(run, f"lines.{form}", "timeline", "VNM").read_bytes()
    assert_quiet(content.decode())
    assert_quiet_xml(content)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_exports_in_xml_have_no_name_of_a_text(run: Run, form: str) -> None:
    content = written(run, f"edges.{form}", "export", form, "--no-progress").read_bytes()
    assert_quiet(content.decode())
    assert_quiet_xml(content)


def test_csv_tables_have_no_formula(run: Run) -> None:
    folder = written(run, "tables", "export", "csv", "--texts", "--no-progress")
    tables = sorted(folder.glob("*.csv"))
    assert tables
    for path in tables:
        text = path.read_bytes().decode("utf-8")
        assert_quiet(text.replace("\r\n", "\n"))
        assert_no_formulas(text)
    for path in folder.glob("*.json"):
        read_json(path.read_text(encoding="utf-8"))


def test_timeline_csv_has_no_formula(run: Run) -> None:
    path = written(run, "lines.csv", "timeline", "VNM", "--bom")
    assert_no_formulas(path.read_bytes().decode("utf-8"))


@pytest.mark.parametrize(
    ("form", "reader"),
    [
        ("nq", ox.RdfFormat.N_QUADS),
        ("ttl", ox.RdfFormat.TURTLE),
        ("trig", ox.RdfFormat.TRIG),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_linked_data_has_no_node_of_a_text(run: Run, form: str, reader: ox.RdfFormat) -> None:
    texts_too = () if form == "nq" else ("--texts",)
    path = written(run, f"all.{form}", "export", form, *texts_too, "--no-progress")
    told = set(ox.parse(path.read_bytes(), format=reader))
    for quad in told:
        assert f"{CANARY}.example" not in f"{quad.subject} {quad.predicate}"
    texts = {quad.object.value for quad in told if isinstance(quad.object, ox.Literal)}
    assert set(TEXTS.values()) & texts


@pytest.mark.parametrize("form", ["jsonld", "json"])
def test_json_has_no_context_or_name_of_a_text(run: Run, form: str) -> None:
    path = written(run, f"lines.{form}", "timeline", "VNM")
    found = read_json(path.read_text(encoding="utf-8"))
    if form == "jsonld":
        assert CANARY not in json.dumps(found["@context"])
        read = ox.parse(path.read_bytes(), format=ox.RdfFormat.JSON_LD)
        assert not [each for each in read if CANARY in f"{each.subject} {each.predicate}"]
    assert not _names(found) & {CANARY, "__proto__"}


def _names(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*map(str, value)}.union(*map(_names, value.values()))
    return set[str]().union(*map(_names, value)) if isinstance(value, list) else set()


def test_slides_escape_what_html_would_read(run: Run) -> None:
    path = Path("slides.json")
    assert run("timeline", "VNM", "--as", "timelinejs", "-o", path).code == 0
    text = path.read_text(encoding="utf-8")
    assert not set("<>&") & set(text)
    for slide in read_json(text)["events"]:
        for part in slide["text"].values():
            assert_quiet_html(f"<div>{part}</div>".encode())


@pytest.mark.parametrize("ending", ["json", "ris"])
def test_citations_have_no_record_of_a_text(run: Run, ending: str) -> None:
    path = Path(f"cited.{ending}")
    ran = run("dossier", "VNM", "-o", "d.html", "--citations", path, "--no-progress")
    assert ran.code == 0, ran.err
    text = path.read_bytes().decode("utf-8")
    if ending == "json":
        read_json(text)
    else:
        assert_quiet(text.replace("\r\n", "\n"))
        assert not re.search(rf"^TY  - .*{CANARY}|^UR  - (?!https?:)", text, re.MULTILINE)
        assert text.count("TY  - ") == text.count("ER  - ")


def test_a_picture_is_drawn_all_the_same(run: Run) -> None:
    assert written(run, "lines.png", "timeline", "VNM").read_bytes().startswith(b"\x89PNG")
