from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline import FORMATS, render, write


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_writes_every_format_to_a_file(form: str, russia: Timeline, tmp_path: Path) -> None:
    path = tmp_path / f"russia.{form}"
    rendering = render(russia, form)
    write(path, rendering)
    assert path.read_bytes() == rendering.content
    assert rendering.content


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_renders_nothing_without_failing(form: str, nothing: Timeline) -> None:
    assert render(nothing, form).notes == ()


def test_names_a_near_match_for_an_unknown_format(russia: Timeline) -> None:
    with pytest.raises(UsageError, match="did you mean html"):
        render(russia, "htm")
