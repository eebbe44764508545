"""Rules of both engines, one YAML file a tie type; example sentences in `tests` are their tests.

A file names its `type`, the `frames` of the dependency engine, the `patterns` of the surface
engine, and which types it `yields_to`. See docs/rules.md for the fields.
"""

from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from hedgerow.loaders.extraction.lexicon import read_yaml


def _as_list(value: Any) -> Any:  # noqa: ANN401  YAML gives a string or a list
    return [value] if isinstance(value, str) else value


Words = Annotated[frozenset[str], BeforeValidator(_as_list)]
Lines = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Frame(_Part):
    """How a verb or noun tells a tie, over a dependency parse.

    The trigger is one of `verbs` or `nouns` (lemmas). `objects` are the lemmas its object must
    have; `near` and `without` are regular expressions on the trigger's clause.
    Roles are lists of paths: taken together for `parties`, the first that finds an actor otherwise.
    A `pairwise` tie of one with several others is one tie with each. Where no path finds a role,
    the only other state around fills it, unless the frame is `strict`; where `several`, the two
    that the text is about. With `maker`, one of the parties must make a system that is named.
    """

    id: str
    verbs: Words = frozenset()
    nouns: Words = frozenset()
    objects: Words = frozenset()
    near: Lines = ()
    without: Lines = ()
    source: Lines = ()
    other: Lines = ()
    parties: Lines = ()
    status: str | None = None
    phase: str = "begins"
    needs_level: bool = False
    pairwise: bool = False
    strict: bool = False
    several: bool = False
    maker: bool = False
    attributes: dict[str, str] = {}
    confidence: float = 0.8


class Pattern(_Part):
    """A template over a sentence in which actors are slots: `{source} .. visited {other}`.

    `..` stands for up to eight words without an actor; the rest is a regular expression. The
    `trigger` is the stretch in `<…>`.
    """

    id: str
    match: str
    status: str | None = None
    phase: str = "begins"
    needs_level: bool = False
    attributes: dict[str, str] = {}
    confidence: float = 0.55


class AtHome(_Part):
    """The type that a tie of two is on the soil of one of them, unless the words say otherwise."""

    type: str
    unless: str


class RuleFile(_Part):
    """All rules of one tie type."""

    type: str
    at_home: AtHome | None = None
    frames: tuple[Frame, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    yields_to: dict[str, Lines] = {}


@cache
def rule_files() -> tuple[RuleFile, ...]:
    """All rule files, sorted by type.

    Raises:
        pydantic.ValidationError: a file does not have the documented form.
    """
    found = (entry for entry in files(__package__).iterdir() if entry.name.endswith(".yaml"))
    parsed = (read_yaml(entry.read_text(encoding="utf-8")) for entry in found)
    return tuple(
        sorted((RuleFile.model_validate(content) for content in parsed), key=lambda f: f.type)
    )
