import io

from rich.console import Console

from hedgerow.queries.timeline import Timeline
from hedgerow.viz.timeline.table import to_table


def printed(timeline: Timeline, width: int = 100) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None)
    console.print(to_table(timeline, width))
    return out.getvalue()


def test_shows_date_words_and_sentence(states: Timeline) -> None:
    text = printed(states)
    assert "by 2024-07-10" in text
    assert "in talks: United States to Vietnam: arms deal, C-130" in text
    assert "“Washington is in talks to sell Hanoi" in text


def test_can_be_read_in_eighty_columns(states: Timeline) -> None:
    text = printed(states, 80)
    assert all(entry.id[:14] in text for entry in states.entries)
    assert "planned: Vietnam to United States:" in text


def test_forty_columns_hold_dates_and_words(states: Timeline) -> None:
    text = printed(states, 40)
    assert not any(entry.id[:14] in text for entry in states.entries)
    assert "Vietnam" in text
    assert "planned: Vietnam to" in text
    assert max(map(len, text.splitlines())) <= 40


def test_article_text_reaches_no_terminal_as_control_or_markup(hostile: Timeline) -> None:
    text = printed(hostile)
    assert "\x1b]" not in text
    assert "owned" not in text
    assert "\u202e" not in text
