import json
from pathlib import Path
from typing import Any

import pytest

from hedgerow.errors import NothingDone
from hedgerow.loaders.evaluation import read_plover, score_plover
from hedgerow.loaders.evaluation.scores import Counts
from tests.loaders.evaluation.making import edge


def record(text: str, code: str, source: str, target: str, **more: Any) -> dict[str, Any]:
    return {
        "text": text,
        "code": code,
        "source_code": source.split(),
        "target_code": target.split(),
        "reciprocal": False,
    } | more


RECORDS = [
    record("France visits Serbia.", "CONSULT", "FRA:GOV", "SRB"),
    record("Japan and Italy agree on aid.", "AID", "JAP:GOV ITL:GOV", "", reciprocal=True),
    record("A pact body shells Libya.", "FIGHT", "IGO:MIL", "LBY"),
    record("Rebels shell Chad.", "ASSAULT", "TCD:REB", "TCD:GOV"),
    record("A crowd in Chile shouts at Peru.", "DISAPPROVE", "CHL:CVL", "PER"),
    record("France demands that Serbia pay.", "DEMAND", "FRA", "SRB"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(map(json.dumps, RECORDS)) + "\n", encoding="utf-8")
    return path


def test_only_records_that_join_two_states_by_a_root_of_ours_count(file: Path) -> None:
    records = read_plover(file)
    assert records.number == 6
    told = [(event.root, event.pairs) for (event,) in records.events.values()]
    assert told == [
        ("CONSULT", {("FRA", "SRB")}),
        ("AID", {("ITA", "JPN")}),
        ("ASSAULT", {("IGO", "LBY")}),
    ]


def test_scores_by_hand(file: Path) -> None:
    records = read_plover(file)
    first, second, third = records.events
    emitted = {
        first: [edge("visit", "SRB FRA"), edge("visit", "FRA HUN")],
        second: [edge("meeting", "ITA JPN")],
        third: [edge("armed_clash", "NATO LBY"), edge("armed_clash", "RUS LBY", confidence=0.3)],
    }
    found = score_plover(records, emitted)
    assert (found.texts, found.records, found.left_out) == (3, 3, 3)
    assert found.both.counts == Counts(tp=2, fp=2, fn=1)
    assert found.roots.counts == Counts(tp=2, fp=1, fn=1)
    assert found.actors.counts == Counts(tp=3, fp=1, fn=0)


def test_the_bundled_records_can_be_read() -> None:
    file = Path(__file__).parents[3] / "evaluation" / "plover" / "plover_gsr.jsonl"
    records = read_plover(file)
    assert records.number == 322
    assert 50 < len(records.articles) < 322


def test_a_file_of_something_else_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NothingDone, match="evaluation/plover"):
        read_plover(tmp_path / "none.jsonl")
    other = tmp_path / "other.jsonl"
    other.write_text('{"text": "x"}\n', encoding="utf-8")
    with pytest.raises(NothingDone, match="line 1"):
        read_plover(other)
