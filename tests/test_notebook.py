"""`import hedgerow as hr` in a notebook."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hedgerow as hr
from hedgerow.errors import StoreError, UsageError
from hedgerow.graph.store import Store
from hedgerow.notebook import Graph
from tests.queries.making import Article, vietnam

HOSTILE = '<script>alert("1")</script> & =1+1'


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    place = tmp_path_factory.mktemp("notebook") / "store"
    hostile = Article("2024-01-02", HOSTILE, HOSTILE).says(
        f"Japan sold Vietnam {HOSTILE}.", "arms_deal", "JPN VNM", "signed", item=HOSTILE
    )
    with Store.open(place) as store:
        store.add([article.item() for article in [*vietnam(), hostile]])
    with hr.open(place) as opened:
        yield opened


def test_says_what_it_holds(graph: Graph) -> None:
    assert repr(graph).startswith("<hedgerow graph: 12 documents, ")


def test_asks_with_arguments_in_order_and_by_name(graph: Graph) -> None:
    by_order = graph.ask("levels", "Vietnam", "United States")
    assert by_order == graph.ask("levels", a="VNM", b="USA")
    assert "comprehensive strategic partnership since 2023-09-10" in by_order.in_words


def test_from_is_written_with_an_underscore(graph: Graph) -> None:
    answer = graph.ask("ties", "VNM", "USA", from_="2023")
    assert answer.parameters["from"] == "2023"


def test_a_question_that_does_not_exist_is_named_with_a_near_one(graph: Graph) -> None:
    with pytest.raises(UsageError, match="did you mean levels"):
        graph.ask("level", "VNM")


def test_lists_the_questions_as_they_are_called(graph: Graph) -> None:
    assert "levels a [b] [at=newest]" in graph.questions()


def test_an_answer_becomes_a_data_frame_with_codes(graph: Graph) -> None:
    frame = graph.ask("levels", "VNM").to_pandas()
    assert list(frame.columns)[:2] == ["partner", "level"]
    assert set(frame["partner"]) == {"USA", "CHN"}


def test_a_timeline_becomes_a_data_frame(graph: Graph) -> None:
    found = graph.timeline("VNM", "RUS")
    assert list(found.to_pandas()["id"]) == [entry.id for entry in found.entries]


def test_what_a_notebook_shows_escapes_the_text_of_articles(graph: Graph) -> None:
    for result in (graph.ask("arms", "VNM"), graph.timeline("VNM", "JPN")):
        page = result._repr_html_()
        assert "&lt;script&gt;" in page
        assert "<script>" not in page


def test_an_empty_answer_shows_its_words_alone(graph: Graph) -> None:
    words = "no level held on 2025-11-02; none found in 0 documents on this pair."
    assert graph.ask("levels", "VNM", "PER")._repr_html_() == f"<p>Vietnam - Peru: {words}</p>"


def test_looks_back_to_what_was_known(graph: Graph) -> None:
    then = graph.as_known("2020")
    assert "as known on 2020-12-31" in repr(then)
    assert then.ask("levels", "VNM", "USA").rows[0]["stated_level"] == "comprehensive"


def test_gives_a_networkx_graph(graph: Graph) -> None:
    drawn = graph.to_networkx("VNM", "RUS")
    assert set(drawn) == {"VNM", "RUS"}


def test_a_timeline_becomes_a_networkx_graph(graph: Graph) -> None:
    drawn = graph.timeline("VNM", "RUS").to_networkx()
    (entry,) = [one for one in graph.timeline("VNM", "RUS").entries if one.standing == "concluded"]
    assert drawn.edges["RUS", "VNM", entry.id]["words"] == entry.words
    assert drawn.nodes["RUS"]["name"] == "Russia"


def test_measures_between_powers(graph: Graph) -> None:
    found = graph.hedging("Vietnam", "Russia", "United States", at="2025")
    assert found.poles == ("RUS", "USA")
    assert found.to_pandas().loc[2, "scale"] == "0 United States to 100 Russia"


def test_powers_are_given_in_order_or_by_name(graph: Graph) -> None:
    for powers in (["RUS", "USA"], "RUS,USA"):
        assert graph.hedging("Vietnam", between=powers, at="2025").poles == ("RUS", "USA")
    assert graph.hedging("Vietnam", at="2025").poles == ("USA", "CHN")


@pytest.mark.parametrize("day", ["bad", 2025])
def test_what_is_no_day_is_refused_in_a_sentence(graph: Graph, day: Any) -> None:
    with pytest.raises(UsageError, match="is no date; write it as '2023'"):
        graph.at(day)


def test_a_missing_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        hr.open(tmp_path / "none")
