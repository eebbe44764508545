import pytest

from hedgerow.viz.network.wording import counted, date_words, listed, one_line, short_name, staged


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2023-09-10", "10 Sep 2023"), ("2023-09", "Sep 2023"), ("2023", "2023"), (None, "")],
)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


def test_lists_and_counts_read_as_english() -> None:
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]
    assert counted(1, "pair") == "1 pair"
    assert counted(1204, "pair") == "1,204 pairs"


def test_a_wrapped_sentence_becomes_one_line_and_a_row_keeps_its_cells_apart() -> None:
    assert one_line("He said\n  that it was so.") == "He said that it was so."
    assert one_line("date: 1964\ntype: sanction") == "date: 1964 · type: sanction"


def test_what_is_reported_is_said_with_its_stage() -> None:
    assert staged("reported", "signed") == "reported as signed"
    assert staged("talks", None) == "in talks"


def test_a_body_is_called_by_its_acronym_where_it_has_one() -> None:
    assert short_name("NATO") == "NATO"
    assert short_name("VNM") == "Vietnam"
    assert "_" not in short_name("ABRAHAM_ACCORDS")
