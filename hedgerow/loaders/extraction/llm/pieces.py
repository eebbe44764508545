"""Articles in pieces that a model can take at once, cut between sentences."""

from collections.abc import Iterator

from hedgerow.loaders.extraction.sentences import split_sentences

LONGEST_PIECE = 12_000
"""Characters; some three thousand tokens."""


def pieces(text: str, longest: int = LONGEST_PIECE) -> Iterator[str]:
    """The text in order, in stretches of whole sentences of at most `longest` characters.

    A sentence has at most 1200 characters, so that each fits.
    """
    start = end = None
    for sentence in split_sentences(text):
        if start is not None and end is not None and sentence.end - start > longest:
            yield text[start:end]
            start = None
        start = sentence.start if start is None else start
        end = sentence.end
    if start is not None:
        yield text[start:end]
