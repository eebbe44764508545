"""`--at`, `--as-known` and `--recorded`, for every command that reads a store."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import items, states_by_weight
from hedgerow.cli.viewing import OF_THEIR_ACTORS
from hedgerow.graph.store import Store
from hedgerow.graph.view import View, viewed
from hedgerow.queries.asking import ask
from hedgerow.queries.questions import library
from hedgerow.queries.timeline import timeline
from tests.cli.conftest import Run
from tests.queries.making import vietnam

VIEWS = st.builds(
    View,
    at=st.none() | st.dates(dt.date(1995, 1, 1), dt.date(2026, 1, 1)),
    known=st.none() | st.dates(dt.date(1995, 1, 1), dt.date(2026, 1, 1)),
    recorded=st.sampled_from((None, dt.date.max)),
)
STATES = states_by_weight()[:12]


@pytest.fixture
def stored(run: Run) -> Path:
    """Eleven articles on Vietnam, one of them undated, where commands look for a store."""
    path = Path("hedgerow.store")
    with Store.open(path) as store:
        store.add([article.item() for article in vietnam()])
    return path


@pytest.fixture(scope="module")
def synthetic() -> Iterator[Store]:
    with Store.open() as store:
        store.add(items(600))
        yield store


@settings(max_examples=12, deadline=None)
@given(view=VIEWS, pair=st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True))
def test_a_view_about_the_actors_asked_for_gives_the_answers_of_the_whole_view(
    synthetic: Store, view: View, pair: list[str]
) -> None:
    whole = viewed(synthetic, view).snapshot
    for name in sorted(OF_THEIR_ACTORS):
        parameters = library.question(name).parameters
        actors = [each.name for each in parameters if each.kind == "actor"]
        arguments = dict(zip(actors, pair, strict=False))
        part = viewed(synthetic, view, about=list(arguments.values())).snapshot
        assert ask(part, name, arguments) == ask(whole, name, arguments)
    for asked in ((pair[0], None), (pair[0], pair[1])):
        part = viewed(synthetic, view, about=[each for each in asked if each]).snapshot
        assert timeline(part, *asked) == timeline(whole, *asked)


def test_what_was_not_known_yet_is_not_in_the_answer(run: Run, stored: Path) -> None:
    ran = run("ask", "arms", "VNM", "--as-known", "2024-06", "--format", "json")
    assert [(row["supplier"], row["status"]) for row in json.loads(ran.out)] == [("RUS", "signed")]
    assert ran.err == ("as known on 2024-06-30: 5 of 11 documents; 1 without a date left out\n")


def test_a_day_is_told_from_all_documents_but_those_of_no_date(run: Run, stored: Path) -> None:
    ran = run("ask", "arms", "VNM", "--at", "2024-07-31", "--format", "json")
    assert {row["supplier"] for row in json.loads(ran.out)} == {"RUS", "USA"}
    assert ran.err == "at 2024-07-31: 6 of 11 claims on Vietnam\n"


def test_a_question_with_its_own_day_is_asked_on_it(run: Run, stored: Path) -> None:
    natively = run("ask", "levels", "VNM", "at=2015", "--format", "json")
    assert run("ask", "levels", "VNM", "--at", "2015", "--format", "json") == natively
    assert natively.err == ""
    assert run("ask", "levels", "VNM", "at=2015-12-31", "--at", "2015").code == 0


def test_two_different_days_are_refused(run: Run, stored: Path) -> None:
    ran = run("ask", "levels", "VNM", "at=2015", "--at", "2016")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "give one" in ran.err


def test_newest_is_the_day_looked_at(run: Run, stored: Path) -> None:
    out = run("ask", "levels", "VNM", "--as-known", "2015").out
    assert "on 2015-12-31" in out
    timeline_then = run("timeline", "VNM", "USA", "--as-known", "2013-12", "--as", "json")
    assert timeline_then.code == 0
    assert "unconfirmed" not in run("ask", "levels", "VNM", "USA", "--as-known", "2013-12").out


def test_what_was_recorded_later_is_left_out(run: Run, stored: Path) -> None:
    ran = run("ask", "documents", "--recorded", "2020-01-01")
    assert "holds no documents" in ran.out
    assert ran.err == "as recorded on 2020-01-01: 0 of 11 documents\n"


def test_withdrawals_that_are_younger_are_told(run: Run, stored: Path) -> None:
    rows = json.loads(run("ask", "documents", "--format", "json").out)
    run("withdraw", rows[0]["document"], "--reason", "retracted")
    err = run("ask", "documents", "--recorded", "2020-01-01").err
    assert "1 withdrawn since are missing" in err


def test_a_timeline_says_in_its_title_what_it_shows(run: Run, stored: Path) -> None:
    ran = run("timeline", "VNM", "RUS", "--as-known", "2020", "-o", "then.html")
    assert ran.err.startswith("as known on 2020-12-31: 4 of 11 documents")
    page = Path("then.html").read_text(encoding="utf-8")
    assert "(as known on 2020-12-31)" in page
    assert "Su-35" not in page


def test_a_page_says_in_its_title_what_it_shows(run: Run, stored: Path) -> None:
    assert run("network", "VNM", "--at", "2014", "-o", "then.html").code == 0
    page = Path("then.html").read_text(encoding="utf-8")
    assert "Ties of Vietnam, at 2014-12-31" in page
    assert "Su-35" not in page


def test_an_exported_view_is_read_back(run: Run, stored: Path) -> None:
    said = run("export", "nq", "-o", "then.nq", "--as-known", "2020").err
    assert "as known on 2020-12-31" in said
    assert run("import", "then.nq", "--store", "then.store").code == 0
    with Store.read(Path("then.store")) as store:
        assert store.canonical_hash() in said


def test_files_for_neo4j_are_of_the_newest_state_only(run: Run, stored: Path) -> None:
    ran = run("export", "neo4j-admin", "-o", "graph", "--as-known", "2020")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert not Path("graph").exists()


@pytest.mark.parametrize("option", ["--as-known", "--recorded", "--at"])
def test_a_server_has_no_views(run: Run, option: str) -> None:
    ran = run("ask", "arms", "VNM", option, "2020", "--neo4j", "bolt://localhost:1")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "without --neo4j" in ran.err


@pytest.mark.parametrize("command", ["ask arms VNM", "timeline VNM", "network", "export nq"])
@pytest.mark.parametrize("option", ["--at", "--as-known", "--recorded"])
def test_what_is_no_date_is_refused_with_the_forms_it_may_have(
    run: Run, stored: Path, command: str, option: str
) -> None:
    ran = run(*command.split(), option, "soon")
    assert ran.code == 2
    assert re.search(r"'soon' is no date; write it as 2023, 2023-09 or 2023-09-10\.", ran.err)
