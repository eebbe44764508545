import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.text import normalise, one_line, printable, unwrap

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)
SPACED_TEXT = st.text(alphabet="aé\u0301 \t\r\n\u00a0\u200b\u2028.\ufeff", max_size=60)


@given(ANY_TEXT | SPACED_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(ANY_TEXT | SPACED_TEXT)
def test_normalised_text_is_composed_visible_and_encodable(text: str) -> None:
    result = normalise(text)
    assert unicodedata.is_normalized("NFC", result)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in result if char != "\n")
    assert all(line == line.rstrip(" ") for line in result.split("\n"))
    result.encode("utf-8")


def test_line_ends_become_line_feeds_and_empty_lines_one() -> None:
    assert (
        normalise("one\r\ntwo\rthree\u2028four\n\n\n\nfive  \n") == "one\ntwo\nthree\nfour\n\nfive"
    )


def test_hidden_characters_cannot_split_or_reorder_a_name() -> None:
    assert normalise("\ufeffViet\u200bnam \u202eanihC\u202c and\u00a0In\u00addia") == (
        "Vietnam anihC and India"
    )


def test_decomposed_letters_are_composed() -> None:
    assert normalise("Vie\u0323\u0302t Nam") == "Việt Nam"


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert normalise("ship \ud83d sails") == "ship \ufffd sails"


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"


def test_file_names_are_shown_without_control_characters() -> None:
    shown = printable("a\x1b[31m\u202eb\udcff\n.txt")
    assert shown.isprintable()
    assert shown == r"a\x1b[31m\u202eb\udcff\n.txt"


WRAPPED = """Ministers raise ties

HANOI, May 3 - The foreign ministers of the two countries said
on Wednesday that they had agreed to raise relations to a new
level after two days of talks in the capital, which both
governments called frank and useful.

A second round is to follow in the autumn, officials added, but
no date has been set."""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    paragraphs = unwrap(WRAPPED).split("\n\n")
    assert [paragraph.count("\n") for paragraph in paragraphs] == [0, 0, 0]
    assert paragraphs[0] == "Ministers raise ties"
    assert "level after two days of talks in the capital, which both governments" in paragraphs[1]


def test_headings_and_long_lines_are_left_alone() -> None:
    text = (
        "What changed\n" + "The two sides met again. " * 20 + "\nOutlook\n" + "Talks go on. " * 20
    )
    assert unwrap(text) == text
