import numpy as np
import pytest
from starlette.testclient import TestClient

from hedgerow.viz.explorer.network import drawn, large
from hedgerow.viz.explorer.network.places import _places, spread
from tests.viz.explorer.conftest import go, wait_for
from tests.viz.explorer.crowds import crowd
from tests.viz.network.browsing import Browser

BLIND = "HTMLCanvasElement.prototype.getContext = () => null;"


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch, explorer: TestClient) -> TestClient:
    """An explorer of 2,000 made-up actors."""
    found = crowd(2000, 20_000)
    for module in (drawn, large):
        monkeypatch.setattr(module, "matters", lambda _: found)
        monkeypatch.setattr(module, "places", lambda _, one: _places(one))
    return explorer


def test_lists_have_a_value_for_each_actor_and_pair(explorer: TestClient) -> None:
    found = explorer.get("/api/large").json()
    for name in ("names", "kinds", "x", "y", "degrees"):
        assert len(found[name]) == len(found["codes"])
    for name in ("b", "standings", "groups", "sizes"):
        assert len(found[name]) == len(found["a"])
    ends = [found["codes"][place] for place in (*found["a"], *found["b"])]
    assert {code: ends.count(code) for code in found["codes"]} == dict(
        zip(found["codes"], found["degrees"], strict=True)
    )


def test_it_draws_the_same_lines_as_the_network(explorer: TestClient) -> None:
    found = explorer.get("/api/large").json()
    firm = [one["name"] for one in found["firmness"]]
    told = {
        f"{found['codes'][a]}-{found['codes'][b]}": firm[standing]
        for a, b, standing in zip(found["a"], found["b"], found["standings"], strict=True)
    }
    lines = explorer.get("/api/network?limit=2000").json()["lines"]
    assert {one["id"]: one["standing"] for one in lines}.items() <= told.items()


def test_filters_apply(explorer: TestClient) -> None:
    found = explorer.get("/api/large?standing=prospective&group=arms").json()
    assert {found["firmness"][one]["name"] for one in found["standings"]} == {"prospective"}
    assert explorer.get("/api/large?standing=none").json()["codes"] == []


def test_many_actors_get_places_of_their_own(crowded: TestClient) -> None:
    found = crowded.get("/api/large").json()
    places = np.column_stack([found["x"], found["y"]])
    assert places.min() >= 0 and places.max() <= 10_000
    assert len(np.unique(places, axis=0)) > 0.95 * len(places)
    assert crowded.get("/api/large").json() == found
    assert len(crowded.get("/export/large.csv").text.splitlines()) == len(found["a"]) + 1


def test_communities_stand_together() -> None:
    found = crowd(1000, 6000)
    at = _places(found)
    one, other = at[found.ends[:, 0]], at[found.ends[:, 1]]
    apart = np.hypot(*(one - other).T).mean()
    strangers = np.hypot(*(at - np.roll(at, 500, axis=0)).T).mean()
    assert apart < 0.75 * strangers


def test_few_actors_have_room_too() -> None:
    for number in (2, 3, 5):
        found = crowd(number, number)
        places = spread(_places(found), np.arange(number))
        assert np.isfinite(places).all()


@pytest.mark.browser
def test_without_webgl_it_says_so_and_offers_the_network(served: str, browser: Browser) -> None:
    added = browser.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": BLIND}
    )
    try:
        go(browser, served, "large")
        assert "without WebGL 2" in browser.find("#view").text
        link = browser.find(".view-large .empty a").get_attribute("href") or ""
        assert link.endswith("#/network")
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


@pytest.mark.browser
def test_everything_is_drawn_and_an_actor_found(served: str, browser: Browser) -> None:
    go(browser, served, "large")
    wait_for(browser, "window.hedgerow?.cloud")
    assert browser.run("return hedgerow.cloud.sigma.getGraph().size") > 5
    browser.run("[...document.querySelectorAll('.view-large tbody button')][0].click()")
    wait_for(browser, "document.querySelector('#evidence .matters a')")
    assert "actor=" in browser.run("return location.hash")
