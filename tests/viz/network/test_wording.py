import pytest

from hedgerow.viz.network.notes import titled
from hedgerow.viz.network.wording import date_words, one_line, short_name


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2023-09-10", "10 Sep 2023"), ("2023-09", "Sep 2023"), ("2023", "2023"), (None, "")],
)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


def test_a_wrapped_sentence_becomes_one_line() -> None:
    assert one_line("He said\n  that it was so.") == "He said that it was so."


def test_a_body_is_called_by_its_acronym_where_it_has_one() -> None:
    assert short_name("NATO") == "NATO"
    assert short_name("VNM") == "Vietnam"
    assert "_" not in short_name("ABRAHAM_ACCORDS")


def test_a_heading_has_words_and_no_slug() -> None:
    assert titled("sanction in force", "arms_embargo", None) == "Sanction in force: arms embargo"
    assert titled("arms deal", "Su-35", None) == "Arms deal: Su-35"
    assert titled("visit", None, None) == "Visit"
