"""The members of a body between two powers: engagement, shifts; and spread over partners."""

from collections.abc import Iterator

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.store import Store
from hedgerow.ontology.actors import actors
from hedgerow.queries.asking import Answer, ask
from tests.queries.making import Article, store_of

ON = "2025-12-31"


def pact(day: str, pair: str, kind: str = "joint_exercise", status: str = "occurred") -> Article:
    text = f"{pair} made a {kind} on {day}."
    return Article(day, "Wire", source=text).says(text, kind, pair, status, date=day)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Malaysia with both powers, the Philippines with one, Laos only ahead; Brunei not at all."""
    months = range(1, 7)
    articles = [
        *(pact(f"2025-{month:02}-03", "MYS USA") for month in months),
        *(pact(f"2025-{month:02}-04", "MYS CHN") for month in months),
        *(pact(f"2025-{month:02}-05", "PHL USA") for month in months),
        *(pact(f"2019-{month:02}-05", "PHL CHN") for month in months),
        pact("2025-03-07", "LAO CHN", status="planned"),
    ]
    with store_of(articles) as made:
        yield made


def engagement(store: Store, **more: str) -> Answer:
    return ask(store, "engagement", {"among": "ASEAN", "between": "USA,CHN", "at": ON, **more})


def test_ranks_the_members_by_balance_and_volume(store: Store) -> None:
    rows = engagement(store).rows
    assert [row["state"] for row in rows[:2]] == ["MYS", "PHL"]
    assert rows[0]["engagement"] > rows[1]["engagement"]  # type: ignore[operator]


def test_every_member_has_a_row_and_no_data_no_number(store: Store) -> None:
    answer = engagement(store)
    assert {row["state"] for row in answer.rows} == set(actors().members("ASEAN"))
    rows = {row["state"]: row for row in answer.rows}
    assert rows["BRN"]["engagement"] is None
    assert rows["LAO"]["engagement"] is None
    assert "no data: Brunei" in answer.in_words


def test_names_what_drives_the_number(store: Store) -> None:
    assert "USA: joint exercise (2025-06-03)" in str(engagement(store).rows[0]["drivers"])


def test_takes_two_poles_and_a_body_with_members(store: Store) -> None:
    with pytest.raises(UsageError, match="two poles"):
        engagement(store, between="USA,CHN,RUS")
    with pytest.raises(UsageError, match="no members"):
        engagement(store, among="Vietnam")


def test_the_state_that_moved_most_comes_first(store: Store) -> None:
    given = {"among": "ASEAN", "between": "USA,CHN", "from": "2020", "to": ON}
    answer = ask(store, "shifts", given)
    first = answer.rows[0]
    assert (first["state"], first["before"]) == ("PHL", 0)
    assert first["after"] > 80  # type: ignore[operator]
    assert first["thin"] == "thin"
    assert first["a_year"] == pytest.approx(first["moved"] / 5, abs=0.2)  # type: ignore[operator]


def test_a_shift_goes_forward_in_time(store: Store) -> None:
    for last in ("2020", "2025"):
        with pytest.raises(UsageError, match="earlier"):
            ask(store, "shifts", {"among": "ASEAN", "from": "2025", "to": last})


def test_concentration_is_one_where_all_is_with_one_partner(store: Store) -> None:
    rows = ask(store, "concentration", {"a": "PHL", "at": "2019-12-31", "years": "1"}).rows
    assert (rows[0]["hhi"], rows[0]["effective"], rows[0]["first"]) == (1.0, 1.0, "CHN")
    assert rows[1]["hhi"] is None


def test_concentration_of_nothing_is_the_archives_lack(store: Store) -> None:
    answer = ask(store, "concentration", {"a": "FJI"})
    assert "none found in 0 documents on Fiji" in answer.in_words


def test_suppliers_are_counted_in_windows_and_not_where_only_in_talks() -> None:
    deals = [
        pact("2013-05-01", "RUS VNM", "arms_deal", "signed"),
        pact("2022-05-01", "RUS VNM", "arms_deal", "signed"),
        pact("2023-05-01", "ISR VNM", "arms_deal", "signed"),
        pact("2024-05-01", "USA VNM", "arms_deal", "talks"),
    ]
    with store_of(deals) as made:
        rows = ask(made, "suppliers", {"a": "VNM", "at": "2025", "years": "13"}).rows
    assert [row["deals"] for row in rows] == [2, 0, 1]
    assert rows[0]["hhi"] == 0.5
    assert rows[0]["suppliers"] == "Israel 1, Russia 1"
    assert rows[2]["first"] == "RUS"
