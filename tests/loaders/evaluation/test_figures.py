"""A small gold set in which every figure can be counted by hand."""

import pytest

from hedgerow.loaders.evaluation import Evaluation, evaluate
from hedgerow.loaders.evaluation.machine import figures, mistakes
from hedgerow.loaders.evaluation.scores import Counts
from tests.loaders.evaluation.making import article, edge, row

ROWS = [
    row("visit", "KEN RWA", date="2023-04-04", span=(0, 10)),
    row("arms_deal", "USA VNM", "talks", span=(20, 30), quote="talks on jets"),
    row("joint_exercise", "AUS JPN USA", "planned", span=(40, 50)),
    row("statement", "KEN RWA", required=False, span=(60, 70)),
    row("partnership_upgrade", "FRA VNM", "agreed", level="strategic", span=(80, 90)),
]
EMITTED = {
    "a.txt": [
        edge("visit", "KEN RWA", date="2023-04", span=(0, 15), confidence=0.95),
        edge("visit", "RWA KEN", span=(100, 110), confidence=0.8),
        edge("arms_deal", "USA VNM", "signed", date="2020", span=(20, 35), confidence=0.95),
        edge("joint_exercise", "AUS JPN", "talks", span=(40, 55), confidence=0.85),
        edge("statement", "KEN RWA", span=(60, 70), confidence=0.8),
        edge("joint_statement", "FRA VNM", span=(80, 95), confidence=0.8),
        edge("partnership_upgrade", "FRA VNM", "agreed", span=(80, 95), confidence=0.45),
    ],
    "b.txt": [edge("meeting", "CHL PER", article="b.txt", confidence=0.8)],
}


@pytest.fixture(scope="module")
def found() -> Evaluation:
    return evaluate([article("a.txt", ROWS), article("b.txt")], EMITTED)


def test_pairs_count_each_type_and_pair_once_and_optional_ones_never(found: Evaluation) -> None:
    counts = found.pairs.counts
    # Right: visit, arms deal, AUS-JPN. False: visit back, joint statement, meeting.
    # Missed: AUS-USA and JPN-USA, and the partnership, which was read with too little confidence.
    assert counts == Counts(tp=3, fp=3, fn=3)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_a_matter_of_many_counts_once(found: Evaluation) -> None:
    assert found.matters.counts == Counts(tp=3, fp=3, fn=1)
    assert found.same_actors == 2


def test_actors_are_scored_without_their_types(found: Evaluation) -> None:
    assert found.actors.counts == Counts(tp=4, fp=1, fn=2)


def test_types_are_scored_one_by_one(found: Evaluation) -> None:
    assert found.by_type["joint_exercise"] == Counts(tp=1, fp=0, fn=2)
    assert found.matters_by_type["joint_exercise"] == Counts(tp=1)
    assert found.by_type["visit"] == Counts(tp=1, fp=1)
    assert found.by_type["statement"] == Counts()
    assert found.by_type["meeting"] == Counts(fp=1)


def test_a_prospective_matter_shown_as_concluded_is_named(found: Evaluation) -> None:
    (worst,) = found.overstated
    assert (worst.row.status, worst.edge.status) == ("talks", "signed")
    assert found.unsettled == 2


def test_status_date_and_level_of_what_was_found(found: Evaluation) -> None:
    assert found.statuses == {"exact": 1, "same class": 1, "wrong": 1}
    assert found.dates == {"overlapping": 1, "invented": 1, "rightly none": 1}
    assert found.levels == {}


def test_direction_confusion_and_articles_without_rows(found: Evaluation) -> None:
    assert [each.actors for each in found.reversed_edges] == [("RWA", "KEN")]
    assert found.confusion == {("partnership_upgrade", "joint_statement"): 1}
    assert [(each.article, len(each.emitted)) for each in found.without_rows] == [("b.txt", 1)]


def test_confidence_is_judged_on_everything_that_was_emitted(found: Evaluation) -> None:
    table = [(each.low, each.number, each.right) for each in found.bins]
    # The statement fits an optional row only, so it is neither right nor wrong.
    assert table == [(0.4, 1, 1.0), (0.8, 4, 0.25), (0.9, 2, 1.0)]


def test_mistakes_say_what_was_emitted_near_by(found: Evaluation) -> None:
    listed = mistakes(found, EMITTED)
    exercise, partnership = listed["misses"]
    assert exercise["missing"] == [
        ("joint_exercise", "AUS", "USA"),
        ("joint_exercise", "JPN", "USA"),
    ]
    assert [each["confidence"] for each in partnership["near"]] == [0.8, 0.45]
    assert [each["emitted"]["type"] for each in listed["false_edges"]] == [
        *("joint_statement", "visit", "meeting"),
    ]
    assert [(each["status"], each["date"]) for each in listed["wrong_details"]] == [
        *(("exact", "overlapping"), ("wrong", "invented"), ("same class", "rightly none")),
    ]


def test_the_machine_gets_every_figure(found: Evaluation) -> None:
    told = figures(found)
    assert next(iter(told)) == "overstated"
    assert told["pairs"]["f1"] == 0.5
    assert told["matters"]["same_actors"] == 2
    assert told["without_rows"] == {"b.txt": 1}
    assert (told["required_rows"], told["optional_rows"]) == (4, 1)


def test_nothing_emitted_and_nothing_there_is_no_score() -> None:
    found = evaluate([article("a.txt")], {})
    assert found.pairs.counts.f1 is None
    assert found.pairs.f1 is None
    assert found.calibration_error is None
