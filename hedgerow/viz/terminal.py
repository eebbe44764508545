"""Text on its way to a terminal."""

from hedgerow.viz.plain import plain


def safe(text: str) -> str:
    """The text without what could recolour a terminal, move its cursor or retitle its window.

    Line breaks stay; escape sequences, other control characters and direction overrides go.
    """
    return "\n".join(plain(line) for line in text.split("\n"))
