import re
from html.parser import HTMLParser

import pytest

from hedgerow.viz.report import Drawing, Note, Paragraph, Report, Section, render
from hedgerow.viz.report.drawings import digest
from tests.viz.report.samples import SCRIPT, hostile_report

ACTING = {"script", "img", "link", "iframe", "object", "embed", "form", "input", "base"}


class Page(HTMLParser):
    """The elements and texts of a page."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.styles: list[str] = []
        self._inside = ""
        self.feed(render(report, "html").decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.styles.append(data)
        else:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def assert_still(page: Page) -> None:
    """Nothing runs, nothing loads, and the policy says so."""
    assert not ACTING.intersection(name for name, _ in page.elements)
    assert not [key for _, attributes in page.elements for key in attributes if key[:2] == "on"]
    assert not [key for _, attributes in page.elements for key in attributes if key == "style"]
    hashes = " ".join(dict.fromkeys(map(digest, page.styles)))
    assert page.all("meta")[1]["content"] == (
        f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    )


def test_lets_nothing_run_or_load(rich: Report, hostile: Report, empty: Report) -> None:
    for report in (rich, hostile, empty):
        assert_still(Page(report))


def test_hostile_text_is_shown_as_text() -> None:
    page = Page(hostile_report(SCRIPT))
    assert "<script>alert(1)</script>" in page.text
    assert len(page.all("h1")) == 1


def test_no_control_or_override_reaches_the_page(hostile: Report) -> None:
    page = render(hostile, "html").decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe]", page)


def test_each_number_leads_to_its_evidence_and_back(rich: Report) -> None:
    page = Page(rich)
    ids = [str(attributes["id"]) for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    inner = {str(a["href"])[1:] for a in page.all("a") if str(a["href"]).startswith("#")}
    assert inner <= set(ids)
    assert {f"n{note.number}" for note in rich.notes} <= inner
    assert {f"r{note.number}" for note in rich.notes} <= inner


def test_shows_sentence_standing_and_place(rich: Report) -> None:
    page = Page(rich)
    assert "“The foreign ministry denied that foreign forces" in page.text
    assert "denied by Vietnam; Coast Agency, No bases, says ministry, 2016-10" in page.text
    assert "file:///articles/no-bases.txt" in page.text


def test_links_to_web_addresses_only(rich: Report) -> None:
    outer = [a for a in Page(rich).all("a") if not str(a["href"]).startswith("#")]
    assert {str(a["href"])[:8] for a in outer} == {"https://"}
    assert all(a["rel"] == "noreferrer noopener" for a in outer)
    assert all(str(a["href"])[0] == "#" for a in Page(hostile_report("javascript:x")).all("a"))


def test_quoted_text_has_a_direction_of_its_own(rich: Report) -> None:
    assert len(Page(rich).all("bdi")) == 2 * len(rich.notes)


def test_long_reports_have_contents(rich: Report) -> None:
    assert len(Page(rich).all("nav")) == 1
    assert not Page(hostile_report("x")).all("nav")


def test_tables_and_drawings_can_be_used_without_seeing(rich: Report) -> None:
    page = Page(rich)
    regions = [div for div in page.all("div") if div.get("role") == "region"]
    assert all(div["tabindex"] == "0" and div["aria-labelledby"] for div in regions)
    assert all(th["scope"] == "col" for th in page.all("th"))
    drawing = next(div for div in page.all("div") if div.get("class") == "drawing")
    assert str(drawing["aria-label"]).startswith("A staircase")


def test_prints_with_page_numbers_and_headers_repeated(rich: Report) -> None:
    css = Page(rich).styles[0]
    assert "counter(page)" in css
    assert "table-header-group" in css


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_in_every_mode(rich: Report) -> None:
    modes = re.findall(r":root \{(.*?)\}", Page(rich).styles[0], re.DOTALL)
    assert len(modes) == 3
    for mode in modes:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6});", mode))
        for paper, ink in (
            *(("paper", name) for name in ("ink", "muted", "link")),
            *(("target", name) for name in ("ink", "muted", "link")),
        ):
            low, high = sorted((_luminance(colours[paper]), _luminance(colours[ink])))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (paper, ink, mode)


@pytest.mark.parametrize(
    "inner",
    [
        "<script/>",
        "<foreignObject/>",
        "<image href='https://evil.example/x.png'/>",
        "<rect onclick='alert(1)'/>",
        "<rect style='fill: red'/>",
        "<a href='javascript:alert(1)'/>",
        "<style>@import 'x'</style>",
        "<style>rect { fill: url(x) }</style>",
        "<rect>",
    ],
)
def test_a_drawing_only_draws(inner: str) -> None:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>"
    with pytest.raises(ValueError, match="drawing"):
        render(Report("x", sections=(Section("y", (Drawing(svg, "z"),)),)), "html")


def test_a_note_that_is_not_cited_has_no_way_back() -> None:
    report = Report("x", sections=(Section("y", (Paragraph("z"),)),), notes=(Note(7, "q"),))
    page = Page(report)
    assert not page.all("a")
    assert page.all("li")[0]["value"] == "7"
