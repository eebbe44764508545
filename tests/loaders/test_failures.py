"""What nobody foresaw costs one article, not the load."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from hedgerow.errors import UsageError
from hedgerow.graph.records import Claim, Document
from hedgerow.graph.store import Store
from hedgerow.loaders import compose
from hedgerow.loaders.extraction import Extractor
from hedgerow.loaders.failures import carefully
from hedgerow.loaders.load import load
from hedgerow.loaders.records import Skipped
from tests.loaders.workers.tasks import document

TEXT = "The ministers of Vietnam and New Zealand met in Lima on Monday, they said, number {}."


class Failing:
    """An extractor that reads ahead, and fails at one text in a way of its own."""

    def __init__(self, text: str, error: BaseException) -> None:
        self.read = 0
        self._text, self._error = text, error

    def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        for each in documents:
            if each.text == self._text:
                raise self._error
            self.read += 1
            yield each, []


def test_the_document_is_set_aside_and_all_others_are_read_once() -> None:
    documents = [document(str(number)) for number in range(100)]
    failing = Failing("40", KeyError("words of the article"))
    found = list(carefully(failing, documents))
    skipped = found.pop(40)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("reading it failed (KeyError")
    assert "words" not in skipped.reason
    assert found == [(each, []) for each in documents if each.text != "40"]
    assert failing.read == 99


@pytest.mark.parametrize(
    "error",
    [KeyboardInterrupt(), MemoryError(), UsageError("no such engine"), ImportError("no spacy")],
)
def test_what_others_would_meet_as_well_ends_the_load(error: BaseException) -> None:
    with pytest.raises(type(error)):
        list(carefully(Failing("1", error), [document("0"), document("1")]))


def test_a_load_in_one_process_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number))
    failing = Failing(TEXT.format(1), RecursionError())
    monkeypatch.setattr(Extractor, "extract_many", lambda _, documents: failing(documents))
    with Store.open() as store:
        summary = load(store, [str(tmp_path)])
    assert (summary.documents_new, summary.exit_code) == (2, 1)
    (skipped,) = summary.skipped
    assert skipped.reason.startswith("reading it failed (RecursionError")


def test_an_article_that_cannot_be_composed_does_not_end_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwrap(text: str) -> str:
        return text[: 1 // ("number 1" not in text)]

    monkeypatch.setattr(compose, "unwrap", unwrap)
    lines = (f'{{"text": "{TEXT.format(number)}"}}\n' for number in range(3))
    (tmp_path / "a.jsonl").write_text("".join(lines))
    with Store.open() as store:
        summary = load(store, [str(tmp_path)], extract=lambda read: ((each, []) for each in read))
    assert summary.skipped.total == 1
    assert summary.skipped[0].source.endswith("a.jsonl:2")
    assert "ZeroDivisionError" in summary.skipped[0].reason
