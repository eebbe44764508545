import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from lxml import etree

from hedgerow.viz.plain import plain
from hedgerow.viz.report import Report, drawings, render


def read(report: Report) -> DocumentType:
    return Document(io.BytesIO(render(report, "docx")))


def texts(document: DocumentType) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def attributes(document: DocumentType, element: str, attribute: str) -> list[str]:
    found = document.element.body.iter(qn(element))
    return [one.get(qn(attribute)) for one in found if one.get(qn(attribute))]


def test_has_real_headings(rich: Report) -> None:
    headings = [
        (p.style.name, p.text)
        for p in read(rich).paragraphs
        if p.style is not None and str(p.style.name).startswith(("Heading", "Title"))
    ]
    assert headings[0] == ("Title", "Vietnam between the United States and Russia")
    assert ("Heading 2", "With the United States") in headings
    assert headings[-1] == ("Heading 1", "Evidence")


def test_each_number_leads_to_its_evidence(rich: Report) -> None:
    document = read(rich)
    marks = attributes(document, "w:bookmarkStart", "w:name")
    assert marks == [f"evidence_{note.number}" for note in rich.notes]
    assert set(attributes(document, "w:hyperlink", "w:anchor")) == set(marks)


def test_evidence_has_sentence_standing_and_place(rich: Report) -> None:
    note = next(text for text in texts(read(rich)) if text.startswith("2."))
    assert note == (
        "2.\t“The foreign ministry denied that foreign forces would be based on its soil.” "
        "denied by Vietnam; Coast Agency, No bases, says ministry, 2016-10 "
        "file:///articles/no-bases.txt"
    )


def test_only_web_addresses_become_links(rich: Report) -> None:
    relations = read(rich).part.rels.values()
    outer = {relation.target_ref for relation in relations if relation.is_external}
    assert outer == {note.address for note in rich.notes if str(note.address)[:8] == "https://"}


def test_tables_repeat_their_header_and_keep_their_rows(rich: Report) -> None:
    for table in read(rich).tables:
        head, *rows = table.rows
        assert head._tr.trPr is not None
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in read(rich).tables[1].rows[1].cells] == [
        "2023-09-10",
        "United States - Vietnam: defence agreement, logistics",
        "signed",
        "4",
        "1",
    ]


def test_a_drawing_is_a_picture_with_a_text(rich: Report) -> None:
    (shape,) = read(rich).inline_shapes
    assert shape._inline.docPr.get("descr", "").startswith("A staircase")


def test_without_fonts_a_drawing_is_told(rich: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "_has_fonts", lambda: False)
    document = read(rich)
    assert not len(document.inline_shapes)
    assert any("A staircase" in text for text in texts(document))


def test_states_no_time_of_writing(rich: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(rich, "docx"))) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        core = package.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "<dc:creator>hedgerow</dc:creator>" in core


def test_hostile_text_is_text(hostile: Report) -> None:
    document = read(hostile)
    assert document.paragraphs[0].text == plain(hostile.title)
    assert document.tables[0].rows[1].cells[0].text == plain(hostile.title)
    assert not [r for r in document.part.rels.values() if r.is_external]


def test_every_part_is_well_formed(rich: Report, hostile: Report) -> None:
    for report in (rich, hostile):
        with zipfile.ZipFile(io.BytesIO(render(report, "docx"))) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))
