from collections.abc import Iterable, Iterator

from hedgerow.graph.records import Appearance, Claim, Document, Party
from hedgerow.loaders.pipeline import code_documents
from hedgerow.loaders.records import Coded, Item, Skipped


def document(text: str, language: str | None = None) -> Document:
    return Document(text, (Appearance("a.txt", language=language),))


def claim(of: Document) -> Claim:
    parties = (Party("NZL", "party"), Party("VNM", "party"))
    return Claim(of.id, "meeting", False, parties, "occurred", "begins", of.text, 0, len(of.text))


class ReadingAhead:
    """An extractor that reads everything before it answers, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[Document] = []

    def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        self.read = list(documents)
        yield from ((each, [claim(each)]) for each in self.read)


def test_english_articles_are_extracted_and_the_rest_passes_through() -> None:
    english, unmarked = document("One.", "en"), document("Two.")
    french = document("Trois.", "fr")
    row = document("date: 2020", "en")
    skipped = Skipped("x.txt", "it is empty")
    extract = ReadingAhead()
    items: list[Item] = [english, skipped, french, Coded(row, (claim(row),)), unmarked]
    found = list(code_documents(items, extract=extract))
    assert extract.read == [english, unmarked]
    assert sorted(map(repr, found)) == sorted(
        map(
            repr,
            [
                Coded(english, (claim(english),)),
                Coded(unmarked, (claim(unmarked),)),
                Coded(french, ()),
                Coded(row, (claim(row),)),
                skipped,
            ],
        )
    )


def test_known_documents_are_not_read_again() -> None:
    known, fresh = document("One."), document("Two.")
    extract = ReadingAhead()
    found = list(
        code_documents([known, fresh], extract=extract, is_known=lambda each: each == known.id)
    )
    assert extract.read == [fresh]
    assert Coded(known, ()) in found


def test_without_articles_nothing_is_extracted() -> None:
    skipped = Skipped("x.txt", "it is empty")
    assert list(code_documents([skipped])) == [skipped]
