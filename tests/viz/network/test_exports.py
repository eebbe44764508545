import csv
import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hedgerow.graph.store import Store
from hedgerow.viz.network import network_page, write_page
from tests.viz.network.articles import ARTICLES, CELLS, HOSTILE, LONG
from tests.viz.network.browsing import Browser

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
FORMULA = re.compile(r"\s*[=+\-@]")
HOSTILE_TITLE = f"</title><script>window.__hit = 1</script> \u202eevil\u202c {LONG}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.html"
    with Store.open() as store:
        store.add([*ARTICLES, HOSTILE, CELLS])
        write_page(path, network_page(store, focus=["SRB"], title=HOSTILE_TITLE))
    yield path


def export(browser: Browser, folder: Path, form: str, suffix: str) -> bytes:
    browser.find("#export summary").click()
    return browser.saved(folder, suffix, browser.find(f"#export [value={form}]")).read_bytes()


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_drawing_is_saved_as_svg_with_its_text_as_text(
    browser: Browser, everyone: Path, tmp_path: Path
) -> None:
    browser.open(everyone, "#start&to=2024&undated=no")
    content = export(browser, tmp_path, "svg", ".svg")
    root = ElementTree.fromstring(content)  # noqa: S314  our own file
    texts = [element.text for element in root.iter(f"{SVG}text")]
    titles = [element.text or "" for element in root.iter(f"{SVG}title")]
    assert {"Ties between states", "Vietnam", "United States", "Concluded"} <= set(texts)
    assert any("2013 – 2024; without what is undated" in (text or "") for text in texts)
    assert any(title.startswith("United States – Vietnam: ") for title in titles)
    assert not any(title.startswith("Israel – Vietnam") for title in titles)
    assert b"var(" not in content


def test_a_picture_draws_what_is_not_concluded_apart(
    browser: Browser, everyone: Path, tmp_path: Path
) -> None:
    browser.open(everyone)
    root = ElementTree.fromstring(export(browser, tmp_path, "svg", ".svg"))  # noqa: S314
    dashes = {
        (group.findtext(f"{SVG}title") or "").split(":")[0]: line.get("stroke-dasharray")
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
        for line in group.iter(f"{SVG}line")
    }
    assert dashes["Israel – Vietnam"] == "9 6"
    assert dashes["China – Cambodia"] == "2 5"
    assert (
        dashes["Thailand – Sweden" if "Thailand – Sweden" in dashes else "Sweden – Thailand"]
        is None
    )


def test_the_drawing_is_saved_as_png_twice_as_sharp(
    browser: Browser, everyone: Path, tmp_path: Path
) -> None:
    browser.open(everyone)
    content = export(browser, tmp_path, "png", ".png")
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert width == 2 * 1200
    assert height > 2 * 760
    assert len(content) > 20_000
    assert browser.complaints() == []


def test_the_rows_on_the_screen_are_saved_as_csv(
    browser: Browser, everyone: Path, tmp_path: Path
) -> None:
    browser.open(everyone, "#start&view=table&find=viet&sort=pair-up")
    heads, *found = rows(export(browser, tmp_path, "csv", ".csv"))
    assert heads[0] == "Pair"
    assert [row[0] for row in found] == [row.text for row in browser.all("tbody th") if row.text]
    assert len({len(row) for row in (heads, *found)}) == 1


def test_sentences_are_saved_with_their_source(
    browser: Browser, everyone: Path, tmp_path: Path
) -> None:
    browser.open(everyone, "#start&find=china – cambodia")
    browser.find("#find").clear()
    heads, *found = rows(export(browser, tmp_path, "sentences", "-sentences.csv"))
    denied = next(dict(zip(heads, row, strict=True)) for row in found if "Hun Sen" in row[6])
    assert denied["Standing"] == "Contested"
    assert (denied["Outlet"], denied["Published"]) == ("Fresh News", "22 Jul 2019")
    assert denied["Address"] == "https://freshnewsasia.com/ream"


def test_hostile_text_runs_and_breaks_nothing(browser: Browser, hostile: Path) -> None:
    browser.open(hostile, "#pair-HUN-SRB&view=table")
    assert browser.run("return window.__hit") is None
    assert browser.complaints() == []
    assert browser.requests() == [hostile.as_uri()]
    assert browser.find("#show-table").is_displayed()
    wide = browser.run("return document.documentElement.scrollWidth > innerWidth")
    assert not wide
    panel = browser.find("#evidence")
    assert not browser.run("return arguments[0].scrollWidth > arguments[0].clientWidth", panel)


def test_a_spreadsheet_of_hostile_text_holds_text(
    browser: Browser, hostile: Path, tmp_path: Path
) -> None:
    browser.open(hostile)
    found = rows(export(browser, tmp_path, "sentences", "-sentences.csv"))
    cells = [cell for row in found for cell in row]
    assert not any(FORMULA.match(cell) for cell in cells)
    assert not any(re.search("[\u202a-\u202e\u2066-\u2069]", cell) for cell in cells)
    assert any(cell.startswith("'=HYPERLINK(") for cell in cells)
    assert any(cell.startswith("'-2+3 desrever") and LONG in cell for cell in cells)
    assert {row[-1] for row in found} == {"Address", ""}


def test_a_picture_under_a_hostile_title_is_well_formed(
    browser: Browser, hostile: Path, tmp_path: Path
) -> None:
    browser.open(hostile)
    content = export(browser, tmp_path, "svg", ".svg")
    root = ElementTree.fromstring(content)  # noqa: S314  our own file
    assert not list(root.iter(f"{SVG}script"))
    assert not re.search("[\u202a-\u202e]", content.decode())
    assert max(len(text.text or "") for text in root.iter(f"{SVG}text")) < 300


def test_print_has_the_picture_the_table_and_the_open_evidence(
    browser: Browser, everyone: Path
) -> None:
    browser.open(everyone, "#pair-ISR-VNM&from=2014")
    browser.command("Page.printToPDF")
    assert browser.run("return document.querySelectorAll('#printed > svg').length") == 1
    browser.command("Emulation.setEmulatedMedia", media="print")
    try:
        text = browser.find("body").text
    finally:
        browser.command("Emulation.setEmulatedMedia", media="")
    assert "Vietnam is in talks with Israel on radars." in text
    assert "China – Cambodia" in text
    assert "Ties between states" in text
    assert "Left out:" in text
    assert "2014 – 2025" in text
    assert "Concluded" in browser.run("return document.querySelector('#printed').textContent")
    assert "Hun Sen" not in text
    assert "Copy link" not in text
