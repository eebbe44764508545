"""Every claim carries its sentence, and the document says just that at those offsets."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hedgerow.graph.records import Document
from hedgerow.loaders.extraction import extract_documents
from hedgerow.loaders.sources import read_sources
from tests.loaders.extraction.conftest import Reader

ARTICLES = Path(__file__).parents[3] / "examples" / "articles"


def test_every_quote_of_the_example_articles_stands_in_its_document() -> None:
    documents = [item for item in read_sources([str(ARTICLES)]) if isinstance(item, Document)]
    assert len(documents) >= 40
    for document, claims in extract_documents(documents):
        for claim in claims:
            assert document.text[claim.start : claim.end] == claim.quote


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "The president of France visited Serbia on Sunday.",
                "«Ẽ̂» 🇻🇳 Vietnam’s leaders – and Japan’s – met in Hanoi… ",
                "Poland ordered 180 K2 tanks from South Korea.",
                "\u200bChina\u00a0protested.",
                "The two countries signed an agreement on defence cooperation.",
                "\n\n",
            ]
        ),
        max_size=8,
    )
)
def test_quotes_hold_over_odd_characters(read: Reader, parts: list[str]) -> None:
    text = " ".join(parts)
    assert all(text[c.start : c.end] == c.quote for c in read(text))
