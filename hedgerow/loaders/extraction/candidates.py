"""What an engine proposes: a tie type, who, and the words that say so."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from hedgerow.loaders.extraction.mention import Mention
from hedgerow.loaders.extraction.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the engines see it: its mentions and, where one was made, its parse.

    Offsets of mentions are the document's; those of the parse start at the sentence. `focus` is the
    pair of actors that the sentence before joined, `main` the pair that the whole text is about;
    either may be empty.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    parse: "Doc | None" = None
    focus: tuple[str, ...] = ()
    main: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor in a role, with the mention that names it."""

    actor: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tie that an engine sees in a sentence.

    `fillers[0]` is the source of a directed type. `trigger` is the span of the words that tell the
    tie, in document offsets. `status` and `phase` are what the words say before negation, modality
    and tense are read; `no_firmer_than` is a status that the engine takes it for by other means.
    One that `yields` counts only where no other joins two of its actors.
    """

    type: str
    fillers: tuple[Filler, ...]
    trigger: tuple[int, int]
    engine: str
    rule: str
    confidence: float
    status: str | None = None
    phase: str = "begins"
    needs_level: bool = False
    inferred: bool = False
    yields: bool = False
    no_firmer_than: str | None = None
    attributes: "Mapping[str, str]" = field(default_factory=dict)

    @property
    def actors(self) -> tuple[str, ...]:
        """The actor ids in order."""
        return tuple(filler.actor for filler in self.fillers)

    @property
    def coreferent(self) -> bool:
        """Whether some actor is only pointed back to."""
        return any(filler.mention.coreferent for filler in self.fillers)


def mutual(sources: list[Filler], others: list[Filler]) -> list[list[Filler]]:
    """What two actors do to each other ("A and B clashed"), told from the smaller code."""
    if len(others) < 2 or {f.actor for f in sources} != {f.actor for f in others}:
        return []
    return [sorted(others, key=lambda filler: filler.actor)]


class Engine(Protocol):
    """Anything that proposes candidates for a sentence; more engines can vote."""

    name: str
    parses: bool
    """Whether it reads the parse of a sentence, not its words alone."""

    def wants(self, reading: Reading) -> bool:
        """Whether a sentence that nobody has parsed yet is worth a parse to this engine."""
        ...

    def propose(self, reading: Reading) -> "Iterable[Candidate]":
        """The candidates this engine sees in the sentence."""
        ...
