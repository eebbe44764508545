import pytest

from hedgerow.loaders.publication import find_dateline, headline, take_header

ARTICLE = "The two ministers met in Lima on Monday and agreed to meet again."


@pytest.mark.parametrize(
    "top",
    ["date 2023-11-06 ", "date 2023-11-06\n", "Date: 2023-11-06\n\n", "Published 6 November 2023\n",
     "Published: Nov. 6, 2023, 10:30 GMT\n\n", "6 November 2023\n", "Monday, November 6, 2023\n"],
)  # fmt: skip
def test_a_date_above_the_article_is_taken_out_of_it(top: str) -> None:
    assert take_header(top + ARTICLE) == (ARTICLE, "2023-11-06")


def test_a_date_under_the_headline_is_taken_and_the_headline_stays() -> None:
    assert take_header(f"Ministers meet again\nPosted on 6 November 2023\n\n{ARTICLE}") == (
        f"Ministers meet again\n\n{ARTICLE}",
        "2023-11-06",
    )


@pytest.mark.parametrize(
    "text",
    [f"date 2023-13-06 {ARTICLE}", f"6 November\n{ARTICLE}", f"On 6 November 2023 {ARTICLE}",
     f"{ARTICLE}\n" * 5 + "6 November 2023"],
)  # fmt: skip
def test_other_dates_are_no_header(text: str) -> None:
    assert take_header(text) == (text, None)


def test_a_chronology_is_not_dated_by_its_first_entry() -> None:
    text = f"Forty years of ties\n\n11 July 1985\n{ARTICLE}\n\n3 May 1991\n{ARTICLE}"
    assert take_header(text) == (text, None)


@pytest.mark.parametrize(
    ("line", "date"),
    [("HANOI, Sept. 10, 2023 (Reuters) - The", "2023-09-10"),
     ("WASHINGTON (AP) - Nov. 2, 2025 - The", "2025-11-02"),
     ("WASHINGTON (AP) - Nov. 2, 2025", "2025-11-02"),
     ("MOSCOW, September 10, 2023. /TASS/. The", "2023-09-10"),
     ("(ANSA) - New Delhi, 22 April 2024 - The", "2024-04-22"),
     ("HANOI, Sept 10 - The", None), ("HANOI, Sept. 10 (Xinhua) -- The", None),
     ("(ANSA) - New Delhi, April 22 - The", None), ("HANOI (Reuters) - The", None),
     ("KUALA LUMPUR, Malaysia (AP) — The", None)],
)  # fmt: skip
def test_a_dateline_dates_an_article_only_where_it_has_a_year(line: str, date: str | None) -> None:
    text = f"Ministers meet again\n\n{line} two ministers met."
    if not line.endswith("The"):
        text = f"Ministers meet again\n\n{line}"
    dateline = find_dateline(text)
    assert dateline is not None
    assert dateline.date == date
    assert text[dateline.start : dateline.end].strip() == line.removesuffix("The").strip()


@pytest.mark.parametrize(
    "text",
    ["Hà Nội, 10/9/2023 - The", "U.S. - China talks began on March 3, 2021.", ARTICLE,
     "The deal of 3 May 2018 - signed in Hanoi - ended", ""],
)  # fmt: skip
def test_ordinary_sentences_are_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [(f"Ministers meet again in Lima\n\n{ARTICLE}", "Ministers meet again in Lima"),
     (f"Will ministers meet again?\n\n{ARTICLE}", "Will ministers meet again?"),
     (f"Ministers meet again in Lima\n{ARTICLE}", None), (f"{ARTICLE}\n\n{ARTICLE}", None),
     (f"LIMA, May 3, 2021 - Ministers met\n\n{ARTICLE}", None), ("Ministers meet again", None)],
)  # fmt: skip
def test_a_short_unfinished_line_apart_from_the_rest_is_the_headline(
    text: str, title: str | None
) -> None:
    assert headline(text) == title
