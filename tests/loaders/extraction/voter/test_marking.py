"""A sentence with marks in place of names."""

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.mentions import find_mentions
from hedgerow.loaders.extraction.voter.marking import MARKS, marked


def test_each_actor_has_one_mark_wherever_it_is_named() -> None:
    text = "Vietnam received the Thai foreign minister; Hanoi and Bangkok agreed to meet again."
    seen = marked(text, find_mentions(text, None))
    assert seen.actors == ("VNM", "THA")
    assert [seen.text.count(mark) for mark in MARKS[:2]] == [2, 2]


def test_what_an_actor_is_stays_and_its_name_goes() -> None:
    text = "The Thai foreign minister met officials of NATO."
    seen = marked(text, find_mentions(text, None))
    assert "foreign minister" in seen.text
    assert "Thai" not in seen.text
    assert "NATO" not in seen.text


def test_offsets_may_be_those_of_a_document() -> None:
    document = "First. Peru met Chile."
    mentions = find_mentions(document, None)
    assert marked("Peru met Chile.", mentions, 7).text == f"{MARKS[0]} met {MARKS[1]} ."


def test_actors_beyond_the_last_mark_are_left_out() -> None:
    names = ["Peru", "Chile", "Kenya", "Ghana", "Japan", "Nepal", "Oman", "Fiji", "Cuba", "Chad"]
    text = ", ".join(names)
    assert len(marked(text, find_mentions(text, None)).actors) == len(MARKS)


@given(st.text(max_size=200))
def test_any_text_can_be_marked(text: str) -> None:
    seen = marked(text, find_mentions(text, None))
    assert all(MARKS[place] in seen.text for place in range(len(seen.actors)))


def test_a_text_cannot_hold_marks_of_its_own() -> None:
    text = f"Peru {MARKS[3]} Chile {MARKS[0]} [SEP]"
    seen = marked(text, find_mentions(text, None))
    assert [seen.text.count(mark) for mark in MARKS] == [1, 1, 0, 0, 0, 0, 0, 0]
