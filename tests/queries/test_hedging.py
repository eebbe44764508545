"""The measures for one state between powers, and what they say of themselves."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hedgerow.errors import UnknownActor, UsageError
from hedgerow.graph.store import Store
from hedgerow.queries.asking import ask
from hedgerow.queries.hedging.hedging import Hedging, hedging
from hedgerow.queries.hedging.lines import Line
from hedgerow.queries.hedging.words import basis, coverage_words, evidence_rows
from hedgerow.queries.measures.weights import default_weights
from tests.queries.making import Article, store_of

ON = dt.date(2025, 12, 31)


def articles() -> list[Article]:
    """Peru between Japan and Chile: a pact and a drill with one, a visit and a base with other."""
    return [
        Article("2025-01-10", "Wire").says(
            "Peru and Japan signed a defence agreement.",
            *("defence_agreement", "JPN PER", "signed"),
            date="2025-01-09",
        ),
        Article("2025-03-02", "Paper").says(
            "Peru and Japan held a joint exercise.",
            *("joint_exercise", "JPN PER", "occurred"),
            date="2025-03-01",
        ),
        Article("2025-04-02", "Paper").says(
            "Chile's president visited Peru.",
            *("visit", "CHL PER", "occurred"),
            date="2025-04-01",
        ),
        Article("2025-05-02", "Wire").says(
            "Peru is in talks to buy Chilean frigates.",
            *("arms_deal", "CHL PER", "talks"),
            item="frigates",
        ),
        Article("2025-06-02", "Wire").says(
            "Officials said that Chile was offered a base.",
            *("base_access", "CHL PER", "reported"),
            stage="agreed",
            attributed_to="officials, unnamed",
            date="2025-06",
        ),
        Article("2025-06-03", "Agency").says(
            "Lima denied that Chile was offered a base.",
            *("base_access", "CHL PER", "denied"),
            stage="agreed",
            attributed_to="PER",
            date="2025-06",
        ),
    ]


@pytest.fixture(scope="module")
def store_() -> Iterator[Store]:
    with store_of(articles()) as made:
        yield made


@pytest.fixture(scope="module")
def found(store_: Store) -> Hedging:
    return hedging(store_, "Peru", ["Japan", "Chile"], ON)


def line(found: Hedging, measure: str) -> Line:
    (wanted,) = [each for each in found.lines if each.measure == measure]
    return wanted


def test_leans_to_the_side_with_the_weightier_ties(found: Hedging) -> None:
    value = line(found, "lean").value
    assert value is not None
    assert 80 < value < 100
    assert line(found, "lean").scale == "0 Chile to 100 Japan"


def test_what_is_only_in_talks_stands_beside_and_never_in_the_number(found: Hedging) -> None:
    assert line(found, "lean").pipeline == 0
    assert line(found, "tie with Chile").pipeline == pytest.approx(0.5, abs=0.2)
    assert line(found, "tie with Chile").value == pytest.approx(0.1, abs=0.1)


def test_what_is_contested_is_counted_as_left_out(found: Hedging) -> None:
    assert found.left_out["contested"] == 1
    assert "1 contested" in " ".join(basis(found))


def test_few_edges_are_told_as_thin(found: Hedging) -> None:
    assert line(found, "lean").is_thin
    assert "thin: 3 edges" in found.in_words


def test_no_data_is_no_number(store_: Store) -> None:
    nothing = hedging(store_, "Fiji", ["Japan", "Chile"], ON)
    assert line(nothing, "lean").value is None
    assert "lean: no data" in nothing.in_words
    assert nothing.stability is None
    assert coverage_words(nothing.coverage) == "Rests on 0 documents of 0 outlets."


def test_each_pair_of_poles_has_its_own_lean(store_: Store) -> None:
    three = hedging(store_, "PER", ["JPN", "CHL", "BRA"], ON, resampled=False)
    scales = [each.scale for each in three.lines if each.measure == "lean"]
    assert scales == ["0 Chile to 100 Japan", "0 Brazil to 100 Japan", "0 Brazil to 100 Chile"]


def test_names_the_edges_behind_with_their_sentences(found: Hedging) -> None:
    rows = evidence_rows(found)
    assert rows[0]["quote"] == "Peru and Japan signed a defence agreement."
    assert [row["with"] for row in rows] == ["JPN", "JPN", "CHL"]
    assert set(line(found, "lean").edges) == {row["id"] for row in rows}


def test_a_day_before_everything_has_no_data(store_: Store) -> None:
    then = hedging(store_, "PER", ["JPN", "CHL"], dt.date(2024, 1, 1))
    assert line(then, "lean").value is None


def test_the_newest_publication_is_the_day_where_none_is_given(store_: Store) -> None:
    assert hedging(store_, "PER", ["JPN", "CHL"]).on == dt.date(2025, 6, 3)


def test_poles_must_differ_from_each_other_and_from_the_state(store_: Store) -> None:
    for poles in (["JPN"], ["JPN", "Japan"], ["JPN", "PER"]):
        with pytest.raises(UsageError, match="two or more poles"):
            hedging(store_, "PER", poles)
    with pytest.raises(UnknownActor):
        hedging(store_, "Atlantis")


def test_other_weights_give_other_numbers_and_their_version(store_: Store) -> None:
    ours = default_weights()
    key = ("event", "visit", None, None)
    rows = {**ours.rows, key: replace(ours.rows[key], weight=1.0)}
    changed = hedging(store_, "PER", ["JPN", "CHL"], ON, replace(ours, name="mine", rows=rows))
    assert changed.weights.startswith("mine-")
    before = line(hedging(store_, "PER", ["JPN", "CHL"], ON), "lean").value
    after = line(changed, "lean").value
    assert after is not None
    assert before is not None
    assert after < before


def test_the_same_graph_gives_the_same_ranges(store_: Store, found: Hedging) -> None:
    assert hedging(store_, "PER", ["JPN", "CHL"], ON).table() == found.table()


def test_says_what_the_range_does_not_cover_and_which_weights(found: Hedging) -> None:
    told = " ".join(basis(found))
    assert "over resampled sources; does not cover what was not loaded" in told
    assert found.weights in told


def test_shows_itself_as_a_table(found: Hedging) -> None:
    frame = found.to_pandas()
    assert list(frame.columns)[:3] == ["measure", "scale", "value"]
    assert "<table>" in found._repr_html_()


def test_the_question_gives_the_same_numbers(store_: Store, found: Hedging) -> None:
    given = {"a": "PER", "between": "JPN,CHL", "at": ON.isoformat()}
    answer = ask(store_, "lean", given)
    assert answer.rows == found.table()[1]
    assert answer.in_words == found.in_words


def test_nothing_is_called_a_score_of_hedging() -> None:
    sources = Path(__file__).parents[2] / "hedgerow"
    texts = [path.read_text("utf-8") for path in sources.rglob("*.py")]
    texts += [path.read_text("utf-8") for path in sources.rglob("*.question")]
    assert not [text for text in texts if "hedge score" in text or "hedging score" in text]
