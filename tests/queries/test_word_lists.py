from hedgerow.queries.words.word_lists import word_list


def test_finds_its_words_but_not_in_web_addresses() -> None:
    words = word_list("called_first")
    assert words.is_in("It was their inaugural patrol.")
    assert words.is_in("The two held drills at sea for the first time.")
    assert not words.is_in("See https://news.example/first-drill for more.")


def test_leaves_out_other_senses() -> None:
    words = word_list("called_first")
    assert not words.is_in("Each side says the other fired first.")
    assert not words.is_in("The first of 6 submarines arrived.")
    assert not words.is_in("Its first visit since 2001 took place.")


def test_knows_agreements_that_grant_access() -> None:
    words = word_list("grants_access")
    assert words.is_in("Reciprocal Access Agreement (RAA)")
    assert words.is_in("Status of Visiting Forces Agreement (SOVFA)")
    assert not words.is_in("Memorandum of Understanding on Defence Cooperation")
