import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.html import to_html


class Page(HTMLParser):
    """The elements and texts of a page."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.style = ""
        self._inside = ""
        self.feed(to_html(timeline).content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "style":
            self.style += data
        else:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("name", ["states", "russia", "hostile", "nothing"])
def test_lets_nothing_run_or_load(name: str, request: pytest.FixtureRequest) -> None:
    page = Page(request.getfixturevalue(name))
    assert not page.all("script")
    assert not page.all("img")
    assert not page.all("link")
    assert not [key for _, attributes in page.elements for key in attributes if key[:2] == "on"]
    policy = page.all("meta")[1]["content"]
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_every_mark_leads_to_its_row_of_evidence(everyone: Timeline) -> None:
    page = Page(everyone)
    rows = {attributes["id"] for attributes in page.all("tr") if attributes.get("id")}
    inner = {a["href"] for a in page.all("a") if str(a["href"]).startswith("#")}
    assert inner == {f"#{row}" for row in rows} | {"#sentences"}
    assert len(rows) == len(everyone.entries)


def test_shows_the_sentence_its_outlet_and_a_link(states: Timeline) -> None:
    page = Page(states)
    assert "Washington is in talks to sell Hanoi C-130 transport planes." in page.text
    assert "in talks; Wire, Transport planes, 2024-07-10" in page.text
    links = [a for a in page.all("a") if a["href"] == "https://wire.example/2024"]
    assert links
    assert all(link["rel"] == "noreferrer noopener" for link in links)


def test_links_to_web_addresses_only(hostile: Timeline) -> None:
    leads = {str(a["href"]) for a in Page(hostile).all("a")}
    assert {one for one in leads if not one.startswith("#")} == {"https://wire.example/long"}


def test_hostile_text_is_shown_as_text(hostile: Timeline) -> None:
    page = Page(hostile)
    assert "<script>alert(1)</script>" in page.text
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text


def test_denied_is_shown_as_denied(russia: Timeline) -> None:
    page = Page(russia)
    assert "denied: Russia to Vietnam: base access, Cam Ranh" in page.text
    assert "denied by Vietnam; Agency, No bases, 2016-10-13" in page.text
    doubts = [a["class"] for a in page.all("span") if "doubt" in str(a.get("class"))]
    assert doubts == ["contested doubt", "contested doubt"]


def test_an_empty_timeline_words_absence_as_the_archives(nothing: Timeline) -> None:
    page = Page(nothing)
    assert "none found in 0 documents on this pair" in page.text
    assert not page.all("table")
    assert not page.all("svg")


def test_a_row_of_a_table_is_told_by_its_note(dates: Timeline) -> None:
    entry = dates.entries[0]
    row = replace(entry.sources[0], quote="date: 2020-02-29\nnote: In Hanoi.")
    page = Page(replace(dates, entries=(replace(entry, sources=(row,)),)))
    assert "(row of a table) In Hanoi." in page.text
    assert "date: 2020-02-29" not in page.text


def test_says_that_the_scale_changes(dates: Timeline) -> None:
    assert "drawn at a smaller scale" not in Page(dates).text


def test_prints_on_paper(states: Timeline) -> None:
    assert re.search(r"@media print \{\s*@page \{ size: A4 landscape", Page(states).style)
