import io
import re

import docx
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hedgerow.queries.timeline import Timeline
from tests.viz.timeline.conftest import SCRIPT
from tests.viz.timeline.reading import CONTROL, content


def tokens_of(timeline: Timeline) -> list[Token]:
    text = content(timeline, "md").decode()
    parsed = MarkdownIt("commonmark").enable("table").parse(text)
    return [token for each in parsed for token in (each, *(each.children or ()))]


def headings(timeline: Timeline) -> list[str]:
    tokens = tokens_of(timeline)
    titles = (n + 1 for n, token in enumerate(tokens) if token.type == "heading_open")
    return [tokens[n].content for n in titles]


def test_what_is_not_concluded_has_sections_of_its_own(russia: Timeline) -> None:
    assert headings(russia) == ["Vietnam - Russia", "Concluded", "Contested or denied"]


def test_dates_stand_as_they_are_known(dates: Timeline) -> None:
    text = content(dates, "md").decode()
    cells = set(re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE))
    known = {"2020-02-29", "2023-03", "2022", "2024", "by 2024-06-30", "undated"}
    assert known | {"2021-05-01 to 2051", "2021-05-01, no end known"} <= cells
    assert "a month (2023-09) or a year (2023)" in text


def test_each_row_cites_its_evidence(states: Timeline) -> None:
    text = content(states, "md").decode()
    assert "“Washington is in talks to sell Hanoi C\\-130" in text.replace("C-130", "C\\-130")
    assert "[^1]" in text


def test_hostile_text_is_no_markup(hostile: Timeline) -> None:
    tokens = tokens_of(hostile)
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "image", "fence", "code_block"}
    inline = [t.content for t in tokens if t.type == "html_inline"]
    assert set(inline) <= {"<!-- -->"}
    links = [t.attrGet("href") for t in tokens if t.type == "link_open"]
    assert set(links) == {"https://wire.example/long"}


def test_word_reads_it_with_tables_and_evidence(russia: Timeline) -> None:
    document = docx.Document(io.BytesIO(content(russia, "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "denied: Russia to Vietnam: base access, Cam Ranh (in talks)" in cells
    assert {"2009-12", "2016-10-13", "2025-07"} <= set(cells)
    texts = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "Vietnam's foreign ministry denied" in texts


def test_word_shows_hostile_text_as_text(hostile: Timeline) -> None:
    document = docx.Document(io.BytesIO(content(hostile, "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(SCRIPT in cell for cell in cells)
    assert CONTROL.isdisjoint("".join(cells))
    links = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert links == ["https://wire.example/long"]
