import io

from rich.console import Console

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.table import to_table


def printed(timeline: Timeline) -> str:
    out = io.StringIO()
    Console(file=out, width=200, force_terminal=True, color_system=None).print(to_table(timeline))
    return out.getvalue()


def test_shows_date_standing_words_and_sentence(states: Timeline) -> None:
    text = printed(states)
    assert "by 2024-07-10" in text
    assert "prospective" in text
    assert "in talks: United States to Vietnam: arms deal, C-130" in text


def test_article_text_reaches_no_terminal_as_control_or_markup(hostile: Timeline) -> None:
    text = printed(hostile)
    assert "\x1b]" not in text
    assert "owned" not in text
    assert "\u202e" not in text
