"""Handling marks as they come in, and dates that cannot be right."""

import json
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.graph.store import Store
from hedgerow.loaders.date_checks import with_date_flags
from hedgerow.loaders.load import load
from hedgerow.loaders.pipeline import Extract
from tests.graph.articles import claim

TEXT = "Vietnam and the United States signed a pact in Hanoi."


def nothing(documents: object) -> object:
    """An engine that reads nothing."""
    return ((each, []) for each in documents)  # type: ignore[attr-defined]


READS_NOTHING: Extract = nothing  # type: ignore[assignment]


def loaded(store: Store, *paths: Path, handling: str | None = None) -> list[str | None]:
    """The marks that count for what a store holds after one more load."""
    load(store, [*map(str, paths)], handling=handling, extract=READS_NOTHING)
    ratings = store.ratings()
    return [ratings.handling(each.id) for each in store.documents()]


def written(path: Path, **fields: str) -> Path:
    """A JSON article."""
    path.write_text(json.dumps({"text": TEXT, **fields}), encoding="utf-8")
    return path


def test_a_mark_comes_from_the_option_the_json_field_and_the_front_matter(tmp_path: Path) -> None:
    front = tmp_path / "front.md"
    front.write_text(f"---\nhandling: tlp:amber\n---\n{TEXT} Front.\n", encoding="utf-8")
    plain = tmp_path / "plain.txt"
    plain.write_text(f"{TEXT} Plain.", encoding="utf-8")
    assert loaded(Store.open(), written(tmp_path / "a.json", handling="TLP:RED")) == ["TLP:RED"]
    assert loaded(Store.open(), front) == ["TLP:AMBER"]
    assert loaded(Store.open(), plain, handling="TLP:GREEN") == ["TLP:GREEN"]
    assert loaded(Store.open(), front, handling="TLP:GREEN") == ["TLP:AMBER"]


def test_the_same_text_met_with_two_marks_has_the_stricter_whatever_the_order(
    tmp_path: Path,
) -> None:
    green = written(tmp_path / "green.json", handling="TLP:GREEN")
    red = written(tmp_path / "red.json", handling="TLP:RED")
    for paths in ((green, red), (red, green)):
        store = Store.open()
        for path in paths:
            found = loaded(store, path)
        assert found == ["TLP:RED"]


def test_loading_a_marked_file_again_without_the_mark_does_not_lift_it(tmp_path: Path) -> None:
    store, path = Store.open(), written(tmp_path / "a.json")
    assert loaded(store, path, handling="TLP:RED") == ["TLP:RED"]
    assert loaded(store, path) == ["TLP:RED"]


def test_a_mark_that_is_no_single_mark_keeps_the_article_out(tmp_path: Path) -> None:
    front = tmp_path / "front.md"
    front.write_text(f"---\nhandling: [TLP:RED]\n---\n{TEXT}\n", encoding="utf-8")
    listed = tmp_path / "a.json"
    listed.write_text(json.dumps({"text": TEXT, "handling": ["TLP:RED"]}), encoding="utf-8")
    assert loaded(Store.open(), front, listed) == []
    with pytest.raises(UsageError):
        load(Store.open(), [str(front)], handling="\x1b[31m")


def test_a_misspelt_mark_of_the_traffic_light_protocol_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.json")
    for wrong in ("TLP:AMBRE", "tlp:orange", "TLP:"):
        with pytest.raises(UsageError, match=r"TLP:AMBER, TLP:AMBER\+STRICT, TLP:RED"):
            load(Store.open(), [str(path)], handling=wrong)
    assert loaded(Store.open(), written(tmp_path / "b.json", handling="TLP:AMBRE")) == []
    assert loaded(Store.open(), path, handling="tlp:white") == ["TLP:CLEAR"]
    assert loaded(Store.open(), path, handling="Desk only") == ["Desk only"]
    own = tmp_path / "marks.txt"
    own.write_text("open\nclosed\n", encoding="utf-8")
    monkeypatch.setenv("HEDGEROW_HANDLING", str(own))
    assert loaded(Store.open(), path, handling="TLP:RED") == ["TLP:RED"]


def flags(published: str | None, date: str | None, url: str | None = None) -> tuple[str, ...]:
    """The flags of a signed agreement told by an article."""
    document = Document(TEXT, (Appearance("a.txt", url=url, published=published),))
    told: Claim = claim(document, "defence_agreement", "VNM USA", "signed", date)
    (found,) = with_date_flags(document, [told])
    return found.flags


def test_what_is_told_as_done_after_its_publication_is_flagged() -> None:
    assert flags("2019-03-05", "2019-03-06") == ()
    assert flags("2019-03-05", "2019-03-12") == ("told_too_early",)
    assert set(flags("2019-03-05", "2023-09-10")) == {"told_too_early", "date_conflict"}
    assert flags("2019", "2019-12-31") == ()
    assert flags(None, "2023-09-10") == ()


def test_a_publication_date_that_contradicts_its_address_is_flagged() -> None:
    assert flags("2023-03-05", "2019-03-01", "https://a.example/2019/03/05/pact") == (
        "date_conflict",
    )
    assert flags("2019-03-05", "2019-03-01", "https://a.example/2019/03/05/pact") == ()
    assert flags("2019-03-25", "2019-03-01", "https://a.example/2019/3/pact.html") == ()
    assert flags("2019-03-05", "2019-03-01", "https://a.example/id/2019/99/99/") == ()
