import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.viz.network import network_page, write_page
from tests.viz.network.articles import ARTICLES, HOSTILE, article, says

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
ROW = re.compile(r'<tr data-pair="([^"]+)"')


def test_the_same_snapshot_makes_the_same_page(store: Store) -> None:
    assert network_page(store, focus=["VNM"]) == network_page(store, focus=["VNM"])


def test_the_order_of_loading_leaves_no_trace(store: Store) -> None:
    with Store.open() as other:
        for told in reversed(ARTICLES):
            other.add([told])
        assert network_page(other) == network_page(store)


def test_the_table_lists_the_lines_of_the_drawing(store: Store) -> None:
    page = network_page(store)
    edges = json.loads(DATA.findall(page)[0])["edges"]
    assert ROW.findall(page) == [edge["id"] for edge in edges]


def test_lines_have_no_arrows(store: Store) -> None:
    edges = json.loads(DATA.findall(network_page(store))[0])["edges"]
    assert {edge["arrows"] for edge in edges} == {""}


def test_a_page_with_a_focus_opens_on_its_best_attested_pair(store: Store) -> None:
    data = json.loads(DATA.findall(network_page(store, focus=["VNM"]))[0])
    assert (data["focus"], data["open"]) == (["VNM"], "USA-VNM")


def test_a_page_opens_on_the_pair_asked_for(store: Store) -> None:
    data = json.loads(DATA.findall(network_page(store, open_edge=("KHM", "CHN")))[0])
    assert data["open"] == "CHN-KHM"


def test_a_pair_that_is_not_there_cannot_be_opened(store: Store) -> None:
    with pytest.raises(UsageError, match="no line between Laos and China"):
        network_page(store, open_edge=("LAO", "CHN"))


def test_only_the_scripts_of_the_page_may_run(store: Store) -> None:
    page = network_page(store)
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    digests = (hashlib.sha256(script.encode()).digest() for script in SCRIPT.findall(page))
    hashes = [f"&#39;sha256-{base64.b64encode(digest).decode()}&#39;" for digest in digests]
    assert f"script-src {' '.join(hashes)};" in policy
    assert policy.startswith("default-src &#39;none&#39;;")


def test_a_page_names_no_resource_to_fetch(store: Store) -> None:
    page = SCRIPT.sub("", network_page(store))
    assert not re.search(r"""\bsrc=|@import|url\(|<link(?! rel="icon" href="data:,")""", page)


def test_hostile_text_never_becomes_markup() -> None:
    with Store.open() as store:
        store.add([HOSTILE])
        page = network_page(store, title="</title><script>window.__hit = 1</script>")
    assert len(re.findall(r"<script\b", page)) == 1 + len(SCRIPT.findall(page))
    assert not re.search(r"<(img|iframe|b)\b", SCRIPT.sub("", page))
    assert 'href="javascript:' not in page
    assert "{{ 7 * 7 }}" in page


def test_the_page_says_what_is_missing_and_what_silence_means(store: Store) -> None:
    page = network_page(store, focus=["VNM"])
    assert "4 pairs that reach beyond Vietnam and its partners" in page
    assert "No line means no evidence in these documents" in page


def test_a_page_is_written_whole_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / "new" / "page.html"
    write_page(path, "<p>Việt Nam</p>")
    write_page(path, "<p>Türkiye</p>")
    assert path.read_bytes() == "<p>Türkiye</p>".encode()
    assert list(path.parent.iterdir()) == [path]


def test_an_unwritable_place_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Cannot write"):
        write_page(tmp_path, "<p></p>")
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_two_states_opens_with_their_own_line(store: Store) -> None:
    page = network_page(store, focus=["VNM", "ISR"])
    assert ROW.findall(page)[0] == "ISR-VNM"
    found = DATA.search(page)
    assert found is not None
    assert json.loads(found.group(1))["open"] == "ISR-VNM"


def test_long_titles_are_cut() -> None:
    told = [
        article(
            title,
            "Wire",
            day,
            url,
            says("They met.", "meeting", "RUS VNM", date=day),
        )
        for title, day, url in (
            ("Talks " * 2000, "2024-06-01", "https://wire.example/talks"),
            ("Other", "2023-01-02", "https://wire.example/other"),
        )
    ]
    with Store.open() as store:
        store.add(told)
        page = network_page(store)
    assert "Talks Talks" in page
    assert "Talks " * 50 not in page
