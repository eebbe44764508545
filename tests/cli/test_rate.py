"""`hedgerow rate`: what people hold of sources, from the command line or a table."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hedgerow.graph.records import Document
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


def test_a_table_of_another_day_lifts_no_mark_that_came_later(
    run: Run, document: str, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "hedgerow.store") as store:
        found = store.document(document)
        marked = (replace(each, handling="TLP:RED") for each in found.appearances)
        store.add([(Document(found.text, tuple(marked)), [])])
    table = tmp_path / "ratings.csv"
    head = "subject,handling,instead_of,by,at\n"
    day = "2020-01-01T00:00:00Z"
    for instead, mark in (("", "TLP:RED"), ("TLP:AMBER;TLP:RED", "TLP:GREEN")):
        table.write_text(f"{head}{document},TLP:GREEN,{instead},lan,{day}\n", encoding="utf-8")
        assert run("rate", "--from", table).code == 0
        with Store.read(tmp_path / "hedgerow.store") as snapshot:
            assert snapshot.ratings().handling(document) == mark
    listed = json.loads(run("rate", "--list", "-f", "json").out)
    assert {one["instead_of"] for one in listed} == {None, "TLP:AMBER;TLP:RED"}


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


def test_a_document_may_be_named_by_its_first_digits(run: Run, document: str) -> None:
    short = document[: len("document/") + 8]
    assert run("rate", short, "--credibility", "2", "--by", "mai").code == 0
    (rated,) = json.loads(run("rate", "--list", "-f", "json").out)
    assert rated["subject"] == document


@pytest.mark.parametrize("kind", ["claim", "document"])
def test_what_is_not_here_cannot_be_rated(run: Run, document: str, kind: str) -> None:
    ran = run("rate", f"{kind}/{'0' * 32}", "--credibility", "2")
    assert (ran.code, json.loads(run("rate", "--list", "-f", "json").out)) == (2, [])
