import io

import pytest
from pypdf import PdfWriter

from hedgerow.loaders.articles import pdf as reader
from hedgerow.loaders.articles.hyphens import unhyphenated
from tests.loaders.articles.made import OTHER, TEXT, pdf
from tests.loaders.articles.reading import one, reason

LINES = ["The ministers of Peru and Norway met in Lima and signed a coopera-",
         "tion agreement, they said. The long-", "term plan covers the Indo-",
         "Pacific and names the vice-", "president of Kenya as patron."]  # fmt: skip
WHOLE = (
    "The ministers of Peru and Norway met in Lima and signed a cooperation agreement, they said. "
    "The long-term plan covers the Indo-Pacific and names the vice-president of Kenya as patron."
)


def encrypted(password: str) -> bytes:
    writer, out = PdfWriter(clone_from=io.BytesIO(pdf([LINES]))), io.BytesIO()
    writer.encrypt(password, "the owner's", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_words_that_a_line_end_broke_are_whole() -> None:
    assert one("a.pdf", pdf([LINES])).text == WHOLE
    assert unhyphenated("a well-\nmeant plan, well-meant as it was") == (
        "a well-meant plan, well-meant as it was"
    )
    assert unhyphenated("in 2023-\n24, the F-\n16") == "in 2023-\n24, the F-\n16"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    stories = (TEXT, OTHER, TEXT.replace("Lima", "Oslo"), OTHER.replace("Nairobi", "Santiago"))
    pages = [["Weekly Review", story[:45], story[45:], "It went on.", f"Page {number} of 4"]
             for number, story in enumerate(stories, start=1)]  # fmt: skip
    text = one("a.pdf", pdf(pages)).text
    assert text.count("Weekly Review") == 1
    assert "Page" not in text
    assert all(name in text for name in ("Lima", "Nairobi", "Oslo", "Santiago"))


def test_a_title_counts_where_it_stands_in_the_text() -> None:
    pages = [["Ministers meet in Lima", *LINES]]
    assert one("a.pdf", pdf(pages, "Ministers meet in Lima")).title == "Ministers meet in Lima"
    assert one("a.pdf", pdf(pages, "Microsoft Word - draft7.doc")).title is None


def test_an_owners_password_does_not_keep_readers_out() -> None:
    assert one("a.pdf", encrypted("")).text == WHOLE


@pytest.mark.parametrize(
    ("data", "said"),
    [(encrypted("secret"), "it is encrypted; save it without a password"),
     (pdf([[], []]), "its pages are pictures without text"),
     (pdf([["a"]] * 501), "more than 500 pages"),
     (pdf([["a"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), "it is no PDF that can be read"),
     (b"", "it is no PDF"), (b"%PDF-1.4 hello" * 20, "it is no PDF"),
     (pdf([["word " * 20] * 1000] * 11), "characters long")],
    ids=["encrypted", "scanned", "pages", "loop", "empty", "junk", "long"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(data: bytes, said: str) -> None:
    assert said in reason("a.pdf", data)


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SECONDS", 0.0)
    assert reason("a.pdf", pdf([LINES])).startswith("reading it takes too long")
