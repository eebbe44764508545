"""Labels beside lines: each as near to where its line ends as the others let it be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

LINE_HEIGHT = 14.0
LETTER = 6.3
"""The width that a letter takes at the size of the drawings, with some to spare."""
MOST_OFF = 3.0
"""A label that was moved farther is joined to its line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text for the line of one kind that ends at `x`, `y`; it stands at `at`, `text_y`."""

    text: str
    kind: int
    x: float
    y: float
    at: float
    text_y: float

    @property
    def leader(self) -> bool:
        """Whether a thin line must join it to the end of its line."""
        return abs(self.text_y - self.y) > MOST_OFF or self.at - self.x > 4 * LINE_HEIGHT


def width_of(texts: Sequence[str]) -> float:
    """The room that the longest of some texts takes."""
    return max((len(text) * LETTER for text in texts), default=0.0)


def spread(labels: Sequence[Label], bottom: float) -> list[Label]:
    """The labels from top to bottom, moved so that none covers another or lies below `bottom`."""
    found: list[Label] = []
    for one in sorted(labels, key=lambda each: (each.y, each.kind)):
        least = found[-1].text_y + LINE_HEIGHT if found else one.y
        found.append(replace(one, text_y=round(max(one.y, least), 1)))
    limit = bottom
    for place in range(len(found) - 1, -1, -1):
        found[place] = replace(found[place], text_y=round(min(found[place].text_y, limit), 1))
        limit = found[place].text_y - LINE_HEIGHT
    return found
