"""Evidence: one event or tie with every sentence behind it, in the API and in the drawer."""

import json
from pathlib import Path
from typing import Any

import rispy
from starlette.testclient import TestClient

from hedgerow.graph.store import Store
from tests.queries.making import Article
from tests.viz.explorer.conftest import client_of
from tests.viz.network.articles import HIT


def edge_ids(explorer: TestClient, a: str, b: str) -> dict[str, str]:
    """The ids of what is between two actors by its words."""
    rows = explorer.get("/api/timeline", params={"a": a, "b": b}).json()["rows"]
    return {row["words"]: row["id"] for row in rows}


def evidence(explorer: TestClient, words: str, a: str, b: str, **more: str) -> dict[str, Any]:
    """The evidence of what is told in such words between two actors."""
    ids = edge_ids(explorer, a, b)
    found = next(id_ for told, id_ in ids.items() if words in told)
    answer = explorer.get(f"/api/edges/{found}", params=more)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def facts(told: dict[str, Any]) -> dict[str, str]:
    """The facts by name."""
    return {fact["name"]: fact["value"] for fact in told["facts"]}


def test_event_with_its_sentence_and_footnote(explorer: TestClient) -> None:
    told = evidence(explorer, "Kilo", "Vietnam", "Russia")
    assert (told["look"], told["badge"], told["group"]) == ("concluded", "signed", "arms")
    assert [(one["name"], one["role"]) for one in told["parties"]] == [
        ("Russia", "supplier"),
        ("Vietnam", "buyer"),
    ]
    assert told["arrow"]
    (sentence,) = told["sentences"]
    assert sentence["lines"] == [
        "Russia will build six Kilo-class submarines for Vietnam under a contract signed here."
    ]
    assert sentence["address"] == "https://paper.example/2009"
    assert sentence["footnote"].startswith(
        "“Submarines,” Paper, December 16, 2009, https://paper.example/2009: “Russia will build"
    )
    assert told["rests"].startswith("1 sentence in 1 document of 1 outlet")
    assert told["disputes"] == []


def test_tie_names_its_events_and_rungs(explorer: TestClient) -> None:
    told = evidence(explorer, "raised, comprehensive strategic", "USA", "VNM")
    assert [one["how"] for one in told["related"]] == ["ends", "opens"]
    assert facts(told)["Before"] == "comprehensive partnership"
    tie = explorer.get(f"/api/edges/{told['related'][-1]['id']}").json()
    assert (tie["edge"], tie["look"], tie["badge"]) == ("tie", "concluded", "held")
    assert "opened it" in {one["how"] for one in tie["related"]}
    assert facts(tie)["On the ladder of Vietnam"].endswith("rung 4 of 4")
    assert facts(tie)["Last confirmed"] == "2025-11-02"


def test_contested_has_both_sides_and_no_arrow(explorer: TestClient) -> None:
    told = evidence(explorer, "Su-35", "Vietnam", "Russia")
    assert told["look"] == "contested"
    assert told["badge"] == "contested, asserted as reported (signed)"
    assert not told["arrow"]
    (dispute,) = told["disputes"]
    assert dispute["title"] == "Some assert it, others deny it"
    sides = {side["says"]: side["voices"] for side in dispute["sides"]}
    assert sides == {
        "asserted": ["nobody named, in Radio"],
        "denied": ["Vietnam (a party to it), in Agency"],
    }
    known = {one["claim"] for one in told["sentences"]}
    assert all(claim in known for side in dispute["sides"] for claim in side["claims"])
    denial = next(one for one in told["sentences"] if one["look"] == "contested")
    assert (denial["says"], denial["by_party"]) == ("denied as signed", True)


def test_denied_alone_is_never_told_as_two_sided(explorer: TestClient) -> None:
    told = evidence(explorer, "Cam Ranh", "Vietnam", "Russia")
    assert told["badge"].startswith("denied")
    assert [one["title"] for one in told["disputes"]] == [
        "Denied; nobody in this archive asserts it"
    ]


