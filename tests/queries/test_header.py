import pytest

from hedgerow.queries.questions.parsing import parse_question

TEXT = """\
# title: Meetings
# description: Who met A.
# parameter a: actor; who
# parameter b: actor?; with whom
# parameter from: first_day = 1990-01; not before
# column partner: actor; the other
# helper raw: text
SELECT ?partner WHERE { ?e hr:actor $a, ?partner FILTER(?raw > $from) }
# no header line any more: column later: text
"""


def test_reads_title_parameters_and_columns() -> None:
    question = parse_question("meetings", TEXT)
    assert (question.title, question.description) == ("Meetings", "Who met A.")
    a, b, start = question.parameters
    assert (a.name, a.kind, a.required, a.description) == ("a", "actor", True, "who")
    assert (b.optional, b.required) == (True, False)
    assert (start.default, start.required) == ("1990-01", False)
    assert [column.name for column in question.columns] == ["partner"]
    assert [column.name for column in question.helpers] == ["raw"]
    assert question.bound == {"a", "from"}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("# parameter a = actor", "unknown form"),
        ("# parameter a: planet", "unknown kind"),
        ("# column a: colour", "unknown kind"),
    ],
)
def test_refuses_a_line_it_cannot_read(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_question("meetings", f"{line}\n{TEXT}")


def test_refuses_a_header_without_a_title() -> None:
    with pytest.raises(ValueError, match="needs a title"):
        parse_question("meetings", TEXT.replace("# title: Meetings\n", ""))
