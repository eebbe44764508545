import json
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from hedgerow.graph.store import Store
from hedgerow.viz.network import network_page, write_page
from tests.viz.network.articles import HOSTILE
from tests.viz.network.browsing import Browser

pytestmark = pytest.mark.browser

LINES = """
const { network } = hedgerow.drawing;
return Object.fromEntries(network.body.edgeIndices.map((id) => {
  const { dashes, arrows } = network.body.edges[id].options;
  return [id, { dashes, arrow: arrows.to.enabled || arrows.from.enabled }];
}));
"""
SPOT = """
const { network } = hedgerow.drawing;
const box = document.querySelector("#graph canvas").getBoundingClientRect();
const [from, to] = network.getConnectedNodes(arguments[0]).map((id) => network.getPosition(id));
const at = network.canvasToDOM({ x: from.x * 0.6 + to.x * 0.4, y: from.y * 0.6 + to.y * 0.4 });
return [at.x - box.width / 2, at.y - box.height / 2];
"""


def test_a_page_opens_from_disk_without_errors_or_requests(browser: Browser, vietnam: Path) -> None:
    browser.open(vietnam)
    assert browser.run("return document.querySelectorAll('#graph canvas').length") == 1
    assert browser.complaints() == []
    assert browser.requests() == [vietnam.as_uri()]


def test_a_focused_page_opens_with_the_evidence_of_one_pair(
    browser: Browser, vietnam: Path
) -> None:
    browser.open(vietnam)
    assert browser.find("h1").text == "Ties of Vietnam"
    assert "United States – Vietnam" in browser.shown()
    assert "Trong and Biden announced" in browser.shown()
    assert "Left out: 4 pairs" in browser.find("footer").text


