import json
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline, timeline
from hedgerow.viz.timeline import form_named, forms, render, write
from hedgerow.viz.timeline.layout import lay_out
from tests.queries.making import Article, store_of
from tests.viz.timeline.reading import CONTROL, content, of_type

TEXTS = sorted(name for name, form in forms().items() if not form.binary)


@pytest.mark.parametrize("form", sorted(forms()))
def test_writes_every_format_to_a_file(form: str, russia: Timeline, tmp_path: Path) -> None:
    path = tmp_path / f"russia.{form}"
    rendering = render(russia, form)
    write(path, rendering)
    assert path.read_bytes() == rendering.content
    assert rendering.content


@pytest.mark.parametrize("form", sorted(forms()))
def test_renders_nothing_without_failing(form: str, nothing: Timeline) -> None:
    assert render(nothing, form).notes == ()


@pytest.mark.parametrize("form", sorted(set(forms()) - {"png"}))
def test_the_same_timeline_gives_the_same_file(form: str, dates: Timeline) -> None:
    assert render(dates, form) == render(dates, form)


@pytest.mark.parametrize("form", TEXTS)
def test_no_text_holds_a_control_character(form: str, hostile: Timeline) -> None:
    options = {"everything": True} if form == "ics" else {}
    assert CONTROL.isdisjoint(content(hostile, form, **options).decode())


def test_names_a_near_match_for_an_unknown_format(russia: Timeline) -> None:
    with pytest.raises(UsageError, match="did you mean html"):
        render(russia, "htm")
    with pytest.raises(UsageError, match="choose one of csv"):
        form_named("zzz")


def test_refuses_an_option_that_a_format_does_not_take(russia: Timeline) -> None:
    with pytest.raises(UsageError, match="as svg has no option 'scale'; it takes none"):
        render(russia, "svg", scale=2.0)
    with pytest.raises(UsageError, match="it takes scale"):
        render(russia, "png", everything=True)


def test_a_tie_that_is_only_told_by_a_day_is_so_in_every_form() -> None:
    wire = Article("2024-06-30", "Wire", "Troops", "https://wire.example/troops", "troops.txt")
    told = wire.says("Troops are stationed there.", "deployment", "RUS BLR", "occurred")
    with store_of([told]) as store:
        found = timeline(store, "RUS", "BLR")
    tie = of_type(found, "deployment", "tie")
    assert tie.date == "by 2024-06-30"
    slides = json.loads(content(found, "timelinejs"))["events"]
    assert {one["display_date"] for one in slides} == {"by 2024-06-30"}
    assert tie.id.encode() in content(found, "gexf")
    (bar,) = [bar for lane in lay_out(found).lanes for bar in lane.bars]
    assert bar.by
    assert b"by the day of its report" in content(found, "svg")
    for form in ("timelinejs", "gexf", "svg"):
        assert render(found, form).notes == ()


def test_a_range_before_a_tie_was_told_leaves_it_out() -> None:
    wire = Article("2024-06-30", "Wire", "Troops", "https://wire.example/troops", "troops.txt")
    told = wire.says("Troops are stationed there.", "deployment", "RUS BLR", "occurred")
    with store_of([told]) as store:
        assert timeline(store, "RUS", "BLR", end="2010").entries == ()
