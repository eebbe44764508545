"""Where a quote stands in an article, whatever its line breaks."""

import html
import re

from hedgerow.loaders.evaluation.records import Span
from hedgerow.loaders.text import one_line

_TAG = re.compile(r"<[^<>]*>")


def find_quote(quote: str, text: str) -> Span | None:
    """The first place of the quote in the text; blanks and line ends count alike."""
    words = map(re.escape, one_line(quote).split())
    found = re.search(r"\s+".join(words), text)
    return found.span() if found else None


def stands_in_source(quote: str, source: str) -> bool:
    """Whether the quote stands in a file's own text, the parts that loading drops included."""
    bare = html.unescape(_TAG.sub(" ", source))
    return any(find_quote(quote, one_line(each)) is not None for each in (source, bare))
