"""Where the words that a model quotes stand in a text, whatever blanks are between them."""

import re
from collections.abc import Iterator

LONGEST_QUOTE = 2_000
MOST_PLACES = 50


def places(
    words: str, text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """The offsets at which whole words occur in a text between two offsets; none if too long."""
    parts = words[: LONGEST_QUOTE + 1].split()
    if not parts or len(words) > LONGEST_QUOTE:
        return
    joined = r"\s+".join(map(re.escape, parts))
    pattern = re.compile(rf"(?<!\w){joined}(?!\w)")
    for count, match in enumerate(pattern.finditer(text, start, len(text) if end is None else end)):
        if count == MOST_PLACES:
            return
        yield match.span()
