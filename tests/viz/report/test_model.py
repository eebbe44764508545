from dataclasses import replace

import pytest

from hedgerow.errors import UsageError
from hedgerow.queries.reading.edge import Source
from hedgerow.viz.report import FORMATS, Note, Notes, Paragraph, Report, Section, Table, render

SOURCE = Source(
    claim="claim/1",
    document="document/1",
    quote="The ministry denied it.",
    status="denied",
    stage="planned",
    phase="begins",
    stated=None,
    attributed_to="VNM",
    title="No bases",
    publisher="Agency",
    published="2016-10-13",
    address="https://agency.example/1",
    confidence=0.9,
)


def test_a_claim_has_one_number_in_the_order_of_first_use() -> None:
    notes = Notes()
    other = replace(SOURCE, claim="claim/2")
    assert notes.numbers([other, SOURCE, other]) == (1, 2)
    assert notes.number(SOURCE) == 2
    assert [note.number for note in notes.all] == [1, 2]


def test_a_note_says_what_its_sentence_says_of_the_matter() -> None:
    notes = Notes()
    notes.number(SOURCE)
    assert notes.all == (
        Note(
            number=1,
            quote="The ministry denied it.",
            outlet="Agency",
            title="No bases",
            published="2016-10-13",
            address="https://agency.example/1",
            extra=("denied by Vietnam: planned",),
            document="document/1",
        ),
    )


def test_a_report_has_every_note_that_it_cites() -> None:
    with pytest.raises(ValueError, match=r"cites notes it lacks: \[2\]"):
        Report("x", sections=(Section("y", (Paragraph("z", (1, 2)),)),), notes=(Note(1, "q"),))


def test_no_two_notes_have_one_number() -> None:
    with pytest.raises(ValueError, match="same number"):
        Report("x", notes=(Note(1, "q"), Note(1, "r")))


def test_a_table_is_even() -> None:
    with pytest.raises(ValueError, match="a cell for each"):
        Table(("a", "b"), (("1",),))
    with pytest.raises(ValueError, match="for all of its rows or for none"):
        Table(("a",), (("1",), ("2",)), notes=((1,),))


def test_another_format_is_a_usage_error_with_a_near_match(rich: Report) -> None:
    with pytest.raises(UsageError, match="did you mean html"):
        render(rich, "htm")
    with pytest.raises(UsageError, match="choose one of docx, html, md, txt"):
        render(rich, "wav")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_gives_the_same_bytes(form: str, rich: Report) -> None:
    assert render(rich, form) == render(rich, form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_nothing_can_be_written(form: str, empty: Report) -> None:
    assert render(empty, form)
    assert render(Report(""), form)
