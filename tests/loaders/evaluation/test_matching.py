import pytest

from hedgerow.loaders.evaluation.details import (
    date_of,
    level_of,
    overstated,
    overstated_as_other_type,
)
from hedgerow.loaders.evaluation.matching import match
from tests.loaders.evaluation.making import edge, row


def test_the_row_of_the_best_fitting_status_is_told() -> None:
    past, coming = row("visit", "FRA SRB"), row("visit", "FRA SRB", "planned", row=3)
    (told,) = match("a.txt", [past, coming], [edge("visit", "FRA SRB", "planned")]).told
    assert told[0] == coming


def test_one_edge_tells_one_of_two_happenings_and_a_second_the_other() -> None:
    rows = [row("visit", "FRA SRB", row=2), row("visit", "FRA SRB", row=3, date="2020")]
    once = match("a.txt", rows, [edge("visit", "FRA SRB")])
    assert (len(once.found), len(once.missed), len(once.false)) == (1, 1, 0)
    twice = match("a.txt", rows, [edge("visit", "FRA SRB"), edge("visit", "FRA SRB", "agreed")])
    assert (len(twice.found), len(twice.missed), len(twice.false)) == (2, 0, 0)


def test_the_same_matter_emitted_again_is_no_error() -> None:
    again = [edge("visit", "FRA SRB"), edge("visit", "FRA SRB", "planned")]
    assert not match("a.txt", [row("visit", "FRA SRB")], again).false


def test_the_same_false_matter_counts_once() -> None:
    again = [edge("visit", "FRA SRB"), edge("visit", "FRA SRB", "planned")]
    assert len(match("a.txt", [], again).false) == 1


def test_a_directed_matter_needs_its_source() -> None:
    rows = [row("sanction", "EU BLR RUS")]
    assert match("a.txt", rows, [edge("sanction", "EU RUS")]).found
    assert not match("a.txt", rows, [edge("sanction", "RUS BLR EU")]).found


def test_an_optional_row_is_never_missed() -> None:
    rows = [row("visit", "FRA SRB", required=False)]
    assert not match("a.txt", rows, []).missed
    assert not match("a.txt", rows, [edge("visit", "FRA SRB")]).found


def test_an_edge_in_the_words_of_a_plan_is_overstated_though_another_visit_took_place() -> None:
    rows = [
        row("visit", "FRA SRB", span=(0, 10), row=2),
        row("visit", "FRA SRB", "planned", span=(50, 60), row=3),
    ]
    emitted = [edge("visit", "FRA SRB", span=(0, 20)), edge("visit", "FRA SRB", span=(45, 70))]
    (worst,) = overstated([match("a.txt", rows, emitted)])
    assert worst.row.row == 3
    assert not overstated([match("a.txt", rows, emitted[:1])])


def test_a_denial_shown_as_concluded_is_overstated_once() -> None:
    rows = [row("base_access", "CHN KHM", "denied", stage="planned")]
    again = [edge("base_access", "CHN KHM", "signed"), edge("base_access", "CHN KHM", "agreed")]
    assert len(overstated([match("a.txt", rows, again)])) == 1


def test_a_plan_shown_as_something_else_that_took_place_is_named_apart() -> None:
    rows = [row("visit", "FRA SRB", "planned", span=(0, 10))]
    matched = match("a.txt", rows, [edge("meeting", "FRA SRB", span=(0, 20))])
    assert not overstated([matched])
    assert len(overstated_as_other_type([matched])) == 1


@pytest.mark.parametrize(
    ("gold", "emitted", "result"),
    [
        ("2023-04-04", "2023-04-04", "exact"),
        ("2024-03-04/2024-03-06", "2024-03-04/2024-03-06", "exact"),
        ("2024-03-04/2024-03-06", "2024-03-05", "overlapping"),
        ("2023-04", "2023", "overlapping"),
        ("2023-04-04", "2023-04-05", "wrong"),
        ("2023-04-04", None, "none"),
        (None, "2023", "invented"),
        (None, None, "rightly none"),
    ],
)
def test_dates_are_compared_as_days(gold: str | None, emitted: str | None, result: str) -> None:
    assert (
        date_of(row("visit", "FRA SRB", date=gold), edge("call", "FRA SRB", date=emitted)) == result
    )


@pytest.mark.parametrize(
    ("gold", "emitted", "result"),
    [("strategic", "strategic", "exact"), ("strategic", None, "none"), (None, "strategic", None),
     ("strategic", "comprehensive", "wrong")],
)  # fmt: skip
def test_levels_are_compared_where_gold_has_one(
    gold: str | None, emitted: str | None, result: str | None
) -> None:
    upgrade = "partnership_upgrade", "FRA VNM"
    assert level_of(row(*upgrade, level=gold), edge(*upgrade, level=emitted)) == result