def test_as_of_a_day_nothing_later_counts(explorer: TestClient) -> None:
    before = evidence(explorer, "Kilo", "Vietnam", "Russia", at="2005")
    assert not before["begun"]
    assert (before["look"], before["badge"]) == ("unplaced", "not by 2005-12-31")
    tie = next(id_ for id_ in edge_ids(explorer, "USA", "VNM").values() if id_.startswith("tie/"))
    held = explorer.get(f"/api/edges/{tie}", params={"at": "2015"}).json()
    ended = explorer.get(f"/api/edges/{tie}").json()
    assert (held["badge"], ended["badge"]) == ("held", "ended")
    unbegun = explorer.get(f"/api/edges/{tie}", params={"at": "2010"}).json()
    assert (unbegun["begun"], unbegun["look"]) == (False, "unplaced")


def test_former_id_leads_to_the_present_one(own_store: Path) -> None:
    before = edge_ids(client_of(own_store), "Vietnam", "Russia")
    old = next(id_ for words, id_ in before.items() if "Kilo" in words)
    earlier = Article("2009-12-15", "Gazette", "Six boats", "https://gazette.example/1").says(
        "The contract for six Kilo-class submarines was signed on Tuesday.",
        *("arms_deal", "RUS VNM", "signed"),
        date="2009-12",
        item="6 Kilo-class submarines",
    )
    with Store.open(own_store) as store:
        store.add([earlier.item()])
    told = client_of(own_store).get(f"/api/edges/{old}").json()
    assert told["formerly"] == old
    assert told["id"] != old
    assert len(told["sentences"]) == 2


def test_same_sentence_elsewhere_is_counted_once(own_store: Path) -> None:
    quote = "Russia will build six Kilo-class submarines for Vietnam under a contract signed here."
    reprint = Article("2009-12-18", "Herald", "Again", "https://herald.example/1").says(
        quote, *("arms_deal", "RUS VNM", "signed"), date="2009-12", item="6 Kilo-class submarines"
    )
    reprint.says("Elsewhere it rained.", *("statement", "RUS VNM", "occurred"))
    with Store.open(own_store) as store:
        store.add([reprint.item()])
    told = evidence(client_of(own_store), "Kilo", "Vietnam", "Russia")
    (sentence,) = told["sentences"]
    assert (sentence["outlet"], sentence["also"]) == ("Paper", ["Herald"])
    assert told["rests"].startswith("2 sentences in 2 documents")


def test_reference_managers_read_the_files(explorer: TestClient) -> None:
    id_ = evidence(explorer, "Su-35", "Vietnam", "Russia")["id"]
    ris = explorer.get(f"/export/edges/{id_}.ris")
    assert {entry["title"] for entry in rispy.loads(ris.text)} == {"Fighters", "No fighters"}
    assert ris.headers["content-disposition"].startswith('attachment; filename="event-')
    csl = json.loads(explorer.get(f"/export/edges/{id_}.json").content)
    assert {item["container-title"] for item in csl} == {"Radio", "Agency"}


def test_what_is_not_there_is_told_in_a_sentence(explorer: TestClient) -> None:
    claim = evidence(explorer, "Kilo", "Vietnam", "Russia")["sentences"][0]["claim"]
    for wrong, said in (
        ("event/" + "0" * 32, "check the id"),
        ("nonsense", "is no id"),
        (claim, "is a claim"),
    ):
        answer = explorer.get(f"/api/edges/{wrong}")
        assert answer.status_code == 404
        assert said in answer.json()["error"]


def test_hostile_sentence_stays_text(explorer: TestClient) -> None:
    told = evidence(explorer, "", "Serbia", "Hungary")
    (sentence,) = told["sentences"]
    assert HIT in sentence["lines"][0]
    assert "\u202e" not in json.dumps(told, ensure_ascii=False)
    assert sentence["address"] is None
