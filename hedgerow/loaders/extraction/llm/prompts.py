"""What the model is told, as text files beside this package; a version is the hash of the text."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from hedgerow.ontology.vocabulary import TieType, vocabulary


@dataclass(frozen=True, slots=True)
class Prompt:
    """Instructions, and the version that answers to them are kept under."""

    text: str
    version: str


@cache
def prompt(name: str) -> Prompt:
    """The instructions of `prompts/<name>.txt` with the ontology's terms filled in."""
    template = (files(__package__) / "prompts" / f"{name}.txt").read_text(encoding="utf-8")
    words = vocabulary()
    text = Template(template).substitute(
        types="\n".join(_told(tie_type) for tie_type in words.tie_types.values()),
        statuses=", ".join(f"{each.name} ({each.standing})" for each in words.statuses.values()),
        phases=", ".join(words.phases),
    )
    return Prompt(text, sha256(text.encode()).hexdigest())


def _told(tie_type: TieType) -> str:
    source, other = tie_type.roles
    roles = f"{source} -> {other}" if tie_type.directed else "symmetric"
    return f"- {tie_type.name} ({roles}): {tie_type.definition} {tie_type.scope_note}"
