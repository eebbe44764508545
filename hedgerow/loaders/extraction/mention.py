"""A stretch of text that stands for one or more actors."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Offsets are the document's.

    `kind` is `name`, `alias`, `demonym`, `people`, `capital`, `seat`, `person`, `agent` (a noun
    phrase such as "Vietnamese officials"), `firm` (an arms maker, which acts for the state that
    licenses its deals), `port` (a city that stands for its state only as a
    destination) or `coreference` ("the two countries").
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    kind: str
    person: str | None = None

    @property
    def coreferent(self) -> bool:
        """Whether the text only points back to actors named elsewhere."""
        return self.kind == "coreference"
