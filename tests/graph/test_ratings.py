"""Ratings: append-only, the latest counts, marks are lifted by ratings alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.importing import import_nquads
from hedgerow.graph.ratings import Rating
from hedgerow.graph.records import Document
from hedgerow.graph.store import Store
from tests.graph.articles import claim, document

ARTICLE = document("Vietnam hosted the American minister.", url="https://en.nhandan.vn/1")
VISIT = claim(ARTICLE, "visit", "USA VNM", date="2023-09-10")


def at(day: int, subject: str, **given: str) -> Rating:
    """A rating on a day of October."""
    blank = Rating(subject, "mai", f"2025-10-{day:02}T00:00:00Z", "because")
    return replace(blank, **given)  # type: ignore[arg-type]


def marked(mark: str) -> Document:
    """The article with a mark."""
    return Document(ARTICLE.text, (replace(ARTICLE.appearances[0], handling=mark),))


def test_the_latest_rating_counts_and_none_takes_it_back() -> None:
    store = Store.open()
    store.add([(ARTICLE, [VISIT])])
    store.rate(at(2, "nhandan.vn", reliability="D"), at(1, "Nhan Dan", reliability="B"))
    found = store.ratings()
    assert found.reliability(ARTICLE.id, "The Daily", "https://en.nhandan.vn/1") == "D"
    store.rate(at(3, ARTICLE.id, reliability="A"), at(3, VISIT.id, credibility="2"))
    found = store.ratings()
    assert found.reliability(ARTICLE.id, None, "https://en.nhandan.vn/1") == "A"
    assert found.credibility(VISIT.id, ARTICLE.id) == "2"
    store.rate(at(4, VISIT.id, credibility="none"))
    assert store.ratings().credibility(VISIT.id, ARTICLE.id) is None
    assert len(store.ratings().all) == 5
    assert store.rate(at(4, VISIT.id, credibility="none")) == 0


def test_a_rated_or_known_host_goes_before_the_publisher_that_a_page_names() -> None:
    store = Store.open()
    store.rate(at(1, "Reuters", reliability="A"), at(1, "desk.example", reliability="E"))
    found = store.ratings()
    assert found.reliability("document/0", "Reuters", "https://www.desk.example/1") == "E"
    assert found.reliability("document/0", "Reuters", "https://en.nhandan.vn/1") is None
    assert found.reliability("document/0", "Reuters", "https://other.example/1") == "A"
    assert found.reliability("document/0", "Reuters", "article.txt") == "A"


def test_a_rating_lifts_the_marks_it_saw_and_no_other_that_comes_later() -> None:
    store = Store.open()
    store.add([(marked("TLP:RED"), [VISIT])])
    store.rate(replace(at(1, ARTICLE.id, handling="TLP:GREEN"), instead_of=("TLP:RED",)))
    assert store.ratings().handling(ARTICLE.id) == "TLP:GREEN"
    store.add([(marked("TLP:RED"), [VISIT])])
    assert store.ratings().handling(ARTICLE.id) == "TLP:GREEN"
    store.add([(marked("TLP:AMBER+STRICT"), [VISIT])])
    assert store.ratings().handling(ARTICLE.id) == "TLP:AMBER+STRICT"


def test_ratings_and_marks_travel_with_an_export_and_change_no_event(tmp_path: Path) -> None:
    one, other = Store.open(), Store.open()
    one.add([(marked("TLP:RED"), [VISIT])])
    before = {(each.id, each.status) for each in one.events()}
    one.rate(at(1, ARTICLE.id, reliability="E"), at(1, VISIT.id, credibility="5"))
    assert {(each.id, each.status) for each in one.events()} == before
    with (tmp_path / "graph.nq").open("wb") as out:
        digest = one.export_nquads(out)
    import_nquads(other, tmp_path / "graph.nq")
    assert other.canonical_hash() == digest
    assert other.ratings().all == one.ratings().all
    assert other.ratings().handling(ARTICLE.id) == "TLP:RED"


def test_an_import_without_judgements_keeps_marks_but_lifts_none(tmp_path: Path) -> None:
    one, other, third = Store.open(), Store.open(), Store.open()
    one.add([(ARTICLE, [VISIT])])
    one.rate(at(1, ARTICLE.id, reliability="A", handling="TLP:RED"))
    with (tmp_path / "graph.nq").open("wb") as out:
        one.export_nquads(out)
    import_nquads(other, tmp_path / "graph.nq", judgements=False)
    assert other.ratings().handling(ARTICLE.id) == "TLP:RED"
    assert other.ratings().reliability(ARTICLE.id, None) is None
    third.add([(marked("TLP:RED"), [VISIT])])
    third.rate(replace(at(1, ARTICLE.id, handling="TLP:CLEAR"), instead_of=("TLP:RED",)))
    with (tmp_path / "graph.nq").open("wb") as out:
        third.export_nquads(out)
    import_nquads(fresh := Store.open(), tmp_path / "graph.nq", judgements=False)
    assert fresh.ratings().handling(ARTICLE.id) == "TLP:RED"


@pytest.mark.parametrize(
    "wrong",
    [
        at(1, ARTICLE.id),
        at(1, ARTICLE.id, reliability="G"),
        at(1, VISIT.id, reliability="A"),
        at(1, "Nhan Dan", credibility="1"),
        at(1, "Nhan Dan", handling="TLP:RED"),
        replace(at(1, ARTICLE.id, reliability="A"), at="yesterday"),
        replace(at(1, ARTICLE.id, reliability="A"), by=" "),
    ],
)
def test_what_says_nothing_that_can_be_said_is_refused(wrong: Rating) -> None:
    with pytest.raises(UsageError):
        Store.open().rate(wrong)
