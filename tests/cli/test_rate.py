"""`hedgerow rate`: what people hold of sources, from the command line or a table."""

import json
from pathlib import Path

import pytest

from hedgerow.graph.store import Store
from tests.cli.conftest import Run
from tests.queries.making import vietnam


@pytest.fixture
def document(run: Run, tmp_path: Path) -> str:
    """The id of a document in a store where commands look for it."""
    with Store.open(tmp_path / "hedgerow.store") as store:
        store.add([each.item() for each in vietnam()])
        return next(each.id for each in store.documents() if each.title == "Biden in Hanoi")


def test_what_is_rated_is_listed_and_stands_beside_the_evidence(run: Run, document: str) -> None:
    assert run("rate", "Wire", "--reliability", "b", "--by", "mai", "--why", "years").code == 0
    assert run("rate", document, "--credibility", "2", "--by", "mai").code == 0
    (outlet, other) = json.loads(run("rate", "--list", "-f", "json").out)
    assert "." in outlet["at"], "the latest counts, also of one second"
    assert (outlet["subject"], outlet["reliability"], outlet["why"]) == ("Wire", "B", "years")
    assert (other["subject"], other["credibility"]) == (document, "2")
    rated = "rated B2: source usually reliable, information probably true"
    for form in ("html", "md", "timelinejs"):
        told = run("timeline", "VNM", "USA", "--as", form).out.replace("\\", "")
        assert rated in told, form
    rows = json.loads(run("timeline", "VNM", "USA", "--as", "json").out)
    found = {(row["reliability"], row["credibility"], row["handling"]) for row in rows}
    assert ("B", "2", None) in found
    assert ("B", None, None) in found


def test_what_nobody_rated_shows_nothing(run: Run, document: str) -> None:
    told = run("timeline", "VNM", "USA", "--as", "html").out
    assert "rated" not in told
    assert "F6" not in told
    rows = json.loads(run("ask", "record", "VNM", "USA", "-f", "json").out)
    assert not {"reliability", "credibility", "handling"} & {*rows[0]}


def test_ratings_come_from_a_table_and_go_into_one(run: Run, document: str, tmp_path: Path) -> None:
    table = tmp_path / "ratings.csv"
    table.write_text(
        "subject,reliability,credibility,handling,by,why\n"
        f"Wire,C,,,lan,slow\n{document},A,1,tlp:amber,lan,\n",
        encoding="utf-8",
    )
    assert "2 of 2 ratings are new" in run("rate", "--from", table).err
    listed = run("rate", "--list", "-f", "csv").out
    assert "TLP:AMBER" in listed
    again = tmp_path / "again.csv"
    again.write_text(listed, encoding="utf-8")
    assert "0 of 2 ratings are new" in run("rate", "--from", again).err


def test_a_mark_is_lifted_by_a_rating_alone(run: Run, document: str) -> None:
    limited = ("timeline", "VNM", "USA", "--as", "csv", "--max-handling", "TLP:GREEN")
    whole = run(*limited).out
    assert run("rate", document, "--handling", "TLP:RED").code == 0
    assert run(*limited).out != whole
    assert run("rate", document, "--handling", "none").code == 0
    assert run(*limited).out == whole


@pytest.mark.parametrize(
    "wrong",
    [
        ("Wire", "--reliability", "Z"),
        ("Wire", "--credibility", "1"),
        ("document/" + "0" * 32, "--reliability", "A"),
        ("Wire",),
        (),
        ("--from", "missing.csv"),
    ],
)
@pytest.mark.usefixtures("document")
def test_what_cannot_be_rated_is_refused(wrong: tuple[str, ...], run: Run) -> None:
    found = run("rate", *wrong)
    assert found.code == 2
    assert run("rate", "--list", "-f", "csv").out.count("\n") == 1
