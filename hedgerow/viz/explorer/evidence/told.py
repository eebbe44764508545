"""What the evidence of an event or tie consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in it, by code and name; `role` is empty where all have the same."""

    code: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told of it, under its name in words."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of its status history; `later` ones lie, or may lie, after the day looked at.

    `basis` says what dates it: stated, published or none. `look` is how firm it was by then.
    """

    status: str
    look: str
    date: str
    basis: str
    later: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quoted sentence, or the lines of a table's row, and where it stands.

    `says` is what it says of the matter and `look` how firm that is. `speaks_for` names the state
    or body of its speaker, else of its outlet, and `by_party` whether that is a party to it.
    `address` is of the web or None, `place` the file's name then. `also` names the other outlets
    that carry the same sentence. `footnote` is it all for copying. `grade` is what people hold of
    it (`B2`), `held` the same in words; `handling` is the mark of its document.
    """

    claim: str
    document: str
    lines: tuple[str, ...]
    says: str
    look: str
    stated: str | None
    attributed_to: str | None
    speaks_for: str | None
    by_party: bool
    outlet: str
    ownership: str | None
    title: str | None
    published: str | None
    address: str | None
    place: str | None
    confidence: float
    engine: str | None
    rule: str | None
    also: tuple[str, ...]
    footnote: str
    grade: str | None = None
    held: str | None = None
    handling: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say it of a disputed matter, each with whether it is a party, and their claims."""

    says: str
    voices: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What documents differ on, as a heading, and the sides."""

    title: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """An event of a tie, or a tie of an event; `how` it belongs to it, in words."""

    id: str
    how: str
    words: str
    date: str
    look: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event or tie with every sentence behind it.

    `look` is how firm it is on the day as drawings show it: the name of a standing of the design,
    `possibly` of a tie that is possibly held; `badge` says it in words. `begun` is false where it
    cannot be placed by the day that was asked for: then it is `unplaced`, and told as of today.
    `formerly` is the id it was asked for by, where it has another now. `cautions` are what must be
    known of it, `handling` is the strictest mark behind it.
    """

    id: str
    formerly: str | None
    edge: str
    type: str
    label: str
    group: str
    look: str
    badge: str
    begun: bool
    on: str
    words: str
    when: str
    parties: tuple[Party, ...]
    arrow: bool
    facts: tuple[Fact, ...]
    history: tuple[Step, ...]
    disputes: tuple[Dispute, ...]
    sentences: tuple[Sentence, ...]
    related: tuple[Related, ...]
    rests: str
    notes: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    handling: str | None = None