def test_a_row_opens_its_sentences(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#show-table").click()
    browser.find("tr[data-pair=CHN-KHM] td").click()
    assert "Hun Sen denied that an agreement had been signed." in browser.shown()
    assert "Contested" in browser.shown()
    link = browser.find("#pair-CHN-KHM figcaption a")
    assert link.get_attribute("href") == "https://freshnewsasia.com/ream"
    assert "noreferrer" in (link.get_attribute("rel") or "")


def test_a_row_opens_from_the_keyboard(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#show-table").send_keys(Keys.ENTER)
    browser.find("tr[data-pair=ISR-VNM] a").send_keys(Keys.ENTER)
    assert "Vietnam is in talks with Israel on radars." in browser.shown()


def test_a_line_opens_the_same_evidence(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    x, y = browser.driver.execute_script(SPOT, "SWE-THA")
    canvas = browser.find("#graph canvas")
    ActionChains(browser.driver).move_to_element_with_offset(canvas, x, y).click().perform()
    assert "Thailand signed a contract for four Gripens." in browser.shown()


def test_the_address_leads_back_to_a_pair_and_an_actor(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#pair-RUS-VNM")
    assert "A return of the Russian navy is not on the agenda" in browser.shown()
    browser.open(everyone, "#actor-VNM")
    assert browser.all("#actor a")[0].text == "United States – Vietnam"


def test_the_table_has_the_lines_of_the_drawing(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    rows = {row.get_attribute("data-pair"): row for row in browser.all("tbody tr")}
    lines = browser.run(LINES)
    assert rows.keys() == lines.keys()
    assert not any(line["arrow"] for line in lines.values())
    for pair, row in rows.items():
        sample = row.find_element("css selector", "svg").get_attribute("class") or ""
        assert sample.split()[-1] == row.get_attribute("data-standing")
        assert (lines[pair]["dashes"] is False) == (sample.split()[-1] == "concluded")


def test_a_filter_takes_away_what_it_names(browser: Browser, everyone: Path) -> None:
    browser.open(everyone, "#pair-USA-VNM")
    before = browser.run(LINES)
    browser.find("input[name=standing]").click()
    after = browser.run(LINES)
    assert (before["USA-VNM"]["dashes"], after["USA-VNM"]["dashes"]) == (False, [9, 6])
    assert "SWE-THA" in before
    assert "SWE-THA" not in after
    assert "Trong and Biden" not in browser.shown()
    assert "hidden by the filters" in browser.shown()
    assert " of " in browser.find("#shown").text


def test_search_finds_an_actor(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#find").send_keys("isr" + Keys.ENTER)
    assert browser.find("#actor h2").text == "Israel"
    browser.find("#find").clear()
    browser.find("#find").send_keys("nato" + Keys.ENTER)
    assert browser.find("#actor h2").text == "North Atlantic Treaty Organization"
    assert [link.text for link in browser.all("#actor a")] == ["NATO – Sweden"]


@pytest.mark.parametrize("name", ["Viet Nam", "VNM", "socialist republic of vietnam"])
def test_search_knows_codes_and_other_names(browser: Browser, everyone: Path, name: str) -> None:
    browser.open(everyone)
    browser.find("#find").send_keys(name + Keys.ENTER)
    assert browser.find("#actor h2").text == "Vietnam"
    browser.find("#show-table").click()
    assert browser.all("tbody tr:not([hidden])")


def test_search_says_that_it_found_nobody(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#find").send_keys("Atlantis" + Keys.ENTER)
    assert browser.find("#said").text == "No such actor on this page."


def test_controls_are_large_enough_and_cover_no_name(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    assert not browser.all("#drawing button")
    targets = [*browser.all(".zoom button"), *browser.all(".filters .kind > .chip")]
    assert min(target.size["height"] for target in targets) >= 24


def test_search_narrows_the_table(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    browser.find("#show-table").click()
    browser.find("#find").send_keys("thai")
    shown = [row.get_attribute("data-pair") for row in browser.all("tbody tr:not([hidden])")]
    assert shown == ["SWE-THA"]


@pytest.mark.parametrize("anchor", ["#pair-<img src=x onerror='window.__hit = 1'>", "#%E0%A4%A"])
def test_a_hostile_address_opens_nothing(browser: Browser, everyone: Path, anchor: str) -> None:
    browser.open(everyone, anchor)
    assert "Choose a line or an actor" in browser.shown()
    assert browser.run("return window.__hit") is None
    assert browser.complaints() == []


def test_hostile_text_runs_nothing_and_is_shown_as_it_is(browser: Browser, tmp_path: Path) -> None:
    document, (claim,) = HOSTILE
    title = "<script>window.__hit = 1</script>"
    with Store.open() as store:
        store.add([HOSTILE])
        write_page(tmp_path / "p.html", network_page(store, focus=["SRB"], title=title))
    browser.open(tmp_path / "p.html")
    browser.find(".sample").click()
    assert browser.run("return window.__hit") is None
    assert browser.complaints() == []
    assert browser.requests() == [(tmp_path / "p.html").as_uri()]
    assert browser.find("h1").text == title
    quoted = browser.run("return document.querySelector('blockquote').textContent")
    assert quoted == " ".join(claim.quote.split())
    shown = browser.run("return document.querySelector('#evidence').textContent")
    for text in (document.title, document.publisher, claim.item, claim.place, claim.attributed_to):
        assert text in shown
    assert browser.all("figcaption a, #evidence img, #evidence iframe, #evidence [onload]") == []


def test_without_scripts_the_table_and_all_sentences_are_there(
    browser: Browser, everyone: Path
) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.open(everyone)
        text = browser.find("body").text
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "The drawing and the filters need scripts" in text
    assert "Hun Sen denied that an agreement had been signed." in text
    assert "Thailand signed a contract for four Gripens." in text


def test_the_data_of_the_page_is_plain_json(browser: Browser, everyone: Path) -> None:
    browser.open(everyone)
    data = json.loads(browser.run("return document.getElementById('data').textContent"))
    assert {"nodes", "edges", "groups", "kinds", "standings", "time", "focus", "open", "print"} == (
        data.keys()
    )
