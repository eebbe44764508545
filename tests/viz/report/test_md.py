import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from hedgerow.viz.plain import plain
from hedgerow.viz.report import Paragraph, Report, Section, Table, render
from hedgerow.viz.report.markdown import escaped
from tests.viz.report.samples import BARE, HOSTILE, hostile_report

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
COMMENT = "<!-- -->"


def md(report: Report) -> str:
    return render(report, "md").decode()


def tokens(source: str) -> list[Token]:
    return [inner for token in READER.parse(source) for inner in (token, *(token.children or ()))]


def skeleton(source: str) -> list[tuple[str, str]]:
    """The elements that a reader sees, without the texts."""
    kept = (t for t in tokens(source) if t.type not in {"text", "softbreak", "html_inline"})
    return [(token.type, token.tag) for token in kept]


def test_cites_and_defines_footnotes(rich: Report) -> None:
    source = md(rich)
    assert "are not counted.[^1][^5]" in source
    assert (
        "[^2]: “The foreign ministry denied that foreign forces would be based on its soil.” "
        "(**denied by Vietnam**; Coast Agency, No bases, says ministry, 2016-10) "
    ) in source
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", source))
    assert cited == set(re.findall(r"^\[\^(\d+)\]:", source, re.MULTILINE))


def test_tables_have_their_numbers_to_the_right(rich: Report) -> None:
    assert "| date | what | standing | documents | notes |" in md(rich)
    assert "| --- | --- | --- | ---: | --- |" in md(rich)
    assert "| 1,204 | [^4] |" in md(rich)


def test_only_web_addresses_of_evidence_become_links(rich: Report) -> None:
    links = [token.attrs["href"] for token in tokens(md(rich)) if token.type == "link_open"]
    assert set(links) == {
        "https://gazette.example/2023/09/10/signature?id=1&page=2",
        "https://port.example/he",
    }


def test_hostile_text_adds_nothing_to_the_page(hostile: Report) -> None:
    harmless = "word"
    if len(hostile.title) < 1000:
        assert skeleton(md(hostile)) == skeleton(md(hostile_report(harmless)))
    shown = [token for token in tokens(md(hostile)) if token.type.startswith("html")]
    assert all(token.content == COMMENT for token in shown)


def test_a_quotation_cannot_define_a_footnote() -> None:
    lines = md(hostile_report("x\n[^1]: forged\n\n[^2]: forged")).splitlines()
    assert [line[:5] for line in lines if line.startswith("[^")] == ["[^1]:"]


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    inline = READER.parse(escaped(text))[1]
    shown = "".join(t.content for t in inline.children or () if t.type == "text")
    assert shown == plain(text).strip()


def test_bare_addresses_are_broken() -> None:
    shown = escaped(BARE)
    assert "https:" not in shown
    assert "www." not in shown
    assert f"@{COMMENT}" in shown


def test_numbers_and_sentences_stay_readable() -> None:
    assert escaped("It rose to 0.30, or 1,204 in all.") == "It rose to 0.30, or 1,204 in all."


def test_only_a_number_that_begins_a_line_is_escaped() -> None:
    section = Section("1. In short", (Table(("R",), (("5.01",),)), Paragraph("1. Not a list.")))
    source = md(Report("2. Title", sections=(section,)))
    assert "# 2. Title" in source
    assert "## 1. In short" in source
    assert "| 5.01 |" in source
    assert "1\\. Not a list." in source
    assert not any(token.type.endswith("list_open") for token in tokens(source))


def test_a_name_with_underscores_can_be_copied() -> None:
    command = "hedgerow ask single_source VNM"
    assert escaped(command) == command
    assert escaped("_so_ __so__") == "\\_so\\_ \\_\\_so\\_\\_"


def test_an_address_cannot_leave_its_link(rich: Report) -> None:
    source = md(hostile_report("https://evil.example/a> <b>x</b>|\\`"))
    assert "<https://evil.example/a%3E%20%3Cb%3Ex%3C/b%3E%7C%5C%60>" in source
