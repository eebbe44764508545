import json

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.json import to_json


def test_is_one_array_with_every_sentence(russia: Timeline) -> None:
    rows = json.loads(to_json(russia).content)
    assert [row["id"] for row in rows] == [entry.id for entry in russia.entries]
    (fighters,) = [row for row in rows if row["standing"] == "contested"]
    assert [source["status"] for source in fighters["sources"]] == ["reported", "denied"]
    assert fighters["actors"] == ["RUS", "VNM"]


def test_an_empty_timeline_is_an_empty_array(nothing: Timeline) -> None:
    assert json.loads(to_json(nothing).content) == []
