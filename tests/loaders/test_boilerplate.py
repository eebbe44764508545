import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.boilerplate import without_boilerplate
from hedgerow.loaders.text import normalise

BODY = (
    "What changed\n"
    "Norway's defence minister visited Lima, stressing mine clearance and marking 40 years of"
    " relations, while Peru looked at Swedish jets and received envoys from Bolivia.\n"
    "Background\n"
    "Since opening relations in 1985 the two have worked together on demining and on fisheries,"
    " and the new pledge follows a year of doubts over funding."
)
TAIL = (
    "Go deeper\nCommon question\n-\nWhy is Peru buying Swedish jets?\n"
    "Peru has signed an order for Swedish jets, sources say. Below we explore it.\n"
    "More on these topics\n-\nLima is the capital of Peru. It lies on the coast.\n"
    "-\nOslo is the capital of Norway. It lies on a fjord."
)


def test_trailing_sections_vanish_with_everything_after_them() -> None:
    assert without_boilerplate(f"{BODY}\n{TAIL}") == BODY


@pytest.mark.parametrize(
    "heading",
    ["Related articles", "RELATED STORIES:", "You may also like", "• Most read", "Recommended »",
     "Read more", "Also Read", "Editor’s picks"],
)  # fmt: skip
def test_a_heading_at_the_end_ends_the_article(heading: str) -> None:
    text = f"{BODY}\n\n{heading}\nChile sanctions Peru over fishing, a court in Lima was told."
    assert without_boilerplate(text) == BODY


@pytest.mark.parametrize(
    "line",
    ["READ MORE: Chile sells submarines to Peru", "Related: Bolivia recognises Kosovo",
     "Also read | Brazil and Peru sign pact", "ADVERTISEMENT", "Watch: the fleet leaves port",
     "(Reporting by A. Person in Lima; Editing by B. Person)",
     "Reporting by A. Person; editing by B. Person", "Sign up for our daily newsletter.",
     "FILE PHOTO: Peru's president greets Chile's president, Lima, 2011"],
)  # fmt: skip
def test_interjected_lines_are_dropped_alone(line: str) -> None:
    after = "Officials in Oslo said that the programme would go on until 2030."
    assert without_boilerplate(f"{BODY}\n{line}\n{after}") == f"{BODY}\n{after}"


def test_a_block_of_links_in_the_middle_goes_and_the_article_goes_on() -> None:
    opening, rest = BODY.split("\n", 1)
    text = f"{opening}\nRelated\nChile sells submarines\nBolivia leaves pact\n\n{rest}\n{rest}"
    assert without_boilerplate(text) == normalise(f"{opening}\n{rest}\n{rest}")


def test_words_inside_sentences_cut_nothing() -> None:
    text = f"{BODY}\nRelated matters were discussed. Read more widely, the deal is small."
    assert without_boilerplate(text) == text


def test_reporting_by_a_newspaper_is_part_of_the_article() -> None:
    text = f"{BODY}\nReporting by the Lima daily suggests a sale. Officials would not confirm it."
    assert without_boilerplate(text) == text


def test_a_button_above_the_article_does_not_swallow_it() -> None:
    assert without_boilerplate(f"Share this story\n{BODY}").endswith("doubts over funding.")


@given(st.lists(st.sampled_from([*BODY.split("\n"), *TAIL.split("\n"), "Related", ""])))
def test_cutting_adds_nothing(lines: list[str]) -> None:
    text = normalise("\n".join(lines))
    cut = without_boilerplate(text)
    assert set(cut.split("\n")) <= {"", *text.split("\n")}


def test_long_texts_take_linear_time() -> None:
    without_boilerplate("Related\n" * 100_000)
