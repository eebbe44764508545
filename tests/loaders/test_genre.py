"""What an article declares itself to be."""

import time
from collections.abc import Iterable, Iterator

import pytest

from hedgerow.graph.records import Appearance, Claim, Document
from hedgerow.loaders.genre import genre_of
from hedgerow.loaders.pipeline import code_documents
from hedgerow.loaders.records import Coded

BODY = "Chile attacked Peru with drones."


def _document(text: str = BODY, title: str | None = None, publisher: str | None = None) -> Document:
    return Document(text, (Appearance("a.txt", title=title, publisher=publisher),))


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("This is a work of fiction. Ghana attacked Peru.", "fiction"),
        ("The following is a hypothetical scenario.", "fiction"),
        ("Fiction: The last war", "fiction"),
        ("What follows is a fictional account of a war.", "fiction"),
        ("This article is a thought experiment, and nothing more.", "fiction"),
        ("All names and events in this story are fictitious.", "fiction"),
        ("Any resemblance to actual persons is coincidental.", "fiction"),
        ("Excerpted from the novel The Long Pier.", "fiction"),
        ("(This is satire.)", "satire"),
        ("*Satire. None of this happened.*", "satire"),
        ("The Long Pier is a satirical website.", "satire"),
        ("From our humour pages.", "satire"),
    ],
)
def test_an_article_may_declare_its_genre_at_either_end(text: str, genre: str) -> None:
    assert genre_of(_document(f"{text}\n\n{BODY * 60}")) == genre
    assert genre_of(_document(f"{BODY * 60}\n\n{text}")) == genre


@pytest.mark.parametrize(
    "text",
    [
        '"This is pure fiction," the ministry said of the deal.',
        "The ministry said this is fiction.",
        "None of this is true, the ministry said.",
        "A satirical website had carried the story.",
        "Chile and Peru began a simulation exercise on Monday.",
        "This is a scenario Washington fears.",
        "In a hypothetical scenario, Chile attacks.",
    ],
)
def test_what_an_article_tells_of_others_does_not_declare_it(text: str) -> None:
    assert genre_of(_document(f"{text} {BODY}")) is None


@pytest.mark.parametrize(
    ("title", "publisher", "genre"),
    [
        ("SATIRE | Chile annexes the moon", None, "satire"),
        ("Chile annexes the moon (satire)", None, "satire"),
        ("Book review: The long pier", None, "fiction"),
        (None, "The Long Pier (humour)", "satire"),
        ("War games begin: Chile and Peru", "Pier Daily", None),
        ("A scenario for peace", "Pier Daily", None),
    ],
)
def test_title_and_publisher_may_declare_it(
    title: str | None, publisher: str | None, genre: str | None
) -> None:
    assert genre_of(_document(title=title, publisher=publisher)) == genre


def test_such_articles_are_set_aside_before_any_engine_reads_them() -> None:
    def refuse(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        return ((document, pytest.fail("read")) for document in documents)

    (coded,) = code_documents([_document("Satire. None of this happened.")], extract=refuse)
    assert isinstance(coded, Coded)
    assert (coded.genre, coded.claims) == ("satire", ())


@pytest.mark.parametrize("unit", ["this is ", "the ", "a. ", "none of ", "names ", "(", "\n* "])
def test_looking_for_it_takes_no_time(unit: str) -> None:
    started = time.process_time()
    genre_of(_document(unit * 100_000))
    assert time.process_time() - started < 1
