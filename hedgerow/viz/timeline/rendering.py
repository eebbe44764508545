"""What a renderer gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """A timeline as the bytes of a file, and a sentence for each thing that the file leaves out."""

    content: bytes
    notes: tuple[str, ...] = ()
