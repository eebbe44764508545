"""The forms that the model's answers must have."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, WithJsonSchema

from hedgerow.ontology.vocabulary import vocabulary


def _closed(schema: dict[str, Any]) -> None:
    """As servers want it: every field named, no other allowed. Reading is more lenient."""
    schema["required"] = list(schema["properties"])
    schema["additionalProperties"] = False
    for described in schema["properties"].values():
        described.pop("default", None)


def _one_of(names: Any) -> WithJsonSchema:  # noqa: ANN401  anything that lists names
    """Told to the server only: one wrong word is refused by itself, not with the whole answer."""
    return WithJsonSchema({"type": "string", "enum": list(names)})


Type = Annotated[str, _one_of(vocabulary().tie_types)]
Status = Annotated[str, _one_of(vocabulary().statuses)]
Phase = Annotated[str, _one_of(vocabulary().phases)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, json_schema_extra=_closed)


class Verdict(_Part):
    """What the model makes of a numbered claim; a correction changes only what it gives."""

    number: int
    verdict: Literal["confirm", "reject", "correct"]
    type: Type | None = None
    swapped: bool = False
    status: Status | None = None


class Verdicts(_Part):
    """The answer about the claims of one document."""

    verdicts: list[Verdict]


class Proposal(_Part):
    """A tie that the model sees; `actors` and `date_words` are words of the `quote`'s sentence."""

    type: Type
    actors: list[str]
    status: Status
    phase: Phase
    date_words: str | None = None
    quote: str


class Proposals(_Part):
    """The answer about a text."""

    ties: list[Proposal]
