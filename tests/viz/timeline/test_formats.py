from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import form_named, forms, render, write
from tests.viz.timeline.reading import CONTROL, content

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
