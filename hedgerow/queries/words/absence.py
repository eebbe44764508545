"""Finding nothing, worded as the archive's lack and not as the world's."""

from hedgerow.queries.questions.parameters import Asked
from hedgerow.queries.reading.coverage import coverage, documents_on
from hedgerow.queries.words.phrases import counted, span_text


def none_found(asked: Asked) -> str:
    """`none found in 412 documents on this pair, 2019 to 2025`.

    The dates are those asked for; without an actor, those on which the documents were published.
    """
    if "a" not in asked.values:
        total = coverage(asked.reader)
        return f"none found in {counted(total.documents, 'document')}{span_text(total)}"
    about = "this pair" if "b" in asked.values else asked.name("a")
    number = documents_on(asked.reader, asked.bindings)
    return f"none found in {counted(number, 'document')} on {about}{range_text(asked)}"


def range_text(asked: Asked) -> str:
    """The range of dates asked for: `, 2019 to 2025`, `, from 2019`; nothing where none was."""
    first, last = asked.given("from"), asked.given("to")
    if first and last:
        return f", {first} to {last}"
    if first:
        return f", from {first}"
    return f", to {last}" if last else ""
