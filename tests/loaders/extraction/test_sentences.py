from hypothesis import given
from hypothesis import strategies as st

from hedgerow.loaders.extraction.sentences import MAX_SENTENCE, split_sentences


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Gen. J. K. Smith met Mr. Li in the U.S. on Monday. They spoke."
    assert [s.text for s in split_sentences(text)] == [
        "Gen. J. K. Smith met Mr. Li in the U.S. on Monday.",
        "They spoke.",
    ]


def test_an_initialism_ends_a_sentence_before_a_plain_starter() -> None:
    assert len(list(split_sentences("He flew to the U.S. The talks began."))) == 2


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    first = next(iter(split_sentences("HANOI, Sept 10 - Vietnam raised its ties.")))
    assert first.text == "Vietnam raised its ties."


def test_only_a_first_line_without_a_full_stop_is_a_headline() -> None:
    sentences = list(split_sentences("Vietnam raises ties\n\nVietnam raised its ties.\nAn aside"))
    assert [s.headline for s in sentences] == [True, False, False]


@given(st.text(max_size=3000))
def test_sentences_are_in_order_disjoint_bounded_and_quote_the_text(text: str) -> None:
    position = 0
    for sentence in split_sentences(text):
        assert sentence.start >= position
        assert text[sentence.start : sentence.end] == sentence.text != ""
        assert len(sentence.text) <= MAX_SENTENCE
        position = sentence.end


def test_a_line_end_inside_a_sentence_ends_none() -> None:
    text = "The government on Tuesday\nsaid it approved a possible sale to Peru.\nIt left."
    assert [s.text for s in split_sentences(text)] == [
        "The government on Tuesday\nsaid it approved a possible sale to Peru.",
        "It left.",
    ]


def test_links_to_other_articles_and_captions_are_no_sentences() -> None:
    text = "Peru met Ghana. [Related: Chile meets Fiji] They left.\nALSO READ: Chile sells jets"
    assert [s.text for s in split_sentences(text)] == ["Peru met Ghana.", "They left."]
